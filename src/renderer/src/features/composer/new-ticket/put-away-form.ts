import { show } from '#renderer/state/interface-state.ts';
import { whoCalled } from '#renderer/state/who-called.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { Call } from '#shared/calls/call.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Text } from '#shared/i18n/text.ts';
import { findPlace, NO_WORDS, type Words } from '../draft-place.ts';
import { formForCall } from './fields-for-call.ts';
import { newDraftId } from './new-ticket-action.ts';

/** The call is finished without the form that it opened: where nothing was written in it, nothing of it is kept. */
export async function putAwayForm(t: Text, desk: Desk, call: Call, accountIds: readonly AccountId[]): Promise<void> {
  const who = await whoCalled(desk, call);
  // Who called may have become known since the form was opened.
  const asOpened = [who.name, call.name, ''].map((name) => formForCall(t, call, { ...who, name }));
  for (const accountId of accountIds) {
    const form = findPlace(desk, { accountId, ticketId: newDraftId(accountId), kind: 'new-ticket' });
    const now = await form.read();
    if (!asOpened.some((words) => isSame(words, now))) continue;
    await form.write(NO_WORDS);
    show({ newTicket: false, newTicketFor: null });
  }
}

function isSame(opened: Words, now: Words): boolean {
  const names = Object.keys({ ...opened.fields, ...now.fields });
  const isFilledSo = names.every((name) => (opened.fields[name] ?? '') === (now.fields[name] ?? ''));
  return isFilledSo && now.files.length === 0 && ['', opened.text].includes(now.text);
}
