import { expect, test } from 'vitest';
import { readCsvRows, unguarded, writeCsvRows } from '#shared/csv/csv-rows.ts';

test.each(['-20', '-1.5', '3', '1e21', '-1.5e-7'])('the number %s stays one', (number) => {
  expect(readCsvRows(writeCsvRows([[number]]))[0]?.cells).toEqual([number]);
});

test.each(['-20+3', '=1', '+47 21 00 00 00', '-', '@a', "'-20", "'=1"])(
  '%s is text, and comes back as it was',
  (cell) => {
    const [written = ''] = readCsvRows(writeCsvRows([[cell]]))[0]?.cells ?? [];
    expect(written).toBe(`'${cell}`);
    expect(unguarded(written)).toBe(cell);
  },
);
