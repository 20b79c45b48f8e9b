import { expect, it } from 'vitest';
import { createGlobalKeys } from '#main/calls/global-keys.ts';
import type { Call } from '#shared/calls/call.ts';
import type { GlobalCommand } from '#shared/calls/global-keys.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { aCall } from '../../../support/a-call.ts';

/** A system in which another program may have some keys. */
function system({ others = [] as readonly string[], globalKeys = true, host = true } = {}) {
  const held = new Map<string, () => void>();
  const ran: (GlobalCommand | 'up')[] = [];
  let calls: readonly Call[] = [];
  let settings = { ...defaultSettings(), calls: { ...defaultSettings().calls, globalKeys } };
  const shortcuts = {
    register(key: string, pressed: () => void) {
      if (others.includes(key) || held.has(key)) return false;
      held.set(key, pressed);
      return true;
    },
    unregister: (key: string) => void held.delete(key),
    bringUp: () => void ran.push('up'),
  };
  const keys = createGlobalKeys({
    shortcuts: host ? shortcuts : null,
    settings: () => settings,
    calls: () => calls,
    run: (command) => void ran.push(command),
  });
  return {
    keys,
    ran,
    held: (): readonly string[] => [...held.keys()],
    press: (key: string) => held.get(key)?.(),
    callsAre(...now: readonly Call[]) {
      calls = now;
      keys.follow();
    },
    set(change: Partial<typeof settings>) {
      settings = { ...settings, ...change };
      keys.follow();
    },
  };
}

const ringing = aCall(1);
const missed = aCall(1, { endedAt: 5_000 });

it('has the keys while a call goes on, and gives them back', () => {
  const { callsAre, held } = system();
  expect(held()).toEqual([]);
  callsAre(ringing);
  expect(held()).toEqual(['Mod+Shift+O', 'Mod+Shift+H', 'Mod+Shift+S', 'Mod+Shift+J']);
  callsAre({ ...ringing, answeredAt: 2_000, endedAt: 5_000 });
  expect(held()).toHaveLength(4);
  callsAre();
  expect(held()).toEqual([]);
});

it('keeps no key for a call that was missed, and none that was not asked for', () => {
  const { callsAre, held } = system();
  callsAre(missed);
  expect(held()).toEqual([]);
  const off = system({ globalKeys: false });
  off.callsAre(ringing);
  expect(off.held()).toEqual([]);
  expect(off.keys.taken()).toEqual([]);
});

it('runs the command, and brings the window up for notes alone', () => {
  const { callsAre, press, ran } = system();
  callsAre(ringing);
  press('Mod+Shift+O');
  press('Mod+Shift+J');
  expect(ran).toEqual(['call.answer', 'up', 'call.note']);
});

it('follows the agent’s own keys and the switch, also in the middle of a call', () => {
  const { callsAre, set, held } = system();
  callsAre(ringing);
  const { keys, calls } = defaultSettings();
  set({ keys: { ...keys, own: { 'call.hold': ['Mod+9'], 'call.mute': ['x'] } } });
  expect(held()).toEqual(['Mod+Shift+O', 'Mod+9', 'Mod+Shift+J']);
  set({ calls: { ...calls, globalKeys: false } });
  expect(held()).toEqual([]);
});

it('tells which keys another program has, and between calls keeps none for it', () => {
  const { keys, callsAre, held } = system({ others: ['Mod+Shift+H'] });
  expect(keys.taken()).toEqual(['call.hold']);
  expect(held()).toEqual([]);
  callsAre(ringing);
  expect(keys.taken()).toEqual(['call.hold']);
  expect(held()).toEqual(['Mod+Shift+O', 'Mod+Shift+S', 'Mod+Shift+J']);
  keys.stop();
  expect(held()).toEqual([]);
});

it('has nothing to say in a host without such keys', () => {
  const { keys, callsAre } = system({ host: false });
  callsAre(ringing);
  expect(keys.taken()).toEqual([]);
});
