import { describe, expect, it } from 'vitest';
import { keyChoicesSchema } from '#shared/commands/key-choices.ts';
import { readKeymapFile, writeKeymapFile } from '#shared/commands/keymap-file.ts';

const choices = keyChoicesSchema.parse({
  preset: 'gmail',
  singleKeys: false,
  own: { 'list.next': ['h'], 'go.mine': [] },
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
});
