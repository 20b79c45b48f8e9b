import type { WhoCalled } from '#renderer/state/who-called.ts';
import type { Call } from '#shared/calls/call.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import type { Words } from '../draft-place.ts';
import { wordsAtStart } from '../join-words.ts';

/** The form of a new ticket about a call: what is known of the call where the agent has not filled in anything else. */
export function fieldsForCall(
  t: Text,
  filled: Draft['fields'],
  call: Call,
  who: WhoCalled,
  isPublic: boolean,
): Draft['fields'] {
  const name = who.name || who.number;
  return {
    subject: t('calls.new.subject', { direction: call.direction, who: name || t('calls.wrap.withheld') }),
    requesterId: call.personRemoteId ?? '',
    requesterName: name,
    requesterText: name,
    ...filled,
    callId: call.id,
    public: isPublic ? 'yes' : 'no',
  };
}

/** The form as it opens for a call. */
export function formForCall(t: Text, call: Call, who: WhoCalled): Words {
  // A number is on no ticket by itself. The agent goes on below it.
  const line =
    call.personRemoteId === null && who.number !== ''
      ? `${t('calls.new.number', { direction: call.direction, number: who.number })}\n\n`
      : '';
  return wordsAtStart(line, fieldsForCall(t, {}, call, who, false), []);
}
