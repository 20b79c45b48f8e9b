import { err, ok, type Result } from '../result.ts';
import { z } from '../schema.ts';
import { importPlaceholders } from '../templates/import-placeholders.ts';
import { type CannedFile, type FileFault, type LeftOut, type ReadCanned, readFileResponse } from './canned-file.ts';
import type { CannedResponse } from './canned-response.ts';
import { shortcodeKey, suggestShortcode } from './shortcodes.ts';

const VERSION = 1;

/** One response is parsed by itself, so that a bad one costs one response. */
const fileSchema = z.object({
  holdfast: z.literal('canned-responses'),
  version: z.number(),
  responses: z.array(z.unknown()),
});

/** https://developers.chatwoot.com/api-reference/canned-responses/list-all-canned-responses-in-an-account: Markdown. */
const chatwootSchema = z.looseObject({ short_code: z.string(), content: z.string() });
/** https://developers.freshdesk.com/api/#canned-responses: `content` is its HTML without marks. */
const freshdeskSchema = z.looseObject({ title: z.string(), content: z.string(), content_html: z.string().optional() });

/** Files that a response attaches go by name and hash, without their bytes. */
export function writeCannedJson(responses: readonly CannedResponse[]): string {
  const entries = responses.map(({ shortcode, title, folder, tags, scope, variants, files }) => ({
    shortcode,
    title,
    folder,
    tags,
    scope,
    variants,
    files,
  }));
  return `${JSON.stringify({ holdfast: 'canned-responses', version: VERSION, responses: entries }, null, 2)}\n`;
}

/** Reads our file, or a list as Chatwoot's or Freshdesk's API answers it. An entry that cannot be taken costs that entry. */
export function readCannedJson(text: string, read: ReadCanned): Result<CannedFile, FileFault> {
  const json = parseJson(text.replace(/^\ufeff/, ''));
  const file = fileSchema.safeParse(json);
  if (file.success)
    return file.data.version > VERSION ? err('newer-version') : ok(readEntries(file.data.responses, readOwn));
  const list = z.array(z.unknown()).safeParse(json);
  if (!list.success) return err('not-canned');
  if (list.data.some((entry) => chatwootSchema.safeParse(entry).success))
    return ok(readEntries(list.data, readChatwoot));
  if (list.data.some((entry) => freshdeskSchema.safeParse(entry).success))
    return ok(readEntries(list.data, freshdeskReader(read)));
  return err('not-canned');
}

/** What a form makes of an entry: the properties of a response, not looked at yet. */
type Told = { readonly raw: unknown; readonly shortcode: string; readonly unknown: readonly string[] };

function readEntries(entries: readonly unknown[], tell: (entry: unknown) => Told | null): CannedFile {
  const responses: CannedFile['responses'][number][] = [];
  const untranslated: CannedFile['untranslated'][number][] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, entry] of entries.entries()) {
    const place = { by: 'entry', at: index + 1 } as const;
    const told = tell(entry);
    const read = told ? readFileResponse(told.raw) : err('entry' as const);
    const twice = read.ok && hasLocaleTwice(read.value.variants.map(({ locale }) => locale));
    if (!read.ok || twice) {
      leftOut.push({ place, shortcode: told?.shortcode ?? '', why: read.ok ? 'locale-twice' : read.error });
      continue;
    }
    responses.push({ place, response: read.value });
    if (told && told.unknown.length > 0) untranslated.push({ place, placeholders: told.unknown });
  }
  return { responses, leftOut, untranslated };
}

const hasLocaleTwice = (locales: readonly (string | null)[]): boolean =>
  new Set(locales.map((locale) => locale?.toLowerCase() ?? null)).size < locales.length;

const coded = z.looseObject({ shortcode: z.string() });
const readOwn = (raw: unknown): Told => ({ raw, shortcode: coded.safeParse(raw).data?.shortcode ?? '', unknown: [] });

function readChatwoot(entry: unknown): Told | null {
  const parsed = chatwootSchema.safeParse(entry);
  if (!parsed.success) return null;
  const { short_code: code, content } = parsed.data;
  const shortcode = code.trim().replace(/\s+/gu, '-');
  return { raw: { shortcode, title: code, variants: [{ locale: null, text: content }] }, shortcode, unknown: [] };
}

/** They have titles and no shortcodes: those are made of the titles. */
function freshdeskReader({ toMarkdown }: ReadCanned): (entry: unknown) => Told | null {
  const taken = new Set<string>();
  return (entry) => {
    const parsed = freshdeskSchema.safeParse(entry);
    if (!parsed.success) return null;
    const { title, content, content_html: html } = parsed.data;
    const shortcode = suggestShortcode(title, taken);
    taken.add(shortcodeKey(shortcode));
    const { text, unknown } = importPlaceholders('freshdesk', html ?? content);
    const words = html === undefined ? text : toMarkdown(text);
    return { raw: { shortcode, title, variants: [{ locale: null, text: words }] }, shortcode, unknown };
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
