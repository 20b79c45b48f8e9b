import { describe, expect, it } from 'vitest';
import { createKeymap } from '#renderer/commands/keymap.ts';
import { COMMANDS } from '#shared/commands/catalogue.ts';
import { type KeyChoices, keyChoicesSchema } from '#shared/commands/key-choices.ts';

const keymap = (choices: Partial<KeyChoices>) => createKeymap({ ...keyChoicesSchema.parse({}), ...choices });

describe('createKeymap', () => {
  it('takes other keys for a command, or none', () => {
    const { match } = keymap({ own: { 'list.next': ['h'], 'ticket.solve': [] } });
    expect(match(null, 'h', ['list'])).toEqual({ type: 'command', id: 'list.next' });
    expect(match(null, 'j', ['list'])).toEqual({ type: 'none' });
    expect(match(null, 'e', ['list'])).toEqual({ type: 'none' });
  });

  it('gives a key that two commands have to the one for which the agent chose it', () => {
    const own = { 'go.knowledge': ['e'], 'ticket.group': ['Mod+Shift+K'] };
    expect(keymap({ own }).match(null, 'e', ['list'])).toMatchObject({ id: 'ticket.solve' });
    expect(keymap({ own: { 'ticket.tags': ['j'] } }).match(null, 'j', ['list'])).toMatchObject({ id: 'ticket.tags' });
    expect(keymap({ own }).match(null, 'Mod+Shift+K', ['list'])).toMatchObject({ id: 'ticket.group' });
  });

  it('has the keys of a preset where the agent chose none', () => {
    const gmail = keymap({ preset: 'gmail', own: { 'ticket.new': ['c'] } });
    expect(gmail.keysOf('ticket.solve')).toEqual(['e', ']', '}']);
    expect(gmail.keysOf('ticket.new')).toEqual(['c']);
    expect(gmail.keysOf('list.next')).toEqual(['j', 'ArrowDown']);
  });

  it('without single keys runs nothing by a character, and still moves, opens, closes and works with Ctrl', () => {
    const { match, keysOf, counted } = keymap({ singleKeys: false });
    for (const chord of ['j', 'e', '?', 'g', 'Shift+A', ']', '/'])
      expect(match(null, chord, ['ticket', 'list'])).toEqual({ type: 'none' });
    for (const chord of ['ArrowDown', 'Enter', 'Escape', 'Mod+k', 'Mod+,', 'Home'])
      expect(match(null, chord, ['ticket', 'list']).type).toBe('command');
    expect(keysOf('list.next')).toEqual(['ArrowDown']);
    expect(counted(['list'])).toEqual([]);
  });

  it('gives a key to the list rather than to the whole window, in each of the contexts', () => {
    for (const { id, contexts, keys } of COMMANDS)
      for (const key of keys.filter((one) => !one.includes(' ')))
        expect(keymap({}).match(null, key, contexts)).toEqual({ type: 'command', id });
  });

  it('has macros with keys in the list, in a ticket and in the composer', () => {
    const { match, keysOf } = keymap({ own: { 'macro:mine:1': ['Mod+Shift+1', 'x r'] } });
    const macro = { type: 'command', id: 'macro:mine:1' };
    for (const contexts of [['list'], ['ticket', 'list'], ['composer', 'ticket']] as const) {
      expect(match(null, 'Mod+Shift+1', contexts)).toEqual(macro);
      expect(match('x', 'r', contexts)).toEqual(macro);
    }
    expect(match(null, 'Mod+Shift+1', ['article'])).toEqual({ type: 'none' });
    expect(keysOf('macro:mine:1')).toEqual(['Mod+Shift+1', 'x r']);
    expect(keysOf('macro:mine:2')).toEqual([]);
  });
});
