import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { show } from '../../state/interface-state.ts';
import { outboxQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import type { OutboxItem } from '../../store/desk-tickets.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from '../../ui/Panel.module.css';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { useActiveRow } from '../../ui/use-active-row.ts';
import { choicesOf, EntryKeys, useEntryChoice } from '../entry/index.ts';
import { describeAction } from './describe-action.ts';
import { EntryRow } from './EntryRow.tsx';
import { useNames } from './use-names.ts';

/** Everything that has not reached its helpdesk, why, and what can be done about it. */
export function OutboxPanel() {
  const t = useText();
  const desk = useDesk();
  const { data } = useQuery(outboxQuery(desk));
  const items = (data ?? []).filter(({ entry }) => entry.state.name !== 'confirmed');
  const namesOf = useNames(items.map(({ entry }) => entry.accountId));
  const [said, setSaid] = useState('');
  const { choose: carryOut, dialog } = useEntryChoice(setSaid);

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

  return (
    <div className={styles.panel}>
      <PanelHeader title={t('outbox.title')} count={items.length} />
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
              onActive={() => choose(item.entry.id, index)}
              onOpen={() => open(item.entry.id)}
              onChoose={(choice) => carryOut(choice, item)}
            />
          ))}
        </ul>
      )}
      {active ? <EntryKeys choices={choicesOf(active, false)} onChoose={(choice) => carryOut(choice, active)} /> : null}
      {dialog}
    </div>
  );

  function waitsForInWords({ waitsFor }: OutboxItem): string | null {
    if (waitsFor === null) return null;
    const blocker = itemOf(waitsFor)?.entry;
    return blocker ? describeAction(t, blocker.action, namesOf(blocker.accountId)) : t('outbox.why.earlier');
  }
}
