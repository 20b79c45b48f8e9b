import type { Call } from '#shared/calls/call.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import { ON_TICKET } from '#shared/outbox/handed-over.ts';

/** `log`: nothing but the record of the call is kept. */
export const WHERE = ['ticket', 'new', 'log'] as const;
export type Where = (typeof WHERE)[number];
/** What the notes are of a new ticket: a description is a first message that the customer gets. */
export const AS = ['note', 'description', 'both'] as const;
export type As = (typeof AS)[number];

/** What the agent has chosen about a call that ended, as it stands beside its notes. */
export type WrapUp = {
  readonly disposition: string;
  readonly where: Where;
  readonly as: As;
  /** As typed or chosen; `followUpAt` is what it means, null for nothing or for what is no time. */
  readonly followUp: string;
  readonly followUpAt: number | null;
  /** The ticket that it is about; null for none yet. */
  readonly ticketId: TicketId | null;
  /** The notes are on it already, as far as they had been written then. */
  readonly isOnTicket: boolean;
};

/** Reads it from the fields of the notes' draft. Until the agent chooses: the ticket that the call is about, or a new one for notes. */
export function wrapUpIn(fields: Draft['fields'], call: Call, isSilent: boolean): WrapUp {
  const onTicket = fields[ON_TICKET] ?? '';
  const ticketId = onTicket || call.ticketId;
  const chosen = WHERE.find((where) => where === fields['where']);
  const usual: Where = ticketId !== null ? 'ticket' : isSilent ? 'log' : 'new';
  const isPossible = chosen !== undefined && (chosen === 'ticket' ? ticketId !== null : onTicket === '');
  const followUpAt = Number(fields['followUpAt'] ?? '');
  return {
    disposition: fields['disposition'] ?? '',
    where: isPossible ? chosen : usual,
    as: AS.find((as) => as === fields['as']) ?? 'note',
    followUp: fields['followUp'] ?? '',
    followUpAt: followUpAt > 0 ? followUpAt : null,
    ticketId,
    isOnTicket: onTicket !== '',
  };
}

export type WrapUpProblem = 'disposition' | 'followUp' | 'followUpTicket' | 'requester' | 'email' | 'subject';

/** What is missing before a call can be finished, the first in the order of the form; null where it can. */
export function missingInWrapUp(
  { disposition, where, followUp, followUpAt }: WrapUp,
  { dispositionRequired, now }: { readonly dispositionRequired: boolean; readonly now: number },
): WrapUpProblem | null {
  if (dispositionRequired && disposition === '') return 'disposition';
  if (followUp.trim() === '') return null;
  if (followUpAt === null || followUpAt <= now) return 'followUp';
  // What is to be looked at again is a ticket.
  return where === 'log' ? 'followUpTicket' : null;
}
