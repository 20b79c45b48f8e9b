import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { problemSentence, takeBack } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { factsQuery, ticketQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { EntryProblem } from '#renderer/store/desk-api.ts';
import { isOffline } from '#shared/domain/account.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';
import { conflictLines } from './conflicts.ts';
import styles from './PendingState.module.css';
import { pendingView } from './pending-view.ts';

/** Where an action of the agent's is on its way to the helpdesk, and what can be done about it. */
export function PendingState({ entry }: { readonly entry: OutboxEntry }) {
  const t = useText();
  const desk = useDesk();
  const online = useDeskState((state) => !isOffline(state.health[entry.accountId]));
  const undoable = useBefore(entry.notBefore);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<EntryProblem | null>(null);
  const view = pendingView(t, entry, { undoable, online });
  const inConflict = entry.state.name === 'held' && entry.state.fields.length > 0 ? entry.state.fields : null;
  const ticket = useQuery({ ...ticketQuery(desk, entry.ticketId), enabled: inConflict !== null }).data?.ticket;
  const facts = useQuery({ ...factsQuery(desk, entry.accountId), enabled: inConflict !== null }).data;
  const details = inConflict ? conflictLines(t, inConflict, entry, { ticket, facts }) : view.details;

  const run = async (act: () => Promise<Result<null, EntryProblem>>): Promise<void> => {
    setBusy(true);
    const done = await act();
    setBusy(false);
    setProblem(done.ok ? null : done.error);
  };
  return (
    <div className={styles.state} data-tone={view.tone} role={view.tone === 'quiet' ? 'status' : 'alert'}>
      <p>
        {view.sentence}
        {problem === null ? null : (
          <strong> {problem === 'too-late' ? t('ticket.pending.tooLate') : problemSentence(t, problem)}</strong>
        )}
      </p>
      {details.length > 0 ? (
        <ul className={styles.details}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      ) : null}
      <div className={styles.choices}>
        {view.choices.map((choice) => (
          <button
            key={choice}
            type="button"
            disabled={busy}
            onClick={() =>
              void run(() =>
                choice === 'takeBack' || choice === 'undo' || choice === 'discard'
                  ? takeBack(desk, entry)
                  : desk.retryEntry({ entryId: entry.id, anyway: choice === 'sendAnyway' }),
              )
            }
          >
            {t(`ticket.pending.${choice}`)}
          </button>
        ))}
      </div>
    </div>
  );
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
