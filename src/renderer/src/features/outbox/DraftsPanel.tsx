import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Draft, draftKey } from '#shared/outbox/entry.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { show } from '../../state/interface-state.ts';
import { draftsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import type { DraftItem } from '../../store/desk-api.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { problemSentence } from '../composer/index.ts';
import styles from './EntryRow.module.css';
import panel from './Panel.module.css';
import { rowDomId, useActiveRow } from './use-active-row.ts';

/** What the agent has begun to write, newest first. */
export function DraftsPanel() {
  const t = useText();
  const desk = useDesk();
  const { keymap } = useKeys();
  const { data } = useQuery(draftsQuery(desk));
  const items = [...(data ?? [])].sort((one, other) => other.draft.updatedAt - one.draft.updatedAt);
  const [discarded, setDiscarded] = useState<Draft | null>(null);
  const [said, setSaid] = useState('');

  const draftOf = (key: string | null): Draft | undefined => items.find(({ draft }) => draftKey(draft) === key)?.draft;
  const open = (key: string): void => {
    const draft = draftOf(key);
    if (draft) goOn(draft);
  };
  const { activeId, choose } = useActiveRow(
    items.map(({ draft }) => draftKey(draft)),
    open,
  );
  const discard = async (draft: Draft): Promise<void> => {
    await desk.discardDraft({ accountId: draft.accountId, ticketId: draft.ticketId, kind: draft.kind });
    setDiscarded(draft);
    setSaid(t('outbox.drafts.discarded'));
  };
  const putBack = async (draft: Draft): Promise<void> => {
    const saved = await desk.saveDraft(draft);
    setDiscarded(saved.ok ? null : draft);
    setSaid(saved.ok ? t('outbox.drafts.back') : problemSentence(t, saved.error));
  };
  const active = draftOf(activeId);
  useCommand(
    'outbox.discard',
    () => active && void discard(active),
    () => active !== undefined,
  );

  return (
    <div className={panel.panel}>
      <header className={panel.header}>
        <h1 className={panel.title}>{t('outbox.drafts.title')}</h1>
        <span className={panel.count} data-tabular>
          {items.length > 0 ? t.intl.formatNumber(items.length) : ''}
        </span>
      </header>
      <div className={panel.said}>
        <span role="status">{said}</span>
        {discarded ? (
          <Button look="quiet" onClick={() => void putBack(discarded)}>
            {t('outbox.drafts.putBack')}
          </Button>
        ) : null}
      </div>
      {data !== undefined && items.length === 0 ? (
        <EmptyState title={t('outbox.drafts.empty')} body={t('outbox.drafts.emptyWhy')} />
      ) : (
        <ul className={panel.list} aria-label={t('outbox.drafts.title')}>
          {items.map((item, index) => (
            <DraftRow
              key={draftKey(item.draft)}
              item={item}
              active={draftKey(item.draft) === activeId}
              discardKey={draftKey(item.draft) === activeId ? keymap.keysOf('outbox.discard')[0] : undefined}
              onChoose={() => choose(draftKey(item.draft), index)}
              onDiscard={() => void discard(item.draft)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Opens the composer that the draft belongs to. */
function goOn(draft: Draft): void {
  if (draft.kind === 'new-ticket') return show({ newTicket: true, newTicketAccountId: draft.accountId });
  show({ openTicketId: draft.ticketId, focusedTicketId: draft.ticketId, composer: draft.kind, newTicket: false });
}

function DraftRow({
  item,
  active,
  discardKey,
  onChoose,
  onDiscard,
}: {
  readonly item: DraftItem;
  readonly active: boolean;
  readonly discardKey: string | undefined;
  readonly onChoose: () => void;
  readonly onDiscard: () => void;
}) {
  const t = useText();
  const { draft, number, subject } = item;
  const ticket = number === '' ? t('outbox.newTicket') : `#${number}`;
  return (
    <li
      className={styles.row}
      id={rowDomId(draftKey(draft))}
      data-active={active || undefined}
      aria-current={active || undefined}
      onFocus={onChoose}
    >
      <div className={styles.line}>
        <span className={styles.does}>{t(`outbox.drafts.kind.${draft.kind}`)}</span>
        <RelativeTime className={styles.age} at={draft.updatedAt} />
      </div>
      <button
        type="button"
        className={styles.ticket}
        id={`${rowDomId(draftKey(draft))}-ticket`}
        onClick={() => goOn(draft)}
      >
        <span className={styles.number} data-tabular>
          {ticket}
        </span>{' '}
        {subject || t('outbox.noSubject')}
      </button>
      <p className={styles.preview}>{draft.text.trim() === '' ? t('outbox.drafts.noWords') : draft.text}</p>
      <div className={styles.actions}>
        <Button
          look="quiet"
          keys={discardKey}
          onClick={onDiscard}
          aria-describedby={`${rowDomId(draftKey(draft))}-ticket`}
        >
          {t('outbox.discard')}
        </Button>
      </div>
    </li>
  );
}
