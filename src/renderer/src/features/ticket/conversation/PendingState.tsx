import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { choicesOf, EntryChoices, EntryKeys, useEntryChoice } from '#renderer/features/entry/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { factsQuery, outboxQuery, ticketQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { OutboxItem } from '#renderer/store/desk-tickets.ts';
import { isOffline } from '#shared/domain/account.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { isStuck } from '#shared/outbox/order.ts';
import { Beside } from './Beside.tsx';
import { conflictLines } from './conflicts.ts';
import styles from './PendingState.module.css';
import { pendingView } from './pending-view.ts';

/** Where an action of the agent's is on its way to the helpdesk, and what can be done about it. */
export function PendingState({ entry }: { readonly entry: OutboxEntry }) {
  const t = useText();
  const desk = useDesk();
  const online = useDeskState((state) => !isOffline(state.health[entry.accountId]));
  const undoable = useBefore(entry.notBefore);
  const { item, keyed } = useItem(entry);
  const [problem, setProblem] = useState('');
  const { choose, dialog } = useEntryChoice((sentence, went) => {
    setProblem(went ? '' : sentence);
    if (went) show({ told: { sentence } });
  });
  const view = pendingView(t, entry, { undoable, online, mergedInto: item.mergedInto?.number ?? null });
  const inConflict = entry.state.name === 'held' && entry.state.fields.length > 0 ? entry.state.fields : null;
  const ticket = useQuery({ ...ticketQuery(desk, entry.ticketId), enabled: inConflict !== null }).data?.ticket;
  const facts = useQuery({ ...factsQuery(desk, entry.accountId), enabled: inConflict !== null }).data;
  const details = inConflict ? conflictLines(t, inConflict, entry, { ticket, facts }) : view.details;
  const choices = choicesOf(item, undoable);
  const chosen = (choice: (typeof choices)[number]): Promise<void> => choose(choice, item);
  return (
    <div className={styles.state} data-tone={view.tone} role={view.tone === 'quiet' ? 'status' : 'alert'}>
      <p>
        {view.sentence}
        {problem === '' ? null : <strong> {problem}</strong>}
      </p>
      {details.length > 0 ? (
        <ul className={styles.details}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      ) : null}
      <Beside entry={entry} />
      <EntryChoices item={item} choices={choices} keyed={keyed} onChoose={chosen} />
      {keyed ? <EntryKeys choices={choices} onChoose={chosen} /> : null}
      {dialog}
    </div>
  );
}

/** The entry as the outbox lists it, and whether the keys are for it: the first on its ticket that asks something of the agent. */
function useItem(entry: OutboxEntry): { readonly item: OutboxItem; readonly keyed: boolean } {
  const { data = [] } = useQuery(outboxQuery(useDesk()));
  // In those lists the keys are for the list's own row.
  const inbox = useInterface(({ place }) => place === 'inbox');
  const first = data.find((other) => other.entry.ticketId === entry.ticketId && isStuck(other.entry));
  const known = data.find((other) => other.entry.id === entry.id);
  return {
    item: { subject: '', number: '', waitsFor: null, mergedInto: null, ...known, entry },
    keyed: inbox && first?.entry.id === entry.id,
  };
}

/** True until `at` (UTC ms), then false, with one wake-up rather than a ticking clock. */
function useBefore(at: number): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const timer = setTimeout(listener, Math.max(0, at - Date.now()));
      return () => clearTimeout(timer);
    },
    [at],
  );
  return useSyncExternalStore(subscribe, () => Date.now() < at);
}
