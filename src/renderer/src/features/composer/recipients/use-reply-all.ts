import { useEffect } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { rulesOf } from '#shared/composer/channel-rules.ts';
import { findPlace } from '../draft-place.ts';
import type { DraftHandle } from '../use-draft.ts';
import { addressesIn } from './addresses.ts';

/** Puts everybody on the ticket in copy, once each time the agent asks to reply to all, beside who is in copy already. */
export function useReplyAll({ id, ticket: { channel } }: TicketDetail, reply: DraftHandle): void {
  const t = useText();
  const desk = useDesk();
  const asked = useInterface((state) => state.replyToAll && state.composer === 'reply');
  const { ready } = reply;
  const { accountId } = reply.id;
  useEffect(() => {
    if (!asked || !ready) return;
    show({ replyToAll: false });
    const fill = async (): Promise<void> => {
      if (!rulesOf(channel).cc)
        return show({ told: { sentence: t('composer.replyAll.noCopies', { channel: t(`app.channel.${channel}`) }) } });
      const others = await desk.everyoneElse(id);
      if (others.length === 0) return show({ told: { sentence: t('composer.replyAll.nobody') } });
      await findPlace(desk, { accountId, ticketId: id, kind: 'reply' }).change((now) => {
        const cc = addressesIn([now.fields['cc'] ?? '', ...others].join(','));
        return { ...now, fields: { ...now.fields, cc: cc.join(', ') } };
      });
    };
    // A store that goes away puts nobody in copy, and the composer says that it is away.
    void fill().catch(() => undefined);
  }, [t, desk, asked, ready, accountId, id, channel]);
}
