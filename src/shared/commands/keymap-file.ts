import { err, ok, type Result } from '../result.ts';
import { z } from '../schema.ts';
import { COMMANDS } from './catalogue.ts';
import { type KeyChoices, type KeysByCommand, macroDigitsSchema, PRESETS } from './key-choices.ts';
import { readKey } from './key-notation.ts';
import { refusalOf } from './key-refusals.ts';
import { isMacroCommand } from './macro-commands.ts';

/** A keymap as a file to take to another machine. Macros go by their ids: the agent's own are the same wherever their file was taken to. */
const fileSchema = z.object({
  holdfast: z.literal('keymap'),
  preset: z.enum(PRESETS),
  singleKeys: z.boolean(),
  keys: z.record(z.string(), z.array(z.string())),
  /** Files of earlier versions say nothing of them. */
  digits: macroDigitsSchema.optional().catch(undefined),
});

/** What of a file was left out: commands that there are not here, and keys that cannot be read or had here. */
export type LeftOut = { readonly commands: readonly string[]; readonly keys: readonly string[] };

/** `digits` only where the file says which there are. */
type FileChoices = Omit<KeyChoices, 'digits'> & Partial<Pick<KeyChoices, 'digits'>>;

export const writeKeymapFile = ({ preset, singleKeys, own, digits }: KeyChoices): string =>
  `${JSON.stringify({ holdfast: 'keymap', preset, singleKeys, keys: own, digits }, null, 2)}\n`;

/** Reads a file that an agent chose; errs when it is no keymap at all. */
export function readKeymapFile(
  text: string,
  host: 'electron' | 'browser',
): Result<{ readonly choices: FileChoices; readonly leftOut: LeftOut }, 'not-a-keymap'> {
  const read = fileSchema.safeParse(parseJson(text));
  if (!read.success) return err('not-a-keymap');
  const { preset, singleKeys, keys, digits } = read.data;
  const ids: ReadonlySet<string> = new Set(COMMANDS.map(({ id }) => id));
  const isKnown = (id: string): boolean => ids.has(id) || isMacroCommand(id);
  const wrong: string[] = [];
  const own: Record<string, readonly string[]> = {};
  for (const [id, wanted] of Object.entries(keys)) {
    if (!isKnown(id)) continue;
    const good = wanted.flatMap((one) => {
      const key = readKey(one);
      if (key !== null && refusalOf(key, host) === null) return [key];
      wrong.push(one);
      return [];
    });
    // With nothing left of them the command keeps the keys that it has.
    if (good.length > 0 || wanted.length === 0) own[id] = good;
  }
  return ok({
    choices: { preset, singleKeys, own: own satisfies KeysByCommand, ...(digits ? { digits } : {}) },
    leftOut: { commands: Object.keys(keys).filter((id) => !isKnown(id)), keys: wrong },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
