import { err, ok, type Result } from '../result.ts';
import { z } from '../schema.ts';
import { COMMANDS } from './catalogue.ts';
import { type KeyChoices, type KeysByCommand, PRESETS } from './key-choices.ts';
import { readKey } from './key-notation.ts';
import { refusalOf } from './key-refusals.ts';

/** A keymap as a file to take to another machine. */
const fileSchema = z.object({
  holdfast: z.literal('keymap'),
  preset: z.enum(PRESETS),
  singleKeys: z.boolean(),
  keys: z.record(z.string(), z.array(z.string())),
});

/** What of a file was left out: commands that there are not here, and keys that cannot be read or had here. */
export type LeftOut = { readonly commands: readonly string[]; readonly keys: readonly string[] };

export const writeKeymapFile = ({ preset, singleKeys, own }: KeyChoices): string =>
  `${JSON.stringify({ holdfast: 'keymap', preset, singleKeys, keys: own }, null, 2)}\n`;

/** Reads a file that an agent chose; errs when it is no keymap at all. */
export function readKeymapFile(
  text: string,
  host: 'electron' | 'browser',
): Result<{ readonly choices: KeyChoices; readonly leftOut: LeftOut }, 'not-a-keymap'> {
  const read = fileSchema.safeParse(parseJson(text));
  if (!read.success) return err('not-a-keymap');
  const { preset, singleKeys, keys } = read.data;
  const ids: ReadonlySet<string> = new Set(COMMANDS.map(({ id }) => id));
  const wrong: string[] = [];
  const own: Record<string, readonly string[]> = {};
  for (const [id, wanted] of Object.entries(keys)) {
    if (!ids.has(id)) continue;
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
    choices: { preset, singleKeys, own: own satisfies KeysByCommand },
    leftOut: { commands: Object.keys(keys).filter((id) => !ids.has(id)), keys: wrong },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
