import gmail from '#resources/keymaps/gmail.json';
import holdfast from '#resources/keymaps/holdfast.json';
import { z } from '../schema.ts';
import { COMMANDS, type Command } from './catalogue.ts';
import { readKey, typesCharacter } from './key-notation.ts';
import { isMacroCommand, macroCommand, type RunnableId } from './macro-commands.ts';

/** Keys by command, in place of those that it would have; an empty list takes them all away. */
export type KeysByCommand = Readonly<Record<string, readonly string[]>>;

export const PRESETS = ['holdfast', 'gmail'] as const;
export type Preset = (typeof PRESETS)[number];

/** What a preset has instead of the catalogue's keys. */
export const PRESET_KEYS: Readonly<Record<Preset, KeysByCommand>> = { holdfast: holdfast.keys, gmail: gmail.keys };

const keySchema = z.string().transform((text, context) => {
  const key = readKey(text);
  if (key !== null) return key;
  context.addIssue({ code: 'custom', message: 'no key' });
  return z.NEVER;
});

/**
 * A command whose keys cannot be read goes back to those of the preset. Commands of a newer Holdfast are kept for it, and macros that are
 * not there: they may come back.
 */
const ownKeysSchema = z
  .record(z.string(), z.array(keySchema).or(z.null()).catch(null))
  .transform(
    (read): KeysByCommand =>
      Object.fromEntries(Object.entries(read).flatMap(([id, keys]) => (keys === null ? [] : [[id, keys]]))),
  );

/** Digits by macro. */
export const macroDigitsSchema = z.record(z.string(), z.number().int().min(1).max(9));

/** How the agent wants the keys. */
export const keyChoicesSchema = z.object({
  preset: z.enum(PRESETS).catch('holdfast').default('holdfast'),
  /** Keys that type a character run commands. */
  singleKeys: z.boolean().catch(true).default(true),
  /** The agent's own, by command; a macro's are by its id. */
  own: ownKeysSchema.catch({}).default({}),
  /** Digits of the picker, by macro. */
  digits: macroDigitsSchema.catch({}).default({}),
});
export type KeyChoices = Readonly<z.infer<typeof keyChoicesSchema>>;

/** The catalogue, and the macros that the agent has given keys. */
export const commandsUnder = ({ own }: Pick<KeyChoices, 'own'>): readonly (Command & { readonly id: RunnableId })[] => [
  ...COMMANDS,
  ...Object.keys(own).filter(isMacroCommand).map(macroCommand),
];

/** The keys that each command has under these choices. */
export function keysUnder(
  choices: Pick<KeyChoices, 'preset' | 'singleKeys' | 'own'>,
): (id: RunnableId) => readonly string[] {
  const { preset, singleKeys, own } = choices;
  const given: KeysByCommand = { ...PRESET_KEYS[preset], ...own };
  const keys = new Map<string, readonly string[]>(
    commandsUnder(choices).map((command) => {
      const all = given[command.id] ?? command.keys;
      return [command.id, singleKeys ? all : all.filter((key) => !typesCharacter(key))];
    }),
  );
  return (id) => keys.get(id) ?? [];
}
