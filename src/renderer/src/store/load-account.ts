import type { Account } from '#shared/domain/account.ts';
import type { Person } from '#shared/domain/desk.ts';
import { ticketMarkSchema } from '#shared/mine/ticket-mark.ts';
import { draftSchema, isLive } from '#shared/outbox/entry.ts';
import { type AccountState, nameOf, newState } from './account-state.ts';
import type { ArticleSummary } from './desk-tickets.ts';
import { marksInColumns, showMark } from './marks-in-columns.ts';
import { type Pause, summaryOfArticle } from './plan-rows.ts';
import { createTextSearch, PART } from './search-text.ts';
import { refreshColumn } from './show-ticket.ts';
import { readSaved, restoreColumns, SAVED_ARTICLES, SAVED_PEOPLE } from './snapshot.ts';
import { sortRows } from './sort-rows.ts';
import type { Storage, TicketRow } from './storage.ts';

/** Reads an account into memory: the saved columns, then the rows changed since, then all that is small. */
export async function loadAccount(account: Account, storage: Storage, pause: Pause): Promise<AccountState> {
  const [restored, small] = await Promise.all([restoreColumns(storage), readSmall(account, storage)]);
  return fill(account, storage, restored, small, pause);
}

const SMALL = ['groups', 'organizations', 'macros', 'macroFiles', 'views', 'fields', 'dynamicContent'] as const;

/** Everything but tickets and messages, asked for at once: one after the other each read would wait for the one before. */
async function readSmall(account: Account, storage: Storage) {
  const [people, articles, orphaned, tables, outbox, drafts, cursors, marks, unreadable] = await Promise.all([
    readSaved<Person>(storage, SAVED_PEOPLE).then((saved) => saved ?? storage.all('people')),
    readSaved<ArticleSummary>(storage, SAVED_ARTICLES).then(
      async (saved) => saved ?? (await storage.all('articles')).map((article) => summaryOfArticle(account.id, article)),
    ),
    storage.get('meta', 'orphaned'),
    Promise.all(SMALL.map(async (table) => [table, await storage.all(table)] as const)),
    storage.all('outbox'),
    storage.all('drafts'),
    storage.all('cursors'),
    storage.all('marks'),
    storage.count('unreadable'),
  ]);
  return { people, articles, orphaned: orphaned?.value, tables, outbox, drafts, cursors, marks, unreadable };
}

async function fill(
  account: Account,
  storage: Storage,
  restored: Awaited<ReturnType<typeof restoreColumns>>,
  small: Awaited<ReturnType<typeof readSmall>>,
  pause: Pause,
): Promise<AccountState> {
  const { columns } = restored;
  const state: AccountState = newState({ account, storage, columns, search: searchOver(() => state) });
  for (const person of small.people) state.people.set(person.remoteId, person);
  for (const article of small.articles) state.articles.set(article.remoteId, article);
  if (Array.isArray(small.orphaned)) for (const id of small.orphaned) state.orphaned.add(String(id));
  for (const [table, rows] of small.tables)
    for (const row of rows) (state.small[table] as Map<string, typeof row>).set(row.remoteId, row);
  for (const entry of small.outbox) if (isLive(entry)) state.outbox.set(entry.id, entry);
  for (const { key, draft } of small.drafts) {
    // Rows of earlier versions name no files. What does not parse comes back with the journal.
    const read = draftSchema.safeParse(draft);
    if (read.success) state.drafts.set(key, read.data);
  }
  for (const row of small.cursors) state.cursors.set(row.stream, row);
  // Rows of earlier versions hold only how far was read.
  const marks = small.marks.flatMap((row) => ticketMarkSchema.safeParse(row).data ?? []);
  for (let index = 0; index < columns.size(); index++) columns.setMarks(index, marksInColumns(null, 0));
  for (const mark of marks) showMark(state, mark);
  state.unreadable = small.unreadable;
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
