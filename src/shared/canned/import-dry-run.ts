import { err, ok, type Result } from '../result.ts';
import { type CannedFile, type EntryFault, type FileResponse, faultOf, type LeftOut } from './canned-file.ts';
import { type CannedResponse, cannedResponseSchema } from './canned-response.ts';
import { shortcodeKey } from './shortcodes.ts';

const FIELDS = ['shortcode', 'title', 'folder', 'tags', 'scope', 'variants', 'files'] as const;
export type CannedField = (typeof FIELDS)[number];

/** What taking a file would do. Nothing is changed by working it out; it is done by putting what is added and changed. */
export type CannedImport = {
  readonly added: readonly CannedResponse[];
  readonly changed: readonly {
    readonly from: CannedResponse;
    readonly to: CannedResponse;
    readonly fields: readonly CannedField[];
  }[];
  /** As they are here already. */
  readonly same: readonly CannedResponse[];
  /** In the file's order. */
  readonly leftOut: readonly LeftOut[];
  readonly untranslated: CannedFile['untranslated'];
};

/**
 * Sets a file against the responses that there are. They are told apart by shortcode, whatever its case. An import adds and changes
 * and takes nothing away: responses, languages and properties that the file does not tell stay as they are.
 */
export function importDryRun(
  { responses, leftOut, untranslated }: CannedFile,
  {
    mine,
    newId,
    now,
  }: { readonly mine: readonly CannedResponse[]; readonly newId: () => string; readonly now: number },
): CannedImport {
  const here = new Map(mine.map((response) => [shortcodeKey(response.shortcode), response]));
  const seen = new Set<string>();
  const added: CannedResponse[] = [];
  const changed: CannedImport['changed'][number][] = [];
  const same: CannedResponse[] = [];
  const left = [...leftOut];
  for (const { place, response } of responses) {
    const key = shortcodeKey(response.shortcode);
    const from = here.get(key);
    const to = seen.has(key)
      ? err('twice' as const)
      : checked({ ...joined(from, response), id: from?.id ?? newId(), updatedAt: now });
    if (!to.ok) {
      left.push({ place, shortcode: response.shortcode, why: to.error });
      continue;
    }
    seen.add(key);
    const fields = from ? FIELDS.filter((field) => !isSame(field, from, to.value)) : [];
    if (!from) added.push(to.value);
    else if (fields.length > 0) changed.push({ from, to: to.value, fields });
    else same.push(from);
  }
  left.sort((one, other) => one.place.at - other.place.at);
  return { added, changed, same, leftOut: left, untranslated };
}

const joined = (
  from: CannedResponse | undefined,
  response: FileResponse,
): Omit<CannedResponse, 'id' | 'updatedAt'> => ({
  shortcode: response.shortcode,
  title: response.title,
  folder: response.folder ?? from?.folder ?? [],
  tags: response.tags ?? from?.tags ?? [],
  scope: response.scope ?? from?.scope ?? 'personal',
  variants: joinedVariants(from?.variants ?? [], response.variants),
  files: response.files ?? from?.files ?? [],
});

/** What is here in its order, with the file's text where it has one, then the languages that only the file has. */
function joinedVariants(
  here: CannedResponse['variants'],
  there: CannedResponse['variants'],
): CannedResponse['variants'] {
  const byLocale = new Map([...here, ...there].map((variant) => [variant.locale?.toLowerCase() ?? null, variant]));
  return [...byLocale.values()];
}

/** Two that fit by themselves may not fit together: languages are limited in number. */
function checked(response: CannedResponse): Result<CannedResponse, EntryFault> {
  const parsed = cannedResponseSchema.safeParse(response);
  return parsed.success ? ok(parsed.data) : err(faultOf(parsed.error.issues[0]?.path ?? []));
}

/** Spaces around a tag are lost in a cell, and mean nothing. */
const isSame = (field: CannedField, from: CannedResponse, to: CannedResponse): boolean =>
  field === 'tags'
    ? JSON.stringify(from.tags.map((tag) => tag.trim()).filter(Boolean)) ===
      JSON.stringify(to.tags.map((tag) => tag.trim()).filter(Boolean))
    : JSON.stringify(from[field]) === JSON.stringify(to[field]);
