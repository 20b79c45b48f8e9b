import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allHours, type BusinessHours, businessElapsed, type Elapsed } from '#shared/metrics/calendar.ts';
import type { Measured } from '#shared/metrics/measured.ts';
import { measureTicket } from '#shared/metrics/measures/index.ts';
import type { TicketHistory } from '#shared/metrics/ticket-history.ts';
import { historiesOf } from './histories-of.ts';
import { panelOf } from './panel-figures.ts';
import { COMPARED, type Compared, type Expected, expectedOf, isOver } from './practice-month/expect-told.ts';
import { type ReadHere, readHere } from './practice-month/read-here.ts';
import { readTold, type Told } from './practice-month/read-told.ts';
import { type Month, workAMonth } from './practice-month/work-a-month.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;
/** The shop's, written down again. */
const SHOP_HOURS: BusinessHours = {
  timeZone: 'Europe/Oslo',
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? [{ from: 9 * 60, until: 18 * 60 }] : [])),
  holidays: [],
};

let month: Month;
let told: Told;
let here: ReadHere;
let expected: ReadonlyMap<number, readonly Expected[]>;
/** By the ticket's number, of the rows as the store puts them together. */
let histories: ReadonlyMap<number, TicketHistory>;

beforeAll(async () => {
  month = await workAMonth(11);
  told = await readTold(month.desk);
  here = await readHere(month.desk);
  expected = new Map([...told.tickets.values()].map((ticket) => [ticket.id, expectedOf(told, month.desk, ticket)]));
  histories = historiesOf(here.pages);
}, 600_000);
afterAll(() => month.desk.stop());

const isCompared = (one: Measured): one is Measured & { readonly metric: Compared } =>
  COMPARED.some((metric) => metric === one.metric);
const measuredOn = (ticketId: number, elapsed: Elapsed = allHours): readonly Expected[] => {
  const history = histories.get(ticketId);
  return history ? measureTicket(history, elapsed).filter(isCompared) : [];
};
const inOrder = (values: readonly Expected[]) =>
  values.toSorted((a, b) => COMPARED.indexOf(a.metric) - COMPARED.indexOf(b.metric) || a.at - b.at);
const countOf = (values: Iterable<readonly Expected[]>, metric: Compared): number =>
  [...values].flat().filter((one) => one.metric === metric).length;

describe('after 30 days', () => {
  test('each ticket’s figures are what the desk’s metric events and ratings tell', () => {
    for (const [id, values] of expected)
      expect({ id, values: inOrder(measuredOn(id)) }).toEqual({ id, values: inOrder(values) });
    const counts = COMPARED.map((metric) => countOf(expected.values(), metric));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(50);
    // Nothing happened while it was read.
    expect(month.desk.now()).toBe(month.until);
  });

  test('and what its ticket metrics tell in whole minutes, by all hours and by the shop’s', () => {
    const business = businessElapsed(SHOP_HOURS);
    const FIELDS = {
      'first-reply': 'reply_time_in_minutes',
      'full-resolution': 'full_resolution_time_in_minutes',
      'requester-wait': 'requester_wait_time_in_minutes',
    } as const;
    const apart = { merged: 0, openAgain: 0 };
    for (const ticket of told.tickets.values()) {
      const metric = told.metrics.get(ticket.id);
      if (!metric) throw new Error(`no metrics of ${ticket.id}`);
      const [all, open] = [measuredOn(ticket.id), measuredOn(ticket.id, business)];
      if (ticket.tags.includes('closed_by_merge')) {
        expect(all).toEqual([]);
        apart.merged++;
        continue;
      }
      const isOpenAgain = !isOver(ticket) && metric.full_resolution_time_in_minutes.calendar !== null;
      if (isOpenAgain) apart.openAgain++;
      for (const name of ['first-reply', 'full-resolution', 'requester-wait'] as const) {
        const minutes = (values: readonly Expected[]): number | null => {
          const value = values.find((one) => one.metric === name)?.value;
          return value === undefined ? null : Math.floor(value / MINUTE);
        };
        const counts = name === 'first-reply' || isOver(ticket);
        const wanted = counts ? metric[FIELDS[name]] : { calendar: null, business: null };
        expect({ id: ticket.id, name, calendar: minutes(all), business: minutes(open) }).toEqual({
          id: ticket.id,
          name,
          ...wanted,
        });
      }
      const reopens = all.filter((one) => one.metric === 'reopens').length;
      expect({ id: ticket.id, reopens }).toEqual({ id: ticket.id, reopens: metric.reopens - (isOpenAgain ? 1 : 0) });
    }
    expect(told.metrics.size).toBe(told.tickets.size);
    expect(apart.merged).toBeGreaterThan(5);
    expect(apart.openAgain).toBeGreaterThan(5);
  });

  test('the panel’s sums, means and shares of the month and of each week are theirs, the agent’s own and everybody’s', async () => {
    const panel = await panelOf('zendesk', here.me, here.pages, month.until);
    const { from, until } = month;
    const weeks = [0, 1, 2, 3].map((week) => ({ from: from + week * WEEK, until: from + (week + 1) * WEEK }));
    for (const range of [{ from, until }, ...weeks])
      for (const isMine of [true, false]) {
        const figures = await panel.figures({ range, mine: isMine });
        for (const metric of COMPARED) {
          const values = [...expected.values()]
            .flat()
            .filter((one) => one.metric === metric && one.at >= range.from && one.at < range.until)
            .filter(({ agentId }) => !isMine || agentId === here.me.remoteId);
          const sum = values.reduce((total, { value }) => total + value, 0);
          const now = figures.find(({ id }) => id === metric)?.now;
          expect(values.length).toBeGreaterThan(0);
          const expectedValue = metric === 'reopens' ? sum : sum / values.length;
          const about = { metric, range, isMine };
          expect({ ...about, count: now?.count, value: now?.value }).toEqual({
            ...about,
            count: values.length,
            value: expect.closeTo(expectedValue, 6),
          });
        }
      }
    panel.stop();
  }, 120_000);
});
