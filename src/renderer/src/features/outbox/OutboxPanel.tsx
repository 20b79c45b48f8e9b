import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { show } from '../../state/interface-state.ts';
import { outboxQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import type { EntryProblem, OutboxItem } from '../../store/desk-api.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { problemSentence, takeBack } from '../composer/index.ts';
import { DiscardChain } from './DiscardChain.tsx';
import { describeAction, wordsOf } from './describe-action.ts';
import { EntryRow } from './EntryRow.tsx';
import { choicesOf } from './explain-state.ts';
import styles from './Panel.module.css';
import { useActiveRow } from './use-active-row.ts';
import { useNames } from './use-names.ts';

/** Everything that has not reached its helpdesk, why, and what can be done about it. */
export function OutboxPanel() {
  const t = useText();
  const desk = useDesk();
  const { data } = useQuery(outboxQuery(desk));
  const items = (data ?? []).filter(({ entry }) => entry.state.name !== 'confirmed');
  const namesOf = useNames(items.map(({ entry }) => entry.accountId));
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<readonly OutboxEntry[] | null>(null);

  const itemOf = (id: string | null): OutboxItem | undefined => items.find(({ entry }) => entry.id === id);
  const open = (id: string): void => {
    const entry = itemOf(id)?.entry;
    if (entry) show({ openTicketId: entry.ticketId, focusedTicketId: entry.ticketId, newTicket: false });
  };
  const { activeId, choose } = useActiveRow(
    items.map(({ entry }) => entry.id),
    open,
  );
  const active = itemOf(activeId);

  const whyNot = (problem: EntryProblem, late: 'outbox.said.gone' | 'outbox.said.tooLate'): string =>
    problem === 'too-late' ? t(late) : problemSentence(t, problem);
  const retry = async (entry: OutboxEntry, anyway: boolean): Promise<void> => {
    const done = await desk.retryEntry({ entryId: entry.id, anyway });
    setSaid(done.ok ? t('outbox.said.again') : whyNot(done.error, 'outbox.said.gone'));
  };
  const discard = async (entries: readonly OutboxEntry[]): Promise<void> => {
    setAsking(null);
    // With a new ticket goes what waits for it. Elsewhere the latest first: what waits must not leave when the other goes.
    const [first] = entries;
    const each = first?.action.kind === 'create' ? [first] : entries.toReversed();
    for (const entry of each) {
      const gone = await takeBack(desk, entry);
      if (!gone.ok) return setSaid(whyNot(gone.error, 'outbox.said.tooLate'));
    }
    const done = entries.some(({ action }) => wordsOf(action) !== null)
      ? 'outbox.said.discardedWords'
      : 'outbox.said.discarded';
    setSaid(t(done, { count: entries.length }));
  };
  const askToDiscard = (entry: OutboxEntry): void => {
    const chain = chainOf(items, entry);
    if (chain.length > 1) setAsking(chain);
    else void discard(chain);
  };

  const may = (choice: keyof ReturnType<typeof choicesOf>) => (): boolean =>
    active !== undefined && choicesOf(active.entry)[choice];
  useCommand('outbox.retry', () => active && void retry(active.entry, false), may('retry'));
  useCommand('outbox.sendAnyway', () => active && void retry(active.entry, true), may('sendAnyway'));
  useCommand('outbox.discard', () => active && askToDiscard(active.entry), may('discard'));

  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('outbox.title')}</h1>
        <span className={styles.count} data-tabular>
          {items.length > 0 ? t.intl.formatNumber(items.length) : ''}
        </span>
      </header>
      <p className={styles.said} role="status">
        {said}
      </p>
      {data !== undefined && items.length === 0 ? (
        <EmptyState title={t('outbox.empty')} body={t('outbox.emptyWhy')} />
      ) : (
        <ul className={styles.list} aria-label={t('outbox.title')}>
          {items.map((item, index) => (
            <EntryRow
              key={item.entry.id}
              item={item}
              does={describeAction(t, item.entry.action, namesOf(item.entry.accountId))}
              field={namesOf(item.entry.accountId).field}
              waitsFor={waitsForInWords(item)}
              active={item.entry.id === activeId}
              onChoose={() => choose(item.entry.id, index)}
              onOpen={() => open(item.entry.id)}
              onRetry={(anyway) => void retry(item.entry, anyway)}
              onDiscard={() => askToDiscard(item.entry)}
            />
          ))}
        </ul>
      )}
      {asking ? <DiscardChain entries={asking} onDiscard={discard} onClose={() => setAsking(null)} /> : null}
    </div>
  );

  function waitsForInWords({ waitsFor }: OutboxItem): string | null {
    if (waitsFor === null) return null;
    const blocker = itemOf(waitsFor)?.entry;
    return blocker ? describeAction(t, blocker.action, namesOf(blocker.accountId)) : t('outbox.why.earlier');
  }
}

/** An entry and those that wait for it, directly or through another, oldest first. */
function chainOf(items: readonly OutboxItem[], entry: OutboxEntry): readonly OutboxEntry[] {
  const ids = new Set([entry.id]);
  for (const item of items) if (item.waitsFor !== null && ids.has(item.waitsFor)) ids.add(item.entry.id);
  return items.filter((item) => ids.has(item.entry.id)).map((item) => item.entry);
}
