import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketToBe } from '#renderer/store/desk-tickets.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { saysNothing } from '../draft-place.ts';
import type { ComposerKind } from '../use-draft.ts';
import type { MessageHandle } from '../use-message.ts';
import { useSendMessage } from '../use-send-message.ts';
import { copiesIn, missingIn, type NewTicketProblem, newTicketAction } from './new-ticket-action.ts';

type Options = {
  readonly message: MessageHandle;
  readonly kind: ComposerKind;
  readonly toBe: TicketToBe;
  /** Makes of the words what is sent. */
  readonly complete: (text: string) => string;
  readonly onMade: () => void;
};

/** What a form lacks; `attempt` grows with every press, so that the same is said again. */
export type Lack = { readonly problem: NewTicketProblem; readonly attempt: number };

/** Makes the ticket that the form stands for and shows it, once nothing is missing and its message was looked over. */
export function useCreateTicket({ message, kind, toBe, complete, onMade }: Options) {
  const t = useText();
  const desk = useDesk();
  const [lack, setLack] = useState<Lack | null>(null);
  const { draft, files } = message;
  const { submit, ...sent } = useSendMessage({
    message,
    kind,
    requester: toBe.requester,
    complete,
    onSent: ({ ticketId }) => {
      onMade();
      void tellCall(ticketId);
      show({ place: 'inbox', openTicketId: ticketId, focusedTicketId: ticketId });
    },
  });
  /** The call that the form was opened for is about the ticket that came of it. */
  const tellCall = async (ticketId: TicketId): Promise<void> => {
    const { callId = '', requesterId = '' } = draft.fields;
    if (callId === '') return;
    const { accountId } = draft.id;
    const about = { accountId, personRemoteId: requesterId || null, ticketId };
    const told = await desk.changeCall(callId, { do: 'about', ...about }).catch(() => null);
    if (!told?.ok) show({ told: { sentence: t('calls.new.notAbout') } });
  };
  const create = async (solve: boolean): Promise<void> => {
    const { fields } = draft;
    const problem = missingIn(fields, saysNothing(draft) && files.coming.length === 0);
    setLack((before) => problem && { problem, attempt: (before?.attempt ?? 0) + 1 });
    if (problem) return;
    await submit({
      ticketId: null,
      written: { toRequester: true, addresses: copiesIn(fields) },
      solve,
      actionOf: (words, changes) => newTicketAction(fields, words, changes),
      label: t(solve ? 'composer.new.madeAndSolved' : 'composer.new.made', { subject: toBe.subject }),
    });
  };
  return { ...sent, create, lack, forgetLack: () => setLack(null) };
}
