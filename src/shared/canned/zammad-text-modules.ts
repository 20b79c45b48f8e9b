import { importPlaceholders } from '../templates/import-placeholders.ts';
import { type CannedFile, type LeftOut, type ReadCanned, readFileResponse } from './canned-file.ts';
import type { NamedRow } from './named-row.ts';
import { shortcodeKey, suggestShortcode } from './shortcodes.ts';

/**
 * Zammad's text modules as it exports and takes them (https://admin-docs.zammad.org/en/latest/manage/text-modules.html): a name,
 * keywords, and HTML with `#{…}`. The shortcode is made of the name, as they have none.
 */
export function readZammadRows(rows: readonly NamedRow[], { toMarkdown }: ReadCanned): CannedFile {
  const responses: CannedFile['responses'][number][] = [];
  const untranslated: CannedFile['untranslated'][number][] = [];
  const leftOut: LeftOut[] = [];
  const taken = new Set<string>();
  for (const { place, cells, fault } of rows) {
    const cell = (name: string): string => cells.get(name)?.trim() ?? '';
    const title = cell('name');
    const shortcode = suggestShortcode(title, taken);
    taken.add(shortcodeKey(shortcode));
    const off = cell('active').toLowerCase() === 'false' ? 'inactive' : null;
    const { text, unknown } = importPlaceholders('zammad', cell('content'));
    const tags = [...new Set(cell('keywords').split(/[\s,;]+/u))].filter((tag) => tag !== '');
    const read = readFileResponse({ shortcode, title, tags, variants: [{ locale: null, text: toMarkdown(text) }] });
    const why = fault ?? off ?? (read.ok ? null : read.error);
    if (why !== null || !read.ok) {
      leftOut.push({ place, shortcode: title, why: why ?? 'entry' });
      continue;
    }
    responses.push({ place, response: read.value });
    if (unknown.length > 0) untranslated.push({ place, placeholders: unknown });
  }
  return { responses, leftOut, untranslated };
}
