import { type Call, callOfDraft } from '#shared/calls/call.ts';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import { err, ok } from '#shared/result.ts';
import type { DeskApi } from './desk-api.ts';
import type { CallLogQuery, LoggedCall } from './desk-call-log.ts';
import { foldText, wordsOf } from './fold-text.ts';
import { ofMain } from './of-main.ts';
import type { StoreContext } from './store-context.ts';
import { titleOf } from './title-of.ts';

type CallLogAnswers = Pick<
  DeskApi,
  'calls' | 'changeCall' | 'placeCall' | 'callLog' | 'telephone' | 'newTelephoneToken'
>;

/** What the store does for the window with calls. Main keeps them; people and tickets are here. */
export function createCallLogAnswers(context: StoreContext): CallLogAnswers {
  return {
    calls: async () => context.calls.live(),
    async changeCall(callId, change) {
      const told = await ofMain(context, (main) => main.changeCall({ callId, change }));
      if (!told.ok) return told;
      if (!told.value) return err('not-kept');
      if (context.callsFail) context.announce.tell({ type: 'notice-over', code: 'calls-unwritable' });
      context.callsFail = false;
      return ok(null);
    },
    async placeCall(request) {
      const told = await ofMain(context, (main) => main.placeCall(request));
      if (!told.ok) return told;
      return told.value === null ? err('no-handler') : ok(told.value);
    },
    async callLog(query) {
      await context.calls.whole();
      const found = context.calls.newestFirst().filter(isFound(context, query));
      return { calls: found.slice(0, query.limit).map((call) => logged(context, call)), total: found.length };
    },
    telephone: () => ofMain(context, (main) => main.telephone()),
    async newTelephoneToken() {
      const told = await ofMain(context, (main) => main.newTelephoneToken());
      if (!told.ok) return told;
      return told.value === null ? err('not-kept') : ok(told.value);
    },
  };
}

function isFound(context: StoreContext, { text, from, until }: CallLogQuery): (call: Call) => boolean {
  const words = wordsOf(text);
  // A number is typed with signs of its own between the digits.
  const digits = /^[\d\s+().\-/]*\d[\d\s+().\-/]*$/.test(text) ? text.replace(/\D/g, '') : null;
  return (call) => {
    if ((from !== null && call.startedAt < from) || (until !== null && call.startedAt >= until)) return false;
    if (words.length === 0) return true;
    if (digits !== null && call.number.replace(/\D/g, '').includes(digits)) return true;
    const { person, ticket } = logged(context, call);
    const about = ticket ? `#${ticket.number} ${ticket.subject}` : '';
    const { number, name, queue, disposition, transferredTo } = call;
    const said = foldText([number, name, person, queue, disposition, transferredTo, about].join('\n'));
    return words.every((word) => said.includes(word));
  };
}

function logged({ accounts }: StoreContext, call: Call): LoggedCall {
  const { accountId, personRemoteId, ticketId } = call;
  const people = accounts.get(accountId ?? '')?.people;
  const state = ticketId === null ? undefined : accounts.get(accountOf(ticketId));
  return {
    call,
    person: people?.get(personRemoteId ?? '')?.name ?? '',
    ticket:
      ticketId === null ? null : { id: ticketId, ...(state ? titleOf(state, ticketId) : { number: '', subject: '' }) },
  };
}

/** Whose call the notes of a draft are of: a name, or the number; empty for a call that is not known here, null for a ticket. */
export function callerOfDraft(context: StoreContext, ticketId: TicketId): string | null {
  const callId = callOfDraft(ticketId);
  if (callId === null) return null;
  const call = context.calls.find(callId);
  return call ? logged(context, call).person || call.name || call.number : '';
}
