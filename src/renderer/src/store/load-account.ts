import type { Account } from '#shared/domain/account.ts';
import type { Person } from '#shared/domain/desk.ts';
import { ticketMarkSchema } from '#shared/mine/ticket-mark.ts';
import { isLive } from '#shared/outbox/entry.ts';
import { type AccountState, nameOf, newState } from './account-state.ts';
import { createColumns } from './columns.ts';
import type { ArticleSummary } from './desk-api.ts';
import { marksInColumns, showMark } from './marks-in-columns.ts';
import { type Pause, summaryOfArticle } from './plan-rows.ts';
import { createTextSearch, PART } from './search-text.ts';
import { refreshColumn } from './show-ticket.ts';
import { readSaved, restoreColumns, SAVED_ARTICLES, SAVED_PEOPLE } from './snapshot.ts';
import { sortRows } from './sort-rows.ts';
import type { Storage, TicketRow } from './storage.ts';

/** Reads an account into memory: the saved columns, then the rows changed since, then all that is small. */
export async function loadAccount(account: Account, storage: Storage, pause: Pause): Promise<AccountState> {
  const restored = await restoreColumns(storage);
  const state = await fill(account, storage, restored, pause);
  // A snapshot that lacks rows, or has some that are no more, is thrown away whole.
  const rows = await storage.count('tickets');
  const { columns } = state;
  let held = 0;
  const isMade = (index: number): boolean => columns.idAt(index).startsWith(`${account.id}:new-`);
  for (let index = 0; index < columns.size(); index++) if (!isMade(index) && !columns.isDropped(index)) held++;
  const made = new Set(state.madeHere.values()).size;
  if (held + made === rows) return state;
  return fill(account, storage, { columns: createColumns(), change: 0, overlaid: [] }, pause);
}

async function fill(
  account: Account,
  storage: Storage,
  restored: Awaited<ReturnType<typeof restoreColumns>>,
  pause: Pause,
): Promise<AccountState> {
  const { columns } = restored;
  const state: AccountState = newState({ account, storage, columns, search: searchOver(() => state) });
  const people = (await readSaved<Person>(storage, SAVED_PEOPLE)) ?? (await storage.all('people'));
  for (const person of people) state.people.set(person.remoteId, person);
  const articles =
    (await readSaved<ArticleSummary>(storage, SAVED_ARTICLES)) ??
    (await storage.all('articles')).map((article) => summaryOfArticle(account.id, article));
  for (const article of articles) state.articles.set(article.remoteId, article);
  const orphaned = (await storage.get('meta', 'orphaned'))?.value;
  if (Array.isArray(orphaned)) for (const id of orphaned) state.orphaned.add(String(id));
  for (const table of ['groups', 'organizations', 'macros', 'views', 'fields'] as const)
    for (const row of await storage.all(table)) (state.small[table] as Map<string, typeof row>).set(row.remoteId, row);
  for (const entry of await storage.all('outbox')) if (isLive(entry)) state.outbox.set(entry.id, entry);
  for (const { key, draft } of await storage.all('drafts')) state.drafts.set(key, draft);
  for (const row of await storage.all('cursors')) state.cursors.set(row.stream, row);
  // Rows of earlier versions hold only how far was read.
  const marks = (await storage.all('marks')).flatMap((row) => ticketMarkSchema.safeParse(row).data ?? []);
  for (let index = 0; index < columns.size(); index++) columns.setMarks(index, marksInColumns(null, 0));
  for (const mark of marks) showMark(state, mark);
  state.unreadable = await storage.count('unreadable');
  state.change = restored.change;
  const chunks: (readonly TicketRow[])[] = [];
  await storage.ticketsAfter(restored.change, (rows) => chunks.push(rows));
  for (const rows of chunks) {
    for (const row of rows) {
      refreshColumn(state, row.id, row);
      state.change = Math.max(state.change, row.change);
      await pause();
    }
  }
  await bindMadeHere(state);
  const snoozed = marks.flatMap(({ ticketId, snooze }) => (snooze ? [ticketId] : []));
  const entries = [...state.outbox.values()].map((entry) => entry.ticketId);
  await refreshTickets(state, [...new Set([...restored.overlaid, ...entries, ...snoozed])]);
  return state;
}

/** Shows tickets anew from their rows. */
export async function refreshTickets(state: AccountState, ids: readonly string[]): Promise<void> {
  const rows = await state.storage.getMany('tickets', ids);
  for (const [at, id] of ids.entries()) refreshColumn(state, id, rows[at]);
}

async function bindMadeHere(state: AccountState): Promise<void> {
  const prefix = `${state.account.id}:new-`;
  const made: string[] = [];
  for (let index = 0; index < state.columns.size(); index++) {
    const id = state.columns.idAt(index);
    if (id.startsWith(prefix)) made.push(id);
  }
  for (const row of await state.storage.getMany('tickets', made))
    if (row) state.madeHere.set(row.ticket.remoteId, row.id);
}

/** What of a ticket can be found: number, subject, preview and who asks. */
const searchOver = (stateOf: () => AccountState) =>
  createTextSearch({
    size: () => stateOf().columns.size(),
    order() {
      const { columns } = stateOf();
      const rows = Uint32Array.from({ length: columns.size() }, (_, index) => index);
      const sorted = sortRows([{ columns, rows }], { by: 'updated', descending: true });
      return Uint32Array.from({ length: sorted.length }, (_, position) => sorted.at(position)?.index ?? 0);
    },
    text(index) {
      const state = stateOf();
      const { gone, requester } = state.columns.numbers();
      if (gone[index] !== 0) return '';
      const { number, subject, preview } = state.columns.textAt(index);
      const name = nameOf(state, state.columns.people.value(requester[index] ?? 0));
      return [`#${number}`, subject, preview, name].join(PART);
    },
  });
