import { useCallback } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { GAP } from '../join-words.ts';
import { useSignature } from '../use-signature.ts';
import { quoteStart } from './forwarded-text.ts';

/** Makes of the words what is sent: the agent's own end with the signature of a public reply, above what is quoted. */
export function useForwardSignature(detail: TicketDetail): (text: string) => string {
  const t = useText();
  const sign = useSignature('reply', detail.accountId, detail.ticket.groupId);
  return useCallback(
    (text) => {
      const at = quoteStart(t, text);
      const own = text.slice(0, at).trim();
      return [sign(own), text.slice(at)].filter((part) => part !== '').join(GAP);
    },
    [t, sign],
  );
}
