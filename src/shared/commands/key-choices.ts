import gmail from '#resources/keymaps/gmail.json';
import holdfast from '#resources/keymaps/holdfast.json';
import { z } from '../schema.ts';
import { COMMANDS, type CommandId } from './catalogue.ts';
import { readKey, typesCharacter } from './key-notation.ts';

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

/** A command whose keys cannot be read goes back to those of the preset. Commands of a newer Holdfast are kept for it. */
const ownKeysSchema = z
  .record(z.string(), z.array(keySchema).or(z.null()).catch(null))
  .transform(
    (read): KeysByCommand =>
      Object.fromEntries(Object.entries(read).flatMap(([id, keys]) => (keys === null ? [] : [[id, keys]]))),
  );

/** How the agent wants the keys. */
export const keyChoicesSchema = z.object({
  preset: z.enum(PRESETS).catch('holdfast').default('holdfast'),
  /** Keys that type a character run commands. */
  singleKeys: z.boolean().catch(true).default(true),
  /** The agent's own, by command. */
  own: ownKeysSchema.catch({}).default({}),
});
export type KeyChoices = Readonly<z.infer<typeof keyChoicesSchema>>;

/** The keys that each command has under these choices. */
export function keysUnder({ preset, singleKeys, own }: KeyChoices): (id: CommandId) => readonly string[] {
  const given: KeysByCommand = { ...PRESET_KEYS[preset], ...own };
  const keys = new Map<string, readonly string[]>(
    COMMANDS.map((command) => {
      const all = given[command.id] ?? command.keys;
      return [command.id, singleKeys ? all : all.filter((key) => !typesCharacter(key))];
    }),
  );
  return (id) => keys.get(id) ?? [];
}
