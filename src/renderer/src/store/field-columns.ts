import type { FieldValue } from '#shared/domain/ticket.ts';

/** Between the values of a field that has several. */
const AND = '\u0000';

/** One custom field over all rows: what each row has, as a place in `values`. Place 0 is an empty field. */
export type FieldColumn = {
  codes(): Uint32Array;
  readonly values: readonly string[];
  /** The smallest and the largest number in each of `values`; NaN where there is none. Made when it is first asked for. */
  numbers(): { readonly low: Float64Array; readonly high: Float64Array };
};

/** The single values of one of a column's `values`. */
export const eachOf = (value: string): readonly string[] => (value.includes(AND) ? value.split(AND) : [value]);

/** As it is compared; empty for an empty field. */
function textOf(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.filter((each) => each !== '').join(AND) : String(value);
}

/** What of a ticket's custom fields is worth keeping, as text; empty when all are. */
export function packFields(fields: Readonly<Record<string, FieldValue>>): string {
  const filled = Object.entries(fields).filter(([, value]) => textOf(value) !== '');
  return filled.length === 0 ? '' : JSON.stringify(Object.fromEntries(filled));
}

export const unpackFields = (packed: string): Readonly<Record<string, FieldValue>> =>
  packed === '' ? {} : (JSON.parse(packed) as Record<string, FieldValue>);

/**
 * Custom fields as columns, made when a view first asks for one and kept up to date from then on: most of an account's fields
 * are never asked for, and some have another value in every row.
 */
export function createFieldColumns(packedAt: (index: number) => string, size: () => number) {
  const made = new Map<string, ReturnType<typeof createColumn>>();
  return {
    column(id: string): FieldColumn {
      const known = made.get(id);
      if (known) return known;
      const column = createColumn(size());
      const key = JSON.stringify(id);
      for (let index = 0; index < size(); index++) {
        const packed = packedAt(index);
        // Parsing costs far more than looking whether there is something to parse.
        if (packed.includes(key)) column.set(index, unpackFields(packed)[id]);
      }
      made.set(id, column);
      return column;
    },
    put(index: number, fields: Readonly<Record<string, FieldValue>>): void {
      for (const [id, column] of made) column.set(index, fields[id]);
    },
  };
}

function createColumn(rows: number) {
  let codes = new Uint32Array(rows);
  let numbers: ReturnType<FieldColumn['numbers']> | null = null;
  const values = [''];
  const known = new Map([['', 0]]);
  return {
    values,
    codes: () => codes,
    set(index: number, value: FieldValue | undefined): void {
      if (index >= codes.length) {
        const next = new Uint32Array((index + 1) * 2);
        next.set(codes);
        codes = next;
      }
      const text = textOf(value);
      const code = known.get(text) ?? values.push(text) - 1;
      known.set(text, code);
      codes[index] = code;
    },
    numbers() {
      if (numbers?.low.length === values.length) return numbers;
      numbers = {
        low: Float64Array.from(values, (value) => Math.min(...numbersIn(value))),
        high: Float64Array.from(values, (value) => Math.max(...numbersIn(value))),
      };
      return numbers;
    },
  };
}

function numbersIn(value: string): readonly number[] {
  const found = eachOf(value)
    .map((each) => (each.trim() === '' ? Number.NaN : Number(each)))
    .filter((number) => !Number.isNaN(number));
  return found.length === 0 ? [Number.NaN] : found;
}
