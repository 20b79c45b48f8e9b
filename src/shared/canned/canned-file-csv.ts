import { readCsvRows, unguarded, writeCsvRows } from '../csv/csv-rows.ts';
import { err, ok, type Result } from '../result.ts';
import {
  type CannedFile,
  type EntryFault,
  type FileFault,
  type FileResponse,
  type LeftOut,
  type ReadCanned,
  readFileResponse,
} from './canned-file.ts';
import type { CannedResponse } from './canned-response.ts';
import { joinCell, splitCell } from './cell-list.ts';
import { type NamedRow, nameCells } from './named-row.ts';
import { shortcodeKey } from './shortcodes.ts';
import { readZammadRows } from './zammad-text-modules.ts';

const COLUMNS = ['shortcode', 'title', 'folder', 'tags', 'scope', 'locale', 'text'] as const;

/** One row per variant. Files that a response attaches are not in it, and stay with the response when it is read back. */
export const writeCannedCsv = (responses: readonly CannedResponse[]): string =>
  writeCsvRows([
    COLUMNS,
    ...responses.flatMap(({ shortcode, title, folder, tags, scope, variants }) =>
      variants.map(({ locale, text }) => [
        shortcode,
        title,
        joinCell(folder, '/'),
        joinCell(tags, ';'),
        scope,
        locale ?? '',
        text,
      ]),
    ),
  ]);

/**
 * Reads a CSV with our columns, of which folder, tags, scope and locale may be missing, or Zammad's text modules; the heading tells
 * which, in any order and case. A line that cannot be taken costs that line.
 */
export function readCannedCsv(text: string, read: ReadCanned): Result<CannedFile, FileFault> {
  const [heading, ...rows] = readCsvRows(text);
  const names = heading?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const has = (...wanted: readonly string[]): boolean => wanted.every((name) => names.includes(name));
  const named = rows.map((row) => nameCells(row, names));
  if (has('shortcode', 'title', 'text')) return ok(readRows(named));
  if (has('name', 'keywords', 'content')) return ok(readZammadRows(named, read));
  return err('not-canned');
}

function readRows(rows: readonly NamedRow[]): CannedFile {
  const found = new Map<string, CannedFile['responses'][number]>();
  const leftOut: LeftOut[] = [];
  for (const row of rows) {
    const read = row.fault === null ? readRow(row) : err(row.fault);
    const key = read.ok ? shortcodeKey(read.value.shortcode) : '';
    const before = found.get(key);
    const joined = read.ok && before ? joinVariant(before.response, read.value) : read;
    if (joined.ok) found.set(key, { place: before?.place ?? row.place, response: joined.value });
    else leftOut.push({ place: row.place, shortcode: cellOf(row, 'shortcode'), why: joined.error });
  }
  return { responses: [...found.values()], leftOut, untranslated: [] };
}

const cellOf = ({ cells }: NamedRow, name: string): string => unguarded(cells.get(name) ?? '').trim();

function readRow(row: NamedRow): Result<FileResponse, EntryFault> {
  const has = (name: string): boolean => row.cells.has(name);
  const locale = cellOf(row, 'locale');
  return readFileResponse({
    shortcode: cellOf(row, 'shortcode'),
    title: cellOf(row, 'title'),
    ...(has('folder') && { folder: splitCell(cellOf(row, 'folder'), '/') }),
    ...(has('tags') && { tags: splitCell(cellOf(row, 'tags'), ';') }),
    ...(has('scope') && { scope: cellOf(row, 'scope').toLowerCase() }),
    variants: [{ locale: locale === '' ? null : locale, text: unguarded(row.cells.get('text') ?? '') }],
  });
}

function joinVariant(first: FileResponse, next: FileResponse): Result<FileResponse, EntryFault> {
  if (headOf(first) !== headOf(next)) return err('differs');
  const locales = new Set(first.variants.map(({ locale }) => locale?.toLowerCase() ?? null));
  if (next.variants.some(({ locale }) => locales.has(locale?.toLowerCase() ?? null))) return err('locale-twice');
  return readFileResponse({ ...first, variants: [...first.variants, ...next.variants] });
}

const headOf = ({ title, folder, tags, scope }: FileResponse): string => JSON.stringify([title, folder, tags, scope]);
