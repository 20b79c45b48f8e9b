import { expect, it } from 'vitest';
import { writeCallLogCsv } from '#shared/calls/call-log-csv.ts';
import { readCsvRows, unguarded } from '#shared/csv/csv-rows.ts';
import { aCall } from '../../../support/a-call.ts';

const START = Date.UTC(2026, 10, 26, 9, 0, 0);

const rowsOf = (csv: string): readonly Readonly<Record<string, string>>[] => {
  const [heading, ...rows] = readCsvRows(csv).map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [heading?.[at] ?? '', cell])));
};

it('writes instants in ISO 8601 and spans in seconds, with a byte order mark', () => {
  const call = aCall(1, {
    startedAt: START,
    answeredAt: START + 8_400,
    holds: [{ from: START + 20_000, until: START + 35_000 }],
    endedAt: START + 68_400,
    wrappedAt: START + 98_400,
    disposition: 'Solved',
    followUpAt: START + 86_400_000,
  });
  const csv = writeCallLogCsv([{ call, person: 'Maren', ticket: { number: '48291', subject: 'Tent, torn' } }], 0);
  expect(csv.startsWith('\ufeff"started"')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  expect(rowsOf(csv)).toEqual([
    expect.objectContaining({
      started: '2026-11-26T09:00:00.000Z',
      answered: '2026-11-26T09:00:08.400Z',
      ended: '2026-11-26T09:01:08.400Z',
      direction: 'in',
      outcome: 'talked',
      customer: 'Maren',
      ring_seconds: '8',
      talk_seconds: '45',
      hold_seconds: '15',
      wrap_up_seconds: '30',
      disposition: 'Solved',
      follow_up: '2026-11-27T09:00:00.000Z',
      ticket: '48291',
      subject: 'Tent, torn',
    }),
  ]);
});

it('lets no name or number that came from outside run in a spreadsheet', () => {
  const call = aCall(1, { number: '+4791234567', name: '=HYPERLINK("https://evil.example")', startedAt: START });
  const [row] = rowsOf(writeCallLogCsv([{ call, person: '@SUM(A1)', ticket: null }], START));
  expect(row).toMatchObject({ number: "'+4791234567", customer: "'@SUM(A1)", ended: '', ticket: '' });
  expect(unguarded(row?.['name'] ?? '')).toBe('=HYPERLINK("https://evil.example")');
  expect(row?.['name']).toMatch(/^'=/);
});

it('tells calls apart that nobody answered', () => {
  const ended = { startedAt: START, endedAt: START + 12_000 };
  const calls = [
    aCall(1, ended),
    aCall(2, { ...ended, direction: 'out' }),
    aCall(3, { ...ended, answeredElsewhere: true }),
    aCall(4, { ...ended, answeredAt: START, transferredTo: 'Ann' }),
  ];
  const csv = writeCallLogCsv(
    calls.map((call) => ({ call, person: '', ticket: null })),
    0,
  );
  expect(rowsOf(csv).map(({ outcome }) => outcome)).toEqual(['missed', 'not-reached', 'taken-elsewhere', 'passed-on']);
});
