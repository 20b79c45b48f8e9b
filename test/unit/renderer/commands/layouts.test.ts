import { describe, expect, it } from 'vitest';
import { createKeyDispatcher, type KeyDispatcher } from '#renderer/commands/dispatch.ts';
import { createKeymap } from '#renderer/commands/keymap.ts';
import { createCommandRegistry } from '#renderer/commands/registry.ts';
import { COMMANDS, type Command, type CommandId } from '#shared/commands/catalogue.ts';
import { type KeyChoices, keyChoicesSchema, keysUnder } from '#shared/commands/key-choices.ts';
import { press } from './key-presses.ts';
import { LAYOUTS, type LayoutName, pressesOf, type Typed } from './layouts.ts';

/** Where a sign stands on US QWERTY: there it is looked for where a layout does not type it. */
const placeOnUs = (name: string): Typed | undefined => pressesOf('US').find(({ key }) => key === name);

/** How an agent presses a key that types: what is printed on it where the layout has it, else its place. */
function pressFor(layout: LayoutName, name: string): Typed {
  const digit = /^Shift\+(\d)$/.exec(name)?.[1];
  if (digit !== undefined) return shiftedDigit(layout, digit);
  const found = pressesOf(layout).find(({ key }) => key === name) ?? placeOnUs(name);
  if (!found) throw new Error(`no layout has ${name}`);
  // Caps and signs above digits are what the layout types at that place.
  const typed = pressesOf(layout).find(({ code, shiftKey }) => code === found.code && shiftKey === found.shiftKey);
  return typed ?? found;
}

/** Digits go by their place, with Shift too: on AZERTY that types the digit. */
function shiftedDigit(layout: LayoutName, digit: string): Typed {
  const found = pressesOf(layout).find(({ code, shiftKey }) => code === `Digit${digit}` && shiftKey);
  if (!found) throw new Error(`no layout has Shift+${digit}`);
  return found;
}

/** `Mod+Shift+I` as the presses' parts; null for keys that are the same everywhere (Enter, arrows). */
function partsOf(chord: string): { readonly name: string; readonly mod: boolean } | null {
  const mod = chord.startsWith('Mod+');
  const rest = chord.replace(/^Mod\+/, '');
  const shift = /^Shift\+(.)$/.exec(rest)?.[1];
  if (shift !== undefined) return { name: /\d/.test(shift) ? `Shift+${shift}` : shift.toUpperCase(), mod };
  return rest.length === 1 ? { name: mod ? rest.toLowerCase() : rest, mod } : null;
}

type Ran = { readonly id: CommandId; readonly count: number };

function start(choices: KeyChoices): { readonly keys: KeyDispatcher; readonly ran: Ran[] } {
  const ran: Ran[] = [];
  const registry = createCommandRegistry();
  for (const { id } of COMMANDS) registry.register(id, { run: (count) => void ran.push({ id, count }) });
  const keys = createKeyDispatcher({
    keymap: createKeymap(choices),
    registry,
    mac: false,
    onPending: () => undefined,
    after: () => () => undefined,
  });
  return { keys, ran };
}

const typing = (key: string): boolean => key.split(' ').every((chord) => partsOf(chord) !== null);

/** What runs when a key of a command is pressed where the command can run. */
function runs(layout: LayoutName, choices: KeyChoices, command: Command, key: string): readonly CommandId[] {
  const { keys, ran } = start(choices);
  for (const chord of key.split(' ')) {
    const parts = partsOf(chord);
    if (!parts) continue;
    const { key: typed, code, shiftKey } = pressFor(layout, parts.name);
    keys.press(press(typed, code, { shiftKey, ctrlKey: parts.mod }), {
      contexts: command.contexts.filter((context) => context !== 'global'),
      editing: false,
    });
  }
  return ran.map(({ id }) => id);
}

describe.each(LAYOUTS)('on %s', (layout) => {
  const plain = keyChoicesSchema.parse({});
  const all = COMMANDS.flatMap((command: Command & { readonly id: CommandId }) =>
    command.keys.filter(typing).map((key) => ({ command, key })),
  );

  it('runs every command by every key of its that types something', () => {
    expect(all.length).toBeGreaterThan(30);
    const wrong = all
      .map(({ command, key }) => ({ key, wanted: command.id, ran: runs(layout, plain, command, key) }))
      .filter(({ wanted, ran }) => ran.length !== 1 || ran[0] !== wanted);
    expect(wrong).toEqual([]);
  });

  it('reaches every command of the Gmail-like keys by one of its keys', () => {
    const gmail = keyChoicesSchema.parse({ preset: 'gmail' });
    const keysOf = keysUnder(gmail);
    const lost = COMMANDS.filter((command: Command & { readonly id: CommandId }) => {
      const keys = keysOf(command.id);
      return (
        keys.length > 0 && !keys.some((key) => !typing(key) || runs(layout, gmail, command, key)[0] === command.id)
      );
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('takes the digits for a number, without Shift', () => {
    for (const digit of '123456789') {
      const { keys, ran } = start(plain);
      const typed = pressesOf(layout).find(({ code, shiftKey }) => code === `Digit${digit}` && !shiftKey);
      const where = { contexts: ['list'] as const, editing: false };
      keys.press(press(typed?.key ?? '', `Digit${digit}`), where);
      const next = pressFor(layout, 'j');
      keys.press(press(next.key, next.code), where);
      expect(ran).toEqual([{ id: 'list.next', count: Number(digit) }]);
    }
  });

  it('runs nothing while text is composed or typed with AltGr', () => {
    const { keys, ran } = start(plain);
    for (const typed of pressesOf(layout))
      for (const state of [
        { isComposing: true, keyCode: 229 },
        { keyCode: 229 },
        { altGraph: true, ctrlKey: true, altKey: true },
        { altGraph: true },
      ])
        keys.press(press(typed.key, typed.code, { shiftKey: typed.shiftKey, ...state }), {
          contexts: ['ticket', 'list'],
          editing: false,
        });
    expect(ran).toEqual([]);
  });
});

/** As Chromium on Linux tells of Telex by an input method: what it takes comes as `Process`, what it lets through as itself. */
it('leaves Telex to the input method, and hears what it lets through', () => {
  const { keys, ran } = start(keyChoicesSchema.parse({}));
  const where = { contexts: ['list'] as const, editing: true };
  for (const code of ['KeyD', 'KeyD', 'KeyA', 'KeyA', 'KeyS'])
    keys.press(press('Process', code, { keyCode: 229, isComposing: true }), where);
  expect(ran).toEqual([]);
  keys.press(press('k', 'KeyK', { ctrlKey: true }), where);
  expect(ran.map(({ id }) => id)).toEqual(['app.palette']);
});
