import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Identity } from '#shared/domain/account.ts';
import type { Rows } from '#shared/domain/batch.ts';
import { allHours } from '#shared/metrics/calendar.ts';
import { measureTicket } from '#shared/metrics/measures/index.ts';
import { must, openConnector } from '../integration/request-tracker/connector.ts';
import { colleague } from '../support/request-tracker/colleague.ts';
import { requestTrackerOrReason, USERS } from '../support/request-tracker/rig.ts';
import { skippedWithoutRequestTracker } from '../support/request-tracker/skipped-without.ts';
import { historiesOf } from './histories-of.ts';
import { panelOf } from './panel-figures.ts';
import { liveThrough, spreadOut } from './rt-figures/live-through.ts';
import { COMPARED, type Compared, type ReferenceRow, readReference } from './rt-figures/reference.ts';

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;
const NEW_TICKETS = 60;

const { rt, why } = await requestTrackerOrReason({ tickets: 200, articles: 10 });
afterAll(() => rt?.dispose());

/** Satisfaction is not compared: Request Tracker asks nobody for it. */
if (rt === null) skippedWithoutRequestTracker(why);
else
  describe('figures of a Request Tracker', () => {
    const user = USERS.maria;
    const today = Date.now();
    let me: Identity;
    let pages: Rows[];
    let reference: readonly ReferenceRow[];
    beforeAll(async () => {
      const made = await liveThrough(rt, NEW_TICKETS);
      await spreadOut(rt, made, Math.floor(today / SECOND));
      const connector = openConnector(rt.url, { user });
      const call = () => ({ signal: new AbortController().signal, lane: 'sync' as const });
      me = must(await connector.whoAmI(call()));
      const ids = await colleague(rt, USERS.root).ticketIds("Queue != 'Private'");
      pages = [];
      for (const id of ids) pages.push(must(await connector.conversation(id, call())));
      const seen = new Set(ids.map(Number));
      reference = (await readReference(rt)).filter(({ ticket }) => seen.has(ticket));
    }, 900_000);

    test('are, ticket by ticket, what SQL over its own transactions tells', () => {
      const histories = historiesOf(pages);
      const differing = [];
      for (const [id, history] of histories) {
        const measured = measureTicket(history, allHours);
        for (const metric of COMPARED) {
          const values = measured.filter((one) => one.metric === metric).map(({ value }) => value);
          const sum = values.reduce((total, value) => total + value, 0);
          const ours = values.length === 0 ? null : metric === 'reopens' ? sum : sum / SECOND;
          const theirs = reference.find((one) => one.ticket === id && one.metric === metric)?.value ?? null;
          if (ours !== theirs) differing.push({ id, metric, ours, theirs });
        }
      }
      expect(differing).toEqual([]);
      expect(histories.size).toBeGreaterThan(200);
      const count = (metric: Compared) => reference.filter((one) => one.metric === metric).length;
      expect(count('first-reply')).toBeGreaterThan(100);
      expect(count('full-resolution')).toBeGreaterThan(40);
      expect(count('requester-wait')).toBeGreaterThan(40);
      expect(count('reopens')).toBeGreaterThan(15);
    });

    test('and the panel’s means and sums over all of them are those of the same rows', async () => {
      const panel = await panelOf('request-tracker', me, pages, today);
      const figures = await panel.figures({ range: { from: today - 90 * DAY, until: today + DAY }, mine: false });
      for (const metric of COMPARED) {
        const rows = reference.filter((one) => one.metric === metric);
        const sum = rows.reduce((total, { value }) => total + value, 0);
        const now = figures.find(({ id }) => id === metric)?.now;
        expect({ metric, count: now?.count, value: now?.value }).toEqual({
          metric,
          count: metric === 'reopens' ? sum : rows.length,
          value: expect.closeTo(metric === 'reopens' ? sum : (sum / rows.length) * SECOND, 3),
        });
      }
      panel.stop();
    }, 120_000);
  });
