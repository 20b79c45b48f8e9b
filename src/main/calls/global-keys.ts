import type { Call } from '#shared/calls/call.ts';
import { phaseOf } from '#shared/calls/call.ts';
import { GLOBAL_COMMANDS, type GlobalCommand, globalKeyOf } from '#shared/calls/global-keys.ts';
import { keysUnder } from '#shared/commands/key-choices.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { GlobalShortcuts } from '../shell/port.ts';

/** The keys of a call that work in every program, for as long as one goes on. */
export type GlobalKeys = {
  /** To be called when a call or a setting has changed. */
  follow(): void;
  /** Commands whose key another program has. */
  taken(): readonly GlobalCommand[];
  /** Gives every key back. */
  stop(): void;
};

export type GlobalKeysPorts = {
  /** Null where the host has none. */
  readonly shortcuts: GlobalShortcuts | null;
  readonly settings: () => Pick<Settings, 'keys' | 'calls'>;
  /** Those that are not done. */
  readonly calls: () => readonly Call[];
  readonly run: (command: GlobalCommand) => void;
};

export function createGlobalKeys({ shortcuts, settings, calls, run }: GlobalKeysPorts): GlobalKeys {
  const held = new Map<GlobalCommand, string>();
  let taken: readonly GlobalCommand[] = [];

  /** A call that was missed waits for no key: it would keep other programs from theirs for hours. */
  const goesOn = (): boolean => calls().some((call) => phaseOf(call) !== 'missed');
  const wanted = (): ReadonlyMap<GlobalCommand, string> => {
    const keysOf = keysUnder(settings().keys);
    return new Map(
      GLOBAL_COMMANDS.flatMap((command) => {
        const key = globalKeyOf(keysOf(command));
        return key === null ? [] : [[command, key] as const];
      }),
    );
  };
  const release = (): void => {
    for (const key of held.values()) shortcuts?.unregister(key);
    held.clear();
  };
  const hold = (keys: ReadonlyMap<GlobalCommand, string>): void => {
    const missing: GlobalCommand[] = [];
    for (const [command, key] of keys) {
      const isOurs = shortcuts?.register(key, () => {
        // What is typed next belongs into the notes.
        if (command === 'call.note') shortcuts.bringUp();
        run(command);
      });
      if (isOurs) held.set(command, key);
      else missing.push(command);
    }
    taken = missing;
  };
  const isWanted = (): boolean => shortcuts !== null && settings().calls.globalKeys;

  /** What is registered now, whoever has got which; empty between calls. */
  let asked = '';
  return {
    follow() {
      const keys = isWanted() && goesOn() ? wanted() : new Map<GlobalCommand, string>();
      const wish = JSON.stringify([...keys]);
      if (wish === asked) return;
      asked = wish;
      release();
      if (keys.size > 0) hold(keys);
    },
    taken() {
      if (!isWanted()) return [];
      // Between calls it shows only by trying.
      if (held.size === 0) {
        hold(wanted());
        if (!goesOn()) release();
      }
      return taken;
    },
    stop: release,
  };
}
