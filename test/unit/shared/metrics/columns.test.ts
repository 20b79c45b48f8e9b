import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMeasures, GONE, ME, type Measures, NO_TICKET, NOBODY } from '#shared/metrics/columns.ts';
import { METRIC_IDS, type Measured } from '#shared/metrics/measured.ts';

const replies = (at: number, value = 1, agentId: string | null = 'ana'): Measured => ({
  metric: 'replies',
  at,
  value,
  agentId,
});
const put = (measures: Measures, ticketId: string, ...rows: readonly Measured[]): void =>
  measures.replace({
    source: ticketId,
    mine: false,
    accountId: 'desk-1',
    rows: rows.map((measured) => ({ ticketId, measured })),
  });
/** What the columns hold, in no order. */
function contentOf(measures: Measures): readonly string[] {
  const { length, metric, at, value, agent, ticket, agents, tickets } = measures.columns();
  return Array.from({ length }, (_, row) => row)
    .filter((row) => metric[row] !== GONE)
    .map((row) => {
      const on = ticket[row] === NO_TICKET ? '-' : tickets.textOf(ticket[row] ?? 0);
      return `${on} ${METRIC_IDS[metric[row] ?? 0]} ${at[row]} ${value[row]} ${agents.textOf(agent[row] ?? 0)}`;
    })
    .sort();
}

it('keeps rows, with whose they are and the ticket that they are on', () => {
  const measures = createMeasures();
  put(measures, 't1', replies(5), { ...replies(6, 2, null), metric: 'solved' });
  measures.replace({
    source: 'calls',
    mine: true,
    accountId: null,
    rows: [{ ticketId: null, measured: { ...replies(7, 9, null), metric: 'call-handle' } }],
  });
  measures.replace({
    source: 'survey',
    mine: false,
    accountId: null,
    rows: [{ ticketId: null, measured: { ...replies(8, 100, 'ana'), metric: 'nps' } }],
  });
  expect(contentOf(measures)).toEqual([
    '- call-handle 7 9 me',
    '- nps 8 100 ',
    't1 replies 5 1 desk-1:ana',
    't1 solved 6 2 ',
  ]);
  const { agent } = measures.columns();
  expect([...agent.subarray(0, 4)]).toEqual([2, NOBODY, ME, NOBODY]);
});

it('puts new rows in the place of all that the ticket had, and none take it out', () => {
  const measures = createMeasures();
  put(measures, 't1', replies(1), replies(2), replies(3));
  put(measures, 't2', replies(4));
  put(measures, 't1', replies(9));
  expect(contentOf(measures)).toEqual(['t1 replies 9 1 desk-1:ana', 't2 replies 4 1 desk-1:ana']);
  put(measures, 't1');
  expect(contentOf(measures)).toEqual(['t2 replies 4 1 desk-1:ana']);
});

it('uses the places of rows that went, grows past its first size and closes gaps when they are many', () => {
  const measures = createMeasures();
  for (let round = 0; round < 3; round++)
    for (let ticket = 0; ticket < 1_500; ticket++) put(measures, `t${ticket}`, replies(round), replies(ticket));
  expect(measures.columns().length).toBe(3_000);
  for (let ticket = 0; ticket < 1_000; ticket++) put(measures, `t${ticket}`);
  const before = contentOf(measures);
  measures.compact();
  expect(measures.columns().length).toBe(1_000);
  expect(contentOf(measures)).toEqual(before);
  put(measures, 't1200');
  measures.compact();
  expect(measures.columns().length).toBe(1_000);
});

it('holds what a plain map would, whatever is put and in whatever order', () => {
  const change = fc.record({
    ticket: fc.integer({ min: 0, max: 5 }).map((n) => `t${n}`),
    times: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }),
    compact: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const measures = createMeasures();
      const plain = new Map<string, readonly number[]>();
      for (const { ticket, times, compact } of changes) {
        put(measures, ticket, ...times.map((at) => replies(at)));
        plain.set(ticket, times);
        if (compact) measures.compact();
      }
      const wanted = [...plain].flatMap(([ticket, times]) => times.map((at) => `${ticket} replies ${at} 1 desk-1:ana`));
      expect(contentOf(measures)).toEqual(wanted.sort());
    }),
  );
});
