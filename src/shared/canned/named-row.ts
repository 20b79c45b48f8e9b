import type { CsvRow } from '../csv/csv-rows.ts';
import type { EntryFault, Place } from './canned-file.ts';

/** A row by the names of its columns; `fault`: it does not fit them. */
export type NamedRow = {
  readonly place: Place;
  readonly cells: ReadonlyMap<string, string>;
  readonly fault: EntryFault | null;
};

export const nameCells = ({ line, cells, broken }: CsvRow, names: readonly string[]): NamedRow => ({
  place: { by: 'line', at: line },
  cells: new Map(names.map((name, index) => [name, cells[index] ?? ''])),
  fault: broken ? 'quotes' : cells.length === names.length ? null : 'cells',
});
