import { describe, expect, it } from 'vitest';
import { keyChoicesSchema } from '#shared/commands/key-choices.ts';
import { readKeymapFile, writeKeymapFile } from '#shared/commands/keymap-file.ts';

const choices = keyChoicesSchema.parse({
  preset: 'gmail',
  singleKeys: false,
  own: { 'list.next': ['h'], 'go.mine': [], 'macro:mine:1': ['Mod+Shift+1'] },
  digits: { 'mine:1': 3 },
});
const file = (keys: unknown): string => JSON.stringify({ holdfast: 'keymap', preset: 'gmail', singleKeys: true, keys });

describe('a keymap as a file', () => {
  it('comes back as it was', () => {
    expect(readKeymapFile(writeKeymapFile(choices), 'browser')).toEqual({
      ok: true,
      value: { choices, leftOut: { commands: [], keys: [] } },
    });
  });

  it('names commands that there are not here, and keys that cannot be had, and takes the rest', () => {
    const read = readKeymapFile(
      file({ 'list.next': ['h', 'Mod+T'], 'of.tomorrow': ['q'], 'ticket.solve': ['Alt+S'], 'go.mine': [] }),
      'browser',
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        choices: { own: { 'list.next': ['h'], 'go.mine': [] } },
        leftOut: { commands: ['of.tomorrow'], keys: ['Mod+T', 'Alt+S'] },
      },
    });
    expect(readKeymapFile(file({ 'list.next': ['Mod+T'] }), 'electron')).toMatchObject({
      value: { choices: { own: { 'list.next': ['Mod+T'] } }, leftOut: { keys: [] } },
    });
  });

  it.each([
    ['', 'nothing'],
    ['{', 'half a file'],
    ['{"theme":"dark"}', 'other settings'],
    [file({ 'list.next': 'j' }), 'keys of another shape'],
    [file(null), 'no keys'],
  ])('refuses %j: %s', (text) => {
    expect(readKeymapFile(text, 'browser')).toEqual({ ok: false, error: 'not-a-keymap' });
  });

  it('takes keys of macros that are not here, for they may come, and files of earlier versions', () => {
    const read = readKeymapFile(file({ 'macro:desk-9:4': ['Mod+Shift+2', 'Alt+S'] }), 'browser');
    // Those that the agent has stay.
    const theirs = { preset: 'gmail', singleKeys: true, own: { 'macro:desk-9:4': ['Mod+Shift+2'] } };
    expect(read).toStrictEqual({ ok: true, value: { choices: theirs, leftOut: { commands: [], keys: ['Alt+S'] } } });
  });
});
