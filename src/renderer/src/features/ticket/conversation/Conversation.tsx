import { useMemo, useState } from 'react';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Conversation as ConversationData, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { accountOf } from '#shared/domain/ids.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { isNews } from '#shared/outbox/hold.ts';
import styles from './Conversation.module.css';
import { EventLines } from './EventLines.tsx';
import { type Block, firstShown, firstUnanswered, toBlocks } from './fold-items.ts';
import { MessageItem } from './MessageItem.tsx';
import { PendingUpdates } from './PendingUpdates.tsx';
import { SyncNote } from './SyncNote.tsx';
import { useReadOn } from './use-read-on.ts';
import { useReadingPosition } from './use-reading-position.ts';
import type { RefreshState } from './use-refresh.ts';

type Props = {
  readonly detail: TicketDetail;
  readonly conversation: ConversationData;
  readonly refresh: RefreshState;
};

/** What was said and what happened, oldest first, opened where the agent has to read. */
export function Conversation({ detail, conversation, refresh }: Props) {
  const t = useText();
  const me = useDeskState(
    (state) => state.accounts?.find(({ id }) => id === accountOf(detail.id))?.me.remoteId ?? null,
  );
  const blocks = useMemo(() => toBlocks(conversation.items), [conversation.items]);
  const [unfolded, setUnfolded] = useState(false);
  // Settled on opening, so that an arriving message neither folds nor closes what is being read.
  const [opening, setOpening] = useState<Opening | null>(null);
  if (opening === null && blocks.length > 0) setOpening(openingOf(blocks));
  const current = opening;
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const place = useReadingPosition(current?.readFirst ?? null, blocks);
  useReadOn(detail.id, place.scroller);

  const from =
    unfolded || current === null
      ? 0
      : Math.max(
          0,
          blocks.findIndex(({ key }) => key === current.firstKey),
        );
  const held = detail.pending.find(isHeldByNews);
  const hidden = blocks.slice(0, from).filter(({ type }) => type === 'message').length;
  return (
    <div ref={place.scroller} className={styles.scroller} data-scroller="" tabIndex={-1}>
      <section ref={place.content} className={styles.items} aria-label={t('ticket.conversation')}>
        <SyncNote synced={conversation.synced} empty={blocks.length === 0} detail={detail} refresh={refresh} />
        {hidden > 0 ? (
          <button type="button" className={styles.older} onClick={() => setUnfolded(true)}>
            {t('ticket.older', { count: hidden })}
          </button>
        ) : null}
        {blocks.slice(from).map((block) =>
          block.type === 'events' ? (
            <EventLines key={block.key} events={block.events} />
          ) : (
            <div key={block.key} data-key={block.key}>
              <MessageItem
                ticketId={detail.id}
                message={block.message}
                open={toggled.get(block.key) ?? !(current?.closedKeys.has(block.key) ?? false)}
                news={isNewTo(block, held, me)}
                onToggle={() =>
                  setToggled((before) => {
                    const open = before.get(block.key) ?? !(current?.closedKeys.has(block.key) ?? false);
                    return new Map(before).set(block.key, !open);
                  })
                }
              />
            </div>
          ),
        )}
        <PendingUpdates pending={detail.pending} />
      </section>
      {place.below > 0 ? (
        <button type="button" className={styles.below} onClick={place.toEnd}>
          <span role="status">{t('ticket.below', { count: place.below })}</span>
        </button>
      ) : null}
    </div>
  );
}

type Opening = {
  readonly readFirst: string | null;
  readonly firstKey: string;
  /** Messages above the fold: one line each once they are shown. */
  readonly closedKeys: ReadonlySet<string>;
};

function openingOf(blocks: readonly Block[]): Opening {
  const first = firstShown(blocks);
  return {
    readFirst: firstUnanswered(blocks),
    firstKey: blocks[first]?.key ?? '',
    closedKeys: new Set(blocks.slice(0, first).map(({ key }) => key)),
  };
}

const isHeldByNews = ({ state }: OutboxEntry): boolean => state.name === 'held' && state.reason === 'newer-message';

const isNewTo = (block: Block, held: OutboxEntry | undefined, me: string | null): boolean =>
  held !== undefined &&
  block.type === 'message' &&
  block.message.entry === null &&
  isNews(block.message, held, me ?? '');
