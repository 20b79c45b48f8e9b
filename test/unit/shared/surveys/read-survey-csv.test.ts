import { expect, it } from 'vitest';
import { zoneOf } from '#shared/metrics/zone.ts';
import { readSurveyCsv } from '#shared/surveys/read-survey-csv.ts';
import type { SurveyKind } from '#shared/surveys/survey-file.ts';

const OSLO = zoneOf('Europe/Oslo');
const read = (lines: readonly string[], kind: SurveyKind = 'nps') =>
  readSurveyCsv(lines.join('\n'), { kind, zone: OSLO });
const rows = (lines: readonly string[], kind?: SurveyKind) => {
  const answer = read(lines, kind);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
};

it('reads a ticket or an address, a score and a date, whatever order and names the columns have', () => {
  const { rows: found, leftOut } = rows([
    'Comment;Responded at;NPS Score;Ticket #;E-mail',
    '"Quick; thanks";2026-11-20T10:00:00Z;9;#1024;',
    ';2026-11-20;0;;Ida@Example.com',
  ]);
  expect(leftOut).toEqual([]);
  expect(
    found.map(({ line, at, score, ticket, email }) => [line, new Date(at).toISOString(), score, ticket, email]),
  ).toEqual([
    [2, '2026-11-20T10:00:00.000Z', 9, '1024', ''],
    // Noon in Oslo, where clocks are an hour ahead in November.
    [3, '2026-11-20T11:00:00.000Z', 0, '', 'ida@example.com'],
  ]);
});

it('names what it leaves out by line, and takes the rest', () => {
  const { rows: found, leftOut } = rows([
    'ticket,score,date',
    '1,eleven,2026-11-20',
    '2,11,2026-11-20',
    '3,7.5,2026-11-20',
    '4,9,11/12/2026',
    '5,9,2026-02-30',
    ',9,2026-11-20',
    '6,"9,2026-11-20',
  ]);
  expect(found).toEqual([]);
  expect(leftOut.map(({ line, why, cell }) => `${line} ${why} ${cell}`.trim())).toEqual([
    '2 score eleven',
    '3 score 11',
    '4 score 7.5',
    '5 date 11/12/2026',
    '6 date 2026-02-30',
    '7 who',
    '8 quotes',
  ]);
});

it('takes a line without a score for somebody who did not answer', () => {
  expect(rows(['ticket,score,date', '1,,2026-11-20', '2,10,2026-11-20']).rows.map(({ score }) => score)).toEqual([
    null,
    10,
  ]);
});

it('has scores of the scale that was asked on, with a part behind the point or the comma', () => {
  const lines = [
    'email;ces;date',
    'a@b.example;4,5;2026-11-20',
    'b@b.example;6;2026-11-20',
    'c@b.example;0;2026-11-20',
  ];
  expect(rows(lines, 'effort-7').rows.map(({ score }) => score)).toEqual([4.5, 6]);
  expect(rows(lines, 'effort-5').rows.map(({ score }) => score)).toEqual([4.5]);
});

it('knows an answer again, by its id or by what it says, and two that say the same as two', () => {
  const named = ['id,ticket,score,date', 'x1,1,9,2026-11-20', 'x2,1,9,2026-11-20'];
  const unnamed = ['ticket,score,date', '1,9,2026-11-20', '1,9,2026-11-20', '2,9,2026-11-20'];
  for (const lines of [named, unnamed]) {
    const ids = rows(lines).rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rows(lines).rows.map(({ id }) => id)).toEqual(ids);
  }
  // The same words in another survey are another answer.
  const one = ['ticket,score,date', '1,5,2026-11-20'];
  expect(rows(one, 'nps').rows[0]?.id).not.toBe(rows(one, 'effort-5').rows[0]?.id);
});

it('says which column is missing', () => {
  expect(read(['ticket,when,score', '1,2026-11-20,9'])).toEqual({ ok: false, error: 'no-date-column' });
  expect(read(['ticket,date,smile', '1,2026-11-20,9'])).toEqual({ ok: false, error: 'no-score-column' });
  expect(read(['score,date', '9,2026-11-20'])).toEqual({ ok: false, error: 'no-who-column' });
  expect(read(['ticket,score,date'])).toEqual({ ok: false, error: 'no-rows' });
  expect(read([''])).toEqual({ ok: false, error: 'no-rows' });
});
