import { show } from '#renderer/state/interface-state.ts';
import { whoCalled } from '#renderer/state/who-called.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { Call } from '#shared/calls/call.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Text } from '#shared/i18n/text.ts';
import { findPlace, NO_WORDS, type Words } from '../draft-place.ts';
import { formForCall } from './fields-for-call.ts';
import { newDraftId } from './new-ticket-action.ts';

/** The form for a new ticket that a call has opened. */
export type FormOfCall = {
  /** What the agent wrote in it, without what it opened with. */
  readonly written: Words;
  /** What was written is elsewhere, or was nothing. */
  putAway(): Promise<void>;
};

/** Null where no form is filled for the call, or it has become a ticket. */
export async function formOfCall(
  t: Text,
  desk: Desk,
  call: Call,
  accountIds: readonly AccountId[],
): Promise<FormOfCall | null> {
  const places = accountIds.map((accountId) =>
    findPlace(desk, { accountId, ticketId: newDraftId(accountId), kind: 'new-ticket' }),
  );
  for (const place of places) {
    const now = await place.read();
    if (now.fields['callId'] !== call.id) continue;
    return {
      written: await writtenIn(t, desk, call, now),
      async putAway() {
        await place.write(NO_WORDS);
        show({ newTicket: false, newTicketFor: null });
      },
    };
  }
  return null;
}

async function writtenIn(t: Text, desk: Desk, call: Call, now: Words): Promise<Words> {
  const who = await whoCalled(desk, call);
  // Who called may have become known since the form was opened.
  const opened = [who.name, call.name, ''].map((name) => formForCall(t, call, { ...who, name }));
  const fields = Object.entries(now.fields).filter(([name, value]) =>
    opened.every((form) => (form.fields[name] ?? '') !== value),
  );
  const line = opened.map(({ text }) => text.trimEnd()).find((text) => now.text.startsWith(text)) ?? '';
  return { ...now, text: now.text.slice(line.length).trim(), fields: Object.fromEntries(fields) };
}
