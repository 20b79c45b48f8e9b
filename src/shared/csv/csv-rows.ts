import Papa from 'papaparse';

/** A row, and the line on which it begins, from 1. */
export type CsvRow = {
  readonly line: number;
  readonly cells: readonly string[];
  /** Its quotation marks do not close, or stand inside a cell. */
  readonly broken: boolean;
};

/**
 * The rows of a CSV (RFC 4180) with a byte order mark or without, whatever newline it has; empty rows are left out. What parts cells
 * and rows is what does so first in the heading, where no name has a comma, semicolon, tab or newline.
 */
export function readCsvRows(text: string): readonly CsvRow[] {
  const body = text.replace(/^\ufeff/, '');
  const rows: CsvRow[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(body, {
    delimiter: /[,;\t]/.exec(body)?.[0] ?? ',',
    newline: newlineOf(body),
    step: ({ data: cells, errors, meta }) => {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells, broken: errors.length > 0 });
      line += body.slice(read, meta.cursor).match(/\r\n|\r|\n/g)?.length ?? 0;
      read = meta.cursor;
    },
  });
  return rows;
}

/** Every cell quoted, with a byte order mark, without which Excel takes a CSV for the machine's old code page. */
export const writeCsvRows = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse(
    rows.map((row) => row.map(guarded)),
    { quotes: true, newline: '\r\n' },
  )}\r\n`;

function newlineOf(body: string): '\r\n' | '\r' | '\n' {
  const first = /\r\n|\r|\n/.exec(body)?.[0];
  return first === '\r\n' || first === '\r' ? first : '\n';
}

/**
 * Spreadsheets take a cell that begins so for a formula, also in quotation marks, and run it (https://owasp.org/www-community/attacks/CSV_Injection).
 * An apostrophe in front makes it text; one more is put before those that stood there, so that each comes back as it was. A number
 * stays one.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;
const guarded = (cell: string): string => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);
export const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);
