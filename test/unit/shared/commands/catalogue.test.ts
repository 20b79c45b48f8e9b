import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS, type Command, type CommandId } from '#shared/commands/catalogue.ts';
import { refusalOf } from '#shared/commands/key-refusals.ts';
import { allConflicts } from '../../../support/all-conflicts.ts';

const LOCALES = new URL('../../../../resources/locales/', import.meta.url);
const locales = readdirSync(LOCALES);
const titlesIn = (locale: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`${locale}/commands.json`, LOCALES), 'utf8'));
const defaults = (id: CommandId): readonly string[] => COMMANDS.find((command) => command.id === id)?.keys ?? [];

describe('the catalogue', () => {
  it('names each command once', () => {
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });

  it.each(locales)('has a title of its own for every command in %s', (locale) => {
    const titles = titlesIn(locale);
    const named = COMMANDS.map(({ id }) => titles[`commands.${id}`] ?? '');
    expect(COMMANDS.filter((_, index) => named[index] === '')).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('has no key that could mean two commands, nor one that begins a sequence of another', () => {
    expect(allConflicts(COMMANDS, defaults)).toEqual([]);
  });

  it('has no key that an agent’s layout, a browser or a text field needs', () => {
    const refused = COMMANDS.flatMap(({ id, keys }) =>
      keys.map((key) => ({ id, key, why: refusalOf(key, 'browser') })),
    ).filter(({ why }) => why !== null);
    expect(refused).toEqual([]);
  });
});

describe('allConflicts', () => {
  const command = (
    id: string,
    contexts: Command['contexts'],
    ...keys: string[]
  ): Command & { readonly id: string } => ({
    id,
    group: 'app',
    contexts,
    keys,
  });
  const found = (...commands: readonly Command[]): readonly string[] =>
    allConflicts(commands, (id) => commands.find((one) => one.id === id)?.keys ?? []).map(
      ({ id, key, otherId, otherKey }) => `${id} ${key} / ${otherId} ${otherKey}`,
    );

  it.each([
    ['one context', command('a', ['list'], 'j'), command('b', ['list'], 'j')],
    ['a list beside an open ticket', command('a', ['list'], 'j'), command('b', ['ticket'], 'j')],
    ['anywhere and an article', command('a', ['global'], 'j'), command('b', ['article'], 'j')],
    [
      'a ticket and what is for it and its composer',
      command('a', ['ticket', 'composer'], 'j'),
      command('b', ['ticket'], 'j'),
    ],
    ['anywhere and a composer', command('a', ['global'], 'j'), command('b', ['composer'], 'j')],
  ])('finds the same key in %s', (_, one, other) => {
    expect(found(one, other)).toEqual(['a j / b j']);
  });

  it('finds a key that begins a sequence, whichever comes first', () => {
    expect(found(command('a', ['list'], 'g'), command('b', ['global'], 'g i'))).toEqual(['a g / b g i']);
    expect(found(command('a', ['list'], 'g i'), command('b', ['global'], 'g'))).toEqual(['a g i / b g']);
  });

  it('lets a composer take a key of the ticket around it', () => {
    expect(found(command('a', ['composer'], 'Escape'), command('b', ['ticket'], 'Escape'))).toEqual([]);
  });

  it('takes sequences with the same beginning for what they are', () => {
    expect(found(command('a', ['list'], 'g i'), command('b', ['list'], 'g m', 'gi'))).toEqual([]);
  });
});

describe('refusalOf', () => {
  it.each([
    ['Alt+E', 'alt'],
    ['Mod+Alt+S', 'alt'],
    ['g Alt+I', 'alt'],
    ['Mod+N', 'browser'],
    ['Mod+T', 'browser'],
    ['Mod+W', 'browser'],
    ['Mod+Q', 'browser'],
    ['Mod+Shift+N', 'browser'],
    ['Mod+Shift+T', 'browser'],
    ['Mod+Shift+W', 'browser'],
    ['Mod+Shift+P', 'browser'],
    ['Mod+Tab', 'browser'],
    ['Mod+C', 'editing'],
    ['Mod+Shift+Z', 'editing'],
    ['Tab', 'focus'],
    ['Space', 'focus'],
    ['5', 'count'],
    ['1 x', 'count'],
  ] as const)('refuses %s in a browser: %s', (key, why) => {
    expect(refusalOf(key, 'browser')).toBe(why);
  });

  it('gives a program of its own what a browser keeps, and nothing else', () => {
    expect(refusalOf('Mod+T', 'electron')).toBeNull();
    expect(refusalOf('Alt+E', 'electron')).toBe('alt');
  });

  it.each(['Mod+K', 'Mod+Shift+I', 'Shift+F10', 'j', 'g i', 'Delete', 'Mod+Enter'])('lets a command have %s', (key) => {
    expect(refusalOf(key, 'browser')).toBeNull();
  });
});
