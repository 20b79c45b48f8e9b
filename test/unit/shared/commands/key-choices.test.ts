import { describe, expect, it } from 'vitest';
import { COMMANDS, type CommandId } from '#shared/commands/catalogue.ts';
import { keyChoicesSchema, keysUnder, PRESET_KEYS, PRESETS } from '#shared/commands/key-choices.ts';
import { readKey } from '#shared/commands/key-notation.ts';
import { refusalOf } from '#shared/commands/key-refusals.ts';
import { settingsSchema } from '#shared/settings/settings.ts';
import { allConflicts } from '../../../support/all-conflicts.ts';

describe.each(PRESETS)('the preset %s', (preset) => {
  const keysOf = keysUnder(keyChoicesSchema.parse({ preset }));
  const all = COMMANDS.flatMap(({ id }) => keysOf(id));

  it('has no key that could mean two commands, nor one that begins a sequence of another', () => {
    expect(allConflicts(COMMANDS, keysOf)).toEqual([]);
  });

  it('has no key that an agent’s layout, a browser or a text field needs', () => {
    expect(all.filter((key) => refusalOf(key, 'browser') !== null)).toEqual([]);
  });

  it('names commands that there are, and writes keys as the catalogue does', () => {
    const ids: readonly string[] = COMMANDS.map(({ id }) => id);
    expect(Object.keys(PRESET_KEYS[preset]).filter((id) => !ids.includes(id))).toEqual([]);
    expect(all.filter((key) => readKey(key) !== key)).toEqual([]);
  });
});

describe('keyChoicesSchema', () => {
  it('drops what cannot be read and keeps the rest, each part by itself', () => {
    const read = keyChoicesSchema.parse({
      preset: 'emacs',
      singleKeys: false,
      own: {
        'list.next': ['h'],
        'list.previous': ['Ctrl+Alt'],
        'ticket.solve': 'e',
        'of.tomorrow': ['q'],
        'go.mine': [],
      },
    });
    expect(read).toEqual({
      preset: 'holdfast',
      singleKeys: false,
      own: { 'list.next': ['h'], 'of.tomorrow': ['q'], 'go.mine': [] },
      digits: {},
    });
  });

  it('falls back to the defaults as a part of the settings, and costs no other setting', () => {
    const settings = settingsSchema.parse({ keys: 'nonsense', theme: 'dark' });
    expect(settings.keys).toEqual({ preset: 'holdfast', singleKeys: true, own: {}, digits: {} });
    expect(settings.theme).toBe('dark');
  });
});

describe('readKey', () => {
  it.each([
    ['J', 'j'],
    ['Mod+k', 'Mod+K'],
    ['Shift+a', 'Shift+A'],
    ['g i', 'g i'],
    ['Mod++', 'Mod++'],
    ['?', '?'],
    ['ArrowDown', 'ArrowDown'],
  ])('reads %s as %s', (text, key) => {
    expect(readKey(text)).toBe(key);
  });

  it.each(['', 'Alt+E', 'Ctrl+K', 'g i m x', 'g  i', 'ж', 'arrowdown', 'Mod+'])('cannot read %j', (text) => {
    expect(readKey(text)).toBeNull();
  });
});

it('a command has its own keys, else those of the preset, else the catalogue’s', () => {
  const id: CommandId = 'ticket.new';
  expect(keysUnder(keyChoicesSchema.parse({}))(id)).toEqual(['c']);
  expect(keysUnder(keyChoicesSchema.parse({ preset: 'gmail' }))(id)).toEqual(['c', 'd']);
  expect(keysUnder(keyChoicesSchema.parse({ preset: 'gmail', own: { [id]: ['Shift+C'] } }))(id)).toEqual(['Shift+C']);
});
