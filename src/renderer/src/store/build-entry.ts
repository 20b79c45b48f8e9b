import { newTicketId, type TicketId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';
import type { Base, OutboxEntry } from '#shared/outbox/entry.ts';
import type { AccountState } from './account-state.ts';
import { entriesOf } from './account-state.ts';
import { showTicket } from './show-ticket.ts';

/**
 * An action as an entry with its base: what the agent had in front of them, without the entry in whose place it comes. Null when
 * the ticket is not known.
 */
export async function buildEntry(
  state: AccountState,
  request: { readonly ticketId: TicketId | null; readonly action: Action; readonly replaces: string | null },
  env: { readonly id: string; readonly now: number; readonly undoMs: number },
): Promise<OutboxEntry | null> {
  const { action } = request;
  const accountId = state.account.id;
  const common = {
    id: env.id,
    accountId,
    action,
    createdAt: env.now,
    notBefore: env.now + env.undoMs,
    state: { name: 'queued', retryAt: null },
    attempts: 0,
    lastAttemptAt: null,
    sendAnyway: false,
  } as const;
  if (request.ticketId === null) {
    if (action.kind !== 'create') return null;
    const base: Base = { version: null, lastMessageRemoteId: null, lastMessageAt: null, values: {} };
    return { ...common, ticketId: newTicketId(accountId, env.id), ticketRemoteId: null, base };
  }
  if (action.kind === 'create') return null;
  const row = await state.storage.get('tickets', request.ticketId);
  const others = entriesOf(state, request.ticketId).filter(({ id }) => id !== request.replaces);
  const shown = showTicket(row, others, state.account.me.remoteId);
  if (!shown) return null;
  return {
    ...common,
    ticketId: request.ticketId,
    ticketRemoteId: row ? row.ticket.remoteId : null,
    base: {
      version: row ? row.ticket.version : null,
      lastMessageRemoteId: shown.summary.lastMessageRemoteId,
      lastMessageAt: shown.summary.lastMessageAt,
      values: valuesOf(shown.ticket, action.changes),
    },
  };
}

/** What the fields that are about to change say now. */
function valuesOf(ticket: Ticket, changes: TicketChanges): TicketChanges {
  const fields = changes.fields && Object.keys(changes.fields);
  return {
    ...(changes.status === undefined ? {} : { status: ticket.status, statusName: ticket.statusName }),
    ...(changes.priority === undefined ? {} : { priority: ticket.priority }),
    ...(changes.type === undefined ? {} : { type: ticket.type }),
    ...(changes.subject === undefined ? {} : { subject: ticket.subject }),
    ...(changes.assigneeId === undefined ? {} : { assigneeId: ticket.assigneeId }),
    ...(changes.groupId === undefined ? {} : { groupId: ticket.groupId }),
    ...(fields ? { fields: Object.fromEntries(fields.map((name) => [name, ticket.fields[name] ?? null])) } : {}),
  };
}
