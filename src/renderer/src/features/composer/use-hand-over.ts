import { useDeskState } from '#renderer/state/desk-state.ts';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { rulesOf } from '#shared/composer/channel-rules.ts';
import { goOnAfter, isStillAt } from './after-sending.ts';
import { addressesIn } from './recipients/addresses.ts';
import type { ComposerKind } from './use-draft.ts';
import type { MessageHandle } from './use-message.ts';
import { type SentMessage, useSendMessage } from './use-send-message.ts';

type Message = {
  readonly kind: ComposerKind;
  readonly detail: TicketDetail;
  readonly message: MessageHandle;
  /** Makes of the words what is sent. */
  readonly complete: (text: string) => string;
  /** The words have left the draft, and the composer is still what the agent looks at. */
  readonly onSent: () => void;
};

/** Sends what is in the composer, once it was looked over; with `solve` the ticket is solved by the same action. */
export function useHandOver({ kind, detail, message, complete, onSent }: Message) {
  const t = useText();
  const afterSending = ({ ticketId, entryId, action, changes, carried, marks }: SentMessage): void => {
    if (carried)
      show({
        lastMacro: { title: carried.title, tickets: [{ ticketId, entryId, action, before: detail.ticket }], marks },
      });
    if (!isStillAt({ ticketId, kind })) return;
    onSent();
    const { advanceAfterReplies } = useDeskState.getState().settings;
    goOnAfter({ ticketId, kind }, { changes, carried, afterReplies: advanceAfterReplies });
  };
  const { sending, problem, objections, submit } = useSendMessage({ message, kind, complete, onSent: afterSending });

  const handOver = (solve: boolean): Promise<void> => {
    const { fields } = message.draft;
    const cc = kind === 'reply' && rulesOf(detail.ticket.channel).cc ? addressesIn(fields['cc']) : [];
    const number = detail.ticket.number || t('composer.newTicket');
    return submit({
      ticketId: detail.id,
      written: { toRequester: detail.ticket.requesterId !== null, addresses: cc },
      solve,
      actionOf: (words, changes) => (kind === 'reply' ? { kind, words, cc, changes } : { kind, words, changes }),
      label: t(solve ? 'composer.sentAndSolved' : kind === 'reply' ? 'composer.sentReply' : 'composer.sentNote', {
        number,
      }),
    });
  };
  return { sending, problem, objections, submit: handOver };
}
