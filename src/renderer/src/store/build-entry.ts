import { newTicketId, type TicketId } from '#shared/domain/ids.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { Base, OutboxEntry } from '#shared/outbox/entry.ts';
import { valuesBefore } from '#shared/outbox/values-before.ts';
import type { AccountState } from './account-state.ts';
import { entriesOf } from './account-state.ts';
import { showTicket } from './show-ticket.ts';
import type { TicketRow } from './storage.ts';

type Request = {
  readonly ticketId: TicketId | null;
  readonly action: Action;
  readonly batchId?: string;
  readonly draft?: OutboxEntry['draft'];
};
type EntryEnv = { readonly id: string; readonly now: number; readonly undoMs: number };

/**
 * An action as an entry with its base: what the agent had in front of them, without the entry in whose place it comes. Null when
 * the ticket is not known.
 */
export async function buildEntry(
  state: AccountState,
  request: Request & { readonly replaces: string | null },
  env: EntryEnv,
): Promise<OutboxEntry | null> {
  const { ticketId, action } = request;
  if (ticketId !== null) {
    const row = await state.storage.get('tickets', ticketId);
    const others = entriesOf(state, ticketId).filter(({ id }) => id !== request.replaces);
    return entryOn(state, { ...request, ticketId }, { row, others }, env);
  }
  if (action.kind !== 'create') return null;
  const base: Base = { version: null, lastMessageRemoteId: null, lastMessageAt: null, values: {} };
  const newId = newTicketId(state.account.id, env.id);
  return { ...bare(state, request, env), ticketId: newId, ticketRemoteId: null, base };
}

/** The same for a ticket whose row and live entries are at hand. */
export function entryOn(
  state: AccountState,
  request: Request & { readonly ticketId: TicketId },
  { row, others }: { readonly row: TicketRow | undefined; readonly others: readonly OutboxEntry[] },
  env: EntryEnv,
): OutboxEntry | null {
  const { action, ticketId } = request;
  if (action.kind === 'create') return null;
  const shown = showTicket(row, others, state.account.me.remoteId);
  if (!shown) return null;
  return {
    ...bare(state, request, env),
    ticketId,
    ticketRemoteId: row ? row.ticket.remoteId : null,
    base: {
      version: row ? row.ticket.version : null,
      lastMessageRemoteId: shown.summary.lastMessageRemoteId,
      lastMessageAt: shown.summary.lastMessageAt,
      values: valuesBefore(shown.ticket, action.changes),
      ...(row && others.length > 0 ? { under: valuesBefore(row.ticket, action.changes) } : {}),
    },
  };
}

const bare = (state: AccountState, { action, batchId, draft }: Request, env: EntryEnv) =>
  ({
    id: env.id,
    accountId: state.account.id,
    action,
    createdAt: env.now,
    notBefore: env.now + env.undoMs,
    state: { name: 'queued', retryAt: null },
    attempts: 0,
    lastAttemptAt: null,
    sendAnyway: false,
    ...(batchId === undefined ? {} : { batchId }),
    ...(draft === undefined ? {} : { draft }),
  }) as const;
