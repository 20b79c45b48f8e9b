import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { DeskApi } from '#renderer/store/desk-api.ts';
import { typedViewId } from '#shared/views/typed-view.ts';
import { QUEUES, requestTrackerOrReason, USERS } from '../../support/request-tracker/rig.ts';
import { skippedWithoutRequestTracker } from '../../support/request-tracker/skipped-without.ts';
import { consoleOn } from './console-on.ts';

const { rt, why } = await requestTrackerOrReason({ tickets: 200, articles: 4 });
afterAll(() => rt?.dispose());

/** One condition as an agent types it, and what Request Tracker's own search calls the same. Written down independently of the product. */
type Both = { readonly typed: string; readonly sql: string };

const either = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
type Turnable = { readonly typed: string; readonly is: string; readonly isNot: string };
/** TicketSQL knows no NOT: each comparison is turned round by itself. */
const oneOf = (name: string, values: readonly string[]): Pick<Turnable, 'is' | 'isNot'> => ({
  is: `( ${values.map((value) => `${name} = '${value}'`).join(' OR ')} )`,
  isNot: `( ${values.map((value) => `${name} != '${value}'`).join(' AND ')} )`,
});

const STATUSES = ['new', 'open', 'stalled', 'resolved', 'working', 'awaiting customer', 'shipped'];
const AGENTS = [USERS.anh, USERS.maria, USERS.olena, USERS.oksana].map(({ name }) => name);
const MAILS = ['zoe', 'taras', 'lev', 'duc', 'hanako', 'ali', 'ada', 'soren'].map((name) => `${name}@customer.example`);
const OWNER_MAIL: Readonly<Record<string, string>> = {
  'anh.nguyen': 'anh@desk.example',
  'maria.jones': 'maria@desk.example',
  olena: 'olena@desk.example',
  oksana: 'oksana@desk.example',
};
const quoted = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(',');
const some = (values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) });

/** Request Tracker reads a date in its user's time zone, so it is told the wall clock there. */
function wallClock(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return parts.replace(',', '');
}

const conditions = (timeZone: string, now: number): fc.Arbitrary<Both> => {
  const time = fc
    .tuple(
      either(['Created', 'LastUpdated'] as const),
      either(['>=', '<'] as const),
      fc.integer({ min: 1, max: 60 * 24 }),
    )
    .map(([name, operator, hours]): Both => {
      const at = Math.floor((now - hours * 3_600_000) / 1_000) * 1_000;
      const field = name === 'Created' ? 'created' : 'updated';
      return {
        typed: `${field}${operator}${new Date(at).toJSON().slice(0, 19)}Z`,
        sql: `${name} ${operator} '${wallClock(at, timeZone)}'`,
      };
    });
  const listed: fc.Arbitrary<Turnable> = fc.oneof(
    some(STATUSES).map((values) => ({ typed: `status-name:${quoted(values)}`, ...oneOf('Status', values) })),
    // Request Tracker's numbers: low is below 50, normal below 100.
    fc.constant({ typed: 'priority:low', is: 'Priority < 50', isNot: 'Priority >= 50' }),
    fc.constant({
      typed: 'priority:normal',
      is: '( Priority >= 50 AND Priority < 100 )',
      isNot: '( Priority < 50 OR Priority >= 100 )',
    }),
    some(AGENTS).map((values) => ({
      typed: `assignee:${values.map((name) => OWNER_MAIL[name]).join(',')}`,
      ...oneOf('Owner', values),
    })),
    fc.constant({ typed: 'assignee:none', ...oneOf('Owner', ['Nobody']) }),
    some(MAILS).map((values) => ({ typed: `from:${values.join(',')}`, ...oneOf('Requestor.EmailAddress', values) })),
    some(Object.keys(QUEUES).filter((name) => name !== 'Private')).map((values) => ({
      typed: `group:${quoted(values)}`,
      ...oneOf('Queue', values),
    })),
    some(['Lamp', 'Kettle', 'Radio']).map((values) => ({
      typed: `field:Product=${values.join(',')}`,
      ...oneOf("'CF.{Product}'", values),
    })),
    some(['vip', 'web', 'returns']).map((values) => ({
      typed: `tag:${values.join(',')}`,
      ...oneOf("'CF.{Tags}'", values),
    })),
    either(['flickers', 'Refund', 'sound', 'parcel', '(1', 'Radio without']).map((words) => ({
      typed: `subject:"${words}"`,
      is: `Subject LIKE '${words}'`,
      isNot: `Subject NOT LIKE '${words}'`,
    })),
  );
  const turned = fc
    .tuple(fc.boolean(), listed)
    .map(([yes, { typed, is, isNot }]): Both => (yes ? { typed, sql: is } : { typed: `-${typed}`, sql: isNot }));
  return fc.oneof({ weight: 1, arbitrary: time }, { weight: 4, arbitrary: turned });
};

/** What stands for a whole view: all of some, and one of others. */
const view = (timeZone: string, now: number) =>
  fc
    .record({
      all: fc.array(conditions(timeZone, now), { minLength: 1, maxLength: 3 }),
      any: fc.array(conditions(timeZone, now), { maxLength: 3 }),
    })
    .map(({ all, any }): Both => {
      const oneOfThese = any.length === 0 ? [] : [`( ${any.map(({ sql }) => sql).join(' OR ')} )`];
      return {
        typed: [
          ...all.map(({ typed }) => typed),
          ...(any.length === 0 ? [] : [`any(${any.map(({ typed }) => typed).join(' ')})`]),
        ].join(' '),
        sql: [...all.map(({ sql }) => sql), ...oneOfThese].join(' AND '),
      };
    });

const pageSchema = z.object({ total: z.coerce.number(), items: z.array(z.object({ id: z.coerce.string() })) });

if (rt === null) skippedWithoutRequestTracker(why);
else
  describe('views of a synced desk', { timeout: 120_000 }, () => {
    const user = USERS.maria;
    let desk: DeskApi;
    let accountId = '';
    let stop: () => Promise<void> = async () => undefined;
    beforeAll(async () => {
      ({ desk, accountId, stop } = await consoleOn(rt.url, user));
      const recent = async () => (await desk.views()).find(({ id }) => id === 'own:recent');
      await vi.waitUntil(async () => (await recent())?.complete, { timeout: 100_000, interval: 100 });
    }, 120_000);
    afterAll(() => stop());

    const theirs = async (sql: string): Promise<readonly string[]> => {
      const ids: string[] = [];
      for (let page = 1; ; page++) {
        const address = new URL(`${rt.url}/REST/2.0/tickets`);
        address.search = new URLSearchParams({ query: sql, per_page: '100', page: String(page) }).toString();
        const answer = await fetch(address, {
          headers: { authorization: `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}` },
        });
        const { total, items } = pageSchema.parse(await answer.json());
        ids.push(...items.map(({ id }) => id));
        if (items.length === 0 || ids.length >= total) return ids;
      }
    };
    const ours = async (typed: string) => {
      const viewId = typedViewId(accountId, typed);
      const { problems, count } = await desk.readQuery({ accountId, text: typed, caret: typed.length });
      const { rows } = await desk.rows({ viewId, sort: null, offset: 0, limit: 1_000 });
      return {
        problems: problems.filter(({ code }) => code !== 'unknown-name'),
        count,
        ids: rows.map(({ number }) => number),
      };
    };

    test('30 that are made up have the tickets and counts of Request Tracker’s own search', async () => {
      const made = fc.sample(view(user.timeZone, Date.now()), { numRuns: 30, seed: 4 });
      const sizes: number[] = [];
      for (const { typed, sql } of made) {
        const [mine, expected] = [await ours(typed), await theirs(sql)];
        const counted = { typed, sql, ids: [...mine.ids].sort(), count: mine.count, problems: mine.problems };
        expect(counted).toEqual({ typed, sql, ids: [...expected].sort(), count: expected.length, problems: [] });
        sizes.push(expected.length);
      }
      // They must tell tickets apart, or agreeing means nothing.
      const telling = sizes.filter((size) => size > 0 && size < Math.max(...sizes));
      expect(telling.length).toBeGreaterThanOrEqual(20);
    });
  });
