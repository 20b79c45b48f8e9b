import { afterEach, expect, it, vi } from 'vitest';
import type { FigureId } from '#renderer/store/desk-metrics.ts';
import type { SurveyFile } from '#shared/surveys/survey-file.ts';
import { account, batch, createFakeMain, MINUTE, NOW, OWN_DAY, person, startStore, ticket } from './fixtures.ts';
import { keptSurveys } from './kept-surveys.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

const file = (lines: readonly string[], kind: SurveyFile['kind'] = 'nps'): SurveyFile => ({
  accountId: account.id,
  kind,
  text: lines.join('\n'),
  zone: 'UTC',
});

async function start() {
  const { kept, held, does } = keptSurveys();
  const store = await startStore({ main: createFakeMain(does) });
  stop = store.stop;
  await store.remote.applyBatch(
    batch({
      people: [person('r1', 'Rita', { email: 'Rita@Example.com' })],
      tickets: [
        ticket({ remoteId: '1', createdAt: NOW - 300 * MINUTE }),
        ticket({ remoteId: '2', createdAt: NOW - 200 * MINUTE }),
        ticket({ remoteId: '3', createdAt: NOW - 5 * MINUTE }),
      ],
    }),
  );
  const figure = async (id: FigureId) => (await store.desk.metrics(OWN_DAY)).figures.find((one) => one.id === id)?.now;
  return { ...store, kept, held, figure };
}

const LINES = [
  'ticket,email,score,date',
  '1,,10,2026-11-23 08:00',
  ',rita@example.com,9,2026-11-23 09:00',
  ',nobody@example.com,3,2026-11-23 09:00',
  '99,,8,2026-11-23 10:00',
  '2,,10,2026-11-23 10:00',
  '3,,nine,2026-11-23 10:00',
];

it('says what a file would do, does it, and counts it once however often it is imported', async () => {
  const { desk, figure, kept } = await start();
  const dryRun = await desk.readSurvey(file(LINES));
  expect(dryRun).toEqual({
    ok: true,
    value: {
      answers: 5,
      unanswered: 0,
      same: 0,
      withTicket: 3,
      from: Date.UTC(2026, 10, 23, 8),
      until: Date.UTC(2026, 10, 23, 10),
      leftOut: [{ line: 7, why: 'score', cell: 'nine' }],
    },
  });
  // Reading it has changed nothing.
  expect((await kept.page(0)).answers).toEqual([]);
  expect(await figure('nps')).toBeUndefined();
  expect(await desk.importSurvey(file(LINES))).toEqual({ ok: true, value: 5 });
  expect(await desk.importSurvey(file(LINES))).toEqual({ ok: true, value: 0 });
  expect(await desk.readSurvey(file(LINES))).toMatchObject({ value: { answers: 0, same: 5, from: null } });
  // 3 promoters and 1 detractor of 5: 60 % - 20 %.
  await vi.waitFor(async () => expect(await figure('nps')).toMatchObject({ value: 40, count: 5, tickets: 2 }));
  expect(await figure('survey-response')).toBeUndefined();
  // Rita's newest ticket by nine was the second.
  const { answers } = await kept.page(0);
  expect(answers.map(({ ticketId }) => ticketId)).toEqual(['desk-1:1', 'desk-1:2', null, null, 'desk-1:2']);
  expect(await desk.surveysKept(account.id)).toEqual({ ok: true, value: { nps: 5, effort: 0 } });
  expect(await desk.removeSurveys(account.id, 'nps')).toEqual({ ok: true, value: null });
  await vi.waitFor(async () => expect(await figure('nps')).toBeUndefined());
});

it('has a response rate of files that tell of everybody who was asked', async () => {
  const { desk, figure } = await start();
  await desk.importSurvey(file(['ticket,score,date', '1,4,2026-11-23', '2,,2026-11-23', '3,,2026-11-23'], 'effort-5'));
  await vi.waitFor(async () => expect(await figure('effort')).toMatchObject({ value: 4, count: 1, tooFew: true }));
  expect(await figure('survey-response')).toMatchObject({ value: 1 / 3, count: 3 });
});

it('lays no scale on another, and says what was not kept', async () => {
  const { desk, held } = await start();
  const lines = ['ticket,score,date', '1,4,2026-11-23'];
  await desk.importSurvey(file(lines, 'effort-5'));
  expect(await desk.readSurvey(file(lines, 'effort-7'))).toEqual({ ok: false, error: 'other-scale' });
  held.full = true;
  expect(await desk.importSurvey(file(lines))).toEqual({ ok: false, error: 'not-kept' });
  held.full = false;
  expect(await desk.importSurvey(file(lines))).toEqual({ ok: true, value: 1 });
  expect(await desk.readSurvey(file(['score', '1']))).toEqual({ ok: false, error: 'no-date-column' });
});
