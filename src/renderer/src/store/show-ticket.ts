import type { RemoteId, TicketId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { applyChanges, overlay, showsOnTicket, ticketFromCreate } from '#shared/outbox/overlay.ts';
import type { AccountState } from './account-state.ts';
import { entriesOf } from './account-state.ts';
import type { ColumnRow } from './columns.ts';
import { marksInColumns } from './marks-in-columns.ts';
import type { TicketRow } from './storage.ts';
import { noSummary, PREVIEW_LENGTH, type Summary, waitingSinceOf } from './summary.ts';

/** A ticket as screens show it, with what it was made of. Null when neither a row nor a live create stands for it. */
export type Shown = {
  readonly ticket: Ticket;
  readonly summary: Summary;
  readonly waitingSince: number | null;
};

/** The helpdesk's row, or the one that stands for it until it is delivered, with live entries laid over it. */
export function showTicket(row: TicketRow | undefined, entries: readonly OutboxEntry[], me: RemoteId): Shown | null {
  const own = row?.ticket ?? fromCreate(entries);
  if (!own) return null;
  const summary = row?.summary ?? noSummary;
  const shown = { ...overlay(own, entries), remoteId: row ? own.remoteId : '' };
  const answer = entries.findLast((entry) => showsOnTicket(entry) && isPublicWords(entry));
  const createdByMe = !row && shown.requesterId !== me;
  return {
    ticket: answer ? { ...shown, preview: wordsOf(answer) } : shown,
    summary,
    waitingSince: answer || createdByMe ? null : waitingSinceOf(shown, summary),
  };
}

/** A rejected create still is the ticket: the agent's words must be somewhere to be seen. */
function fromCreate(entries: readonly OutboxEntry[]): Ticket | null {
  for (const entry of entries) {
    const ticket = ticketFromCreate(entry);
    if (ticket) return applyChanges(ticket, {});
  }
  return null;
}

const isPublicWords = ({ action }: OutboxEntry): boolean =>
  action.kind === 'reply' || (action.kind === 'create' && action.public);
const wordsOf = ({ action }: OutboxEntry): string =>
  'words' in action ? action.words.markdown.replace(/\s+/gu, ' ').trim().slice(0, PREVIEW_LENGTH) : '';

/** Puts a ticket into the columns as it is now shown, or takes it out of every list. */
export function refreshColumn(state: AccountState, id: TicketId, row: TicketRow | undefined): void {
  const me = state.account.me.remoteId;
  const entries = entriesOf(state, id);
  const shown = showTicket(row, entries, me);
  const before = state.columns.indexOf(id);
  if (!shown) {
    if (before >= 0) state.columns.drop(before);
    return;
  }
  const index = state.columns.put({
    id,
    ticket: shown.ticket,
    waitingSince: shown.waitingSince,
    lastOtherAt: shown.summary.lastOtherAt,
    lastMineAt: row ? shown.summary.lastMineAt : shown.ticket.createdAt,
    ...marksInColumns(state.marks.get(id) ?? null, shown.summary.unanswered.at(-1) ?? 0),
    conversation: conversationOf(row),
    gone: row?.gone != null,
  });
  state.search.touch(index);
}

export const conversationOf = (row: TicketRow | undefined): ColumnRow['conversation'] => {
  if (!row || row.conversationVersion === null) return 'none';
  return row.conversationVersion === row.ticket.version ? 'whole' : 'behind';
};
