import { expect, test } from 'vitest';
import { zendesk } from '#main/connectors/zendesk/index.ts';
import { NOON } from '../../../../support/outbox-entry.ts';

test('its own restraint makes a page wait and is no failure, however little of the budget colleagues leave', async () => {
  let asked = 0;
  const opened = zendesk.open(
    { url: 'http://127.0.0.1:4123', method: 'apiToken', email: 'a@b.example' },
    { apiToken: 'x' },
    {
      fetch: async (url) => {
        if (url.includes('/incremental/')) asked += 1;
        const body = { tickets: [], custom_statuses: [], end_of_stream: false, after_cursor: `page-${asked}` };
        const headers = { 'x-rate-limit': '700', 'x-rate-limit-remaining': '10' };
        return new Response(JSON.stringify(body), { headers });
      },
      now: () => NOON,
      log: () => undefined,
      file: async () => null,
      keepSecrets: async () => undefined,
    },
    { remoteId: '1', name: 'Ada', email: null, administrator: true, groupIds: [] },
  );
  if (!opened.ok) throw new Error(opened.error.join());
  const shared = { v: 1, mode: 'admin', phase: 'export', highWater: null, watch: '', offset: 0 };
  let cursor = JSON.stringify({ ...shared, after: 'page-0' });
  const waits: (number | undefined)[] = [];
  for (let pull = 0; pull < 6; pull += 1) {
    const options = { signal: new AbortController().signal, lane: 'sync' } as const;
    const page = await opened.value.connector.pull('tickets', cursor, options);
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    waits.push(page.value.waitMs);
    cursor = page.value.cursor;
  }
  expect(waits).toEqual([undefined, undefined, undefined, undefined, undefined, 60_000]);
  expect(asked).toBe(5);
  expect(JSON.parse(cursor)).toMatchObject({ phase: 'export', after: 'page-5' });
});
