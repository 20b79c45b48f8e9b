import { Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Conversation, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { toBlocks } from './fold-items.ts';
import styles from './Meanwhile.module.css';
import { newestByOthers } from './newest-by-others.ts';

type Props = { readonly detail: TicketDetail; readonly conversation: Conversation };

/** Who else did something to the ticket while it stood open here: all that a helpdesk tells of colleagues at the same ticket. */
export function Meanwhile({ detail, conversation }: Props) {
  const t = useText();
  const ticker = useTicker();
  const skewMs = useDeskState((state) => state.health[detail.accountId]?.clockSkewMs ?? 0);
  const me = useDeskState((state) => state.accounts?.find(({ id }) => id === detail.accountId)?.me.remoteId ?? null);
  // Helpdesks count in seconds.
  const [openedAt] = useState(() => Math.floor((ticker.now() + skewMs) / 1_000) * 1_000);
  const [seenAt, setSeenAt] = useState(0);
  const line = useRef<HTMLParagraphElement>(null);
  const found = newestByOthers(conversation.items, me, Math.max(openedAt, seenAt));

  const reveal = (): void => {
    if (found === null) return;
    const pane = line.current?.closest('[data-context="ticket"]');
    const key = toBlocks(conversation.items).findLast(
      (block) => block.type === 'message' && block.message.remoteId === found.messageRemoteId,
    )?.key;
    const target = [...(pane?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find(
      ({ dataset }) => dataset['key'] === key,
    );
    (target ?? pane?.querySelector('[data-scroller]')?.lastElementChild)?.scrollIntoView({ block: 'nearest' });
    setSeenAt(found.at + 1);
  };
  useCommand('ticket.showMeanwhile', reveal, () => found !== null);
  if (found === null) return null;
  return (
    <p ref={line} className={styles.line} role="status">
      <Users size={14} strokeWidth={1.5} aria-hidden="true" />
      <span>{t(`ticket.meanwhile.${found.did}`, { who: found.who || t('ticket.message.nobody') })}</span>
      <RelativeTime at={found.at} />
      <CommandButton command="ticket.showMeanwhile" look="quiet" label={t('ticket.meanwhile.show')} />
    </p>
  );
}
