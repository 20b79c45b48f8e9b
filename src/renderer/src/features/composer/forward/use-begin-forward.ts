import { useEffect, useRef } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Conversation, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { findPlace, isEmpty } from '../draft-place.ts';
import { GAP } from '../join-words.ts';
import type { DraftHandle } from '../use-draft.ts';
import { withForwardFields } from './forward-fields.ts';
import { forwardedText } from './forwarded-text.ts';
import { useCanForward } from './use-can-forward.ts';
import { delivered, messageFor, originalsOf } from './what-to-forward.ts';

/**
 * Puts what is to be forwarded into its draft, once each time the agent asks, as soon as it is on this machine; a forward that is
 * begun already is shown as it stands. Says why where the helpdesk forwards nothing.
 */
export function useBeginForward(detail: TicketDetail, conversation: Conversation | null, draft: DraftHandle): void {
  const t = useText();
  const desk = useDesk();
  const asked = useInterface((state) => (state.composer === 'forward' ? state.forwarding : null));
  const can = useCanForward(detail.accountId);
  const begun = useRef<typeof asked>(null);
  const latest = useRef({ detail, draft });
  latest.current = { detail, draft };
  const { ready } = draft;
  useEffect(() => {
    if (asked === null) return;
    if (can === 'no' || can === 'not-in-plan') {
      show({ composer: null, forwarding: null, told: { sentence: t(`composer.forward.cannot.${can}`) } });
      return;
    }
    if (!ready || conversation === null) return;
    // What is typed while the conversation is still on its way does not make it another's.
    if (begun.current !== asked && !isEmpty(latest.current.draft)) return show({ forwarding: null });
    begun.current = asked;
    const messages = delivered(conversation);
    if (messages.length === 0 && conversation.synced === 'none') return;
    show({ forwarding: null });
    const fill = async (): Promise<void> => {
      const { detail: ticket } = latest.current;
      const message = messageFor(messages, asked.messageKey);
      const chosen = message === null ? [] : [message];
      const quoted = await forwardedText(t, ticket, chosen);
      const { accountId, ticketId, kind } = latest.current.draft.id;
      await findPlace(desk, { accountId, ticketId, kind }).change((now) => ({
        ...now,
        text: `${now.text.trimEnd()}${quoted === '' ? '' : GAP}${quoted}`,
        fields: withForwardFields(now.fields, {
          subject: t('composer.forward.subject', { subject: ticket.ticket.subject }),
          source: message?.remoteId ?? '',
          quoted,
          originals: originalsOf(chosen),
        }),
      }));
    };
    void fill().catch(() => undefined);
  }, [t, desk, asked, can, ready, conversation]);
}
