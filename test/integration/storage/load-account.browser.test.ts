import { afterEach, expect, it } from 'vitest';
import { createColumns } from '#renderer/store/columns.ts';
import { deleteDexieStorage, openDexieStorage } from '#renderer/store/dexie-storage.ts';
import { guardDefaults, guardStorage } from '#renderer/store/guarded-storage.ts';
import { loadAccount } from '#renderer/store/load-account.ts';
import { saveColumns } from '#renderer/store/snapshot.ts';
import type { TicketRow } from '#renderer/store/storage.ts';
import { noSummary } from '#renderer/store/summary.ts';
import { account, NOW, person, ticket } from '../../unit/renderer/store/fixtures.ts';

const TICKETS = 5_000;
const PEOPLE = 20_000;
const id = `test-${crypto.randomUUID()}`;
afterEach(() => deleteDexieStorage(id));

const row = (at: number): TicketRow => ({
  id: `${id}:${at}`,
  change: at,
  ticket: ticket({
    remoteId: String(at),
    subject: `Where is the parcel of order ${at}`,
    preview: `Good morning, I ordered a fortnight ago and have not heard anything since about my order ${at}.`,
    requesterId: `r${at % PEOPLE}`,
    updatedAt: NOW - at * 1_000,
  }),
  toldPreview: '',
  summary: noSummary,
  gone: null,
  mergedIntoRemoteId: null,
  conversationVersion: null,
});

it('reads 5,000 tickets from the snapshot', { timeout: 300_000 }, async () => {
  const open = async () => {
    const opened = await guardStorage(() => openDexieStorage(id), {
      ...guardDefaults,
      now: Date.now,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onProblem: () => undefined,
    });
    if (!opened.ok) throw new Error(opened.error);
    return opened.value;
  };
  const own = { ...account, id };
  const first = await open();
  for (let from = 1; from <= TICKETS; from += 5_000)
    await first.commit({ put: { tickets: Array.from({ length: 5_000 }, (_, at) => row(from + at)) } });
  const people = Array.from({ length: PEOPLE }, (_, at) => person(`r${at}`, `Person ${at}`));
  await first.commit({ put: { people } });
  expect(createColumns().size()).toBe(0);
  const built = await loadAccount(own, first, async () => undefined);
  await saveColumns(first, built.columns, built.change, [], { people, articles: [] });
  first.close();

  const times: number[] = [];
  for (let run = 0; run < 4; run++) {
    const storage = await open();
    const from = performance.now();
    const state = await loadAccount(own, storage, async () => undefined);
    times.push(performance.now() - from);
    expect(state.columns.size()).toBe(TICKETS);
    storage.close();
  }
  console.info(`loaded in ${times.map(Math.round).join(', ')} ms`);
});
