import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { failureText } from '#renderer/features/settings/failure-text.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show } from '#renderer/state/interface-state.ts';
import { draftsQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { TicketHeader } from '#renderer/store/desk-views.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Modal } from '#renderer/ui/Modal.tsx';
import { isOffline } from '#shared/domain/account.ts';
import type { Failure } from '#shared/domain/failure.ts';
import styles from './MergePreview.module.css';

type Props = {
  readonly detail: TicketDetail;
  readonly target: TicketHeader;
  /** The helpdesk leaves a note on both tickets. */
  readonly noted: boolean;
  readonly onClose: () => void;
};

/** What merging will do, before it does: there is no way back, so that it is asked. Needs the network, and says so. */
export function MergePreview({ detail, target, noted, onClose }: Props) {
  const t = useText();
  const desk = useDesk();
  const offline = useDeskState((state) => isOffline(state.health[detail.accountId]));
  const drafts = useQuery(draftsQuery(desk)).data ?? [];
  const [tellCustomer, setTellCustomer] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  // State is too late for a second press in the same frame.
  const begun = useRef(false);
  const go = useRef<HTMLButtonElement>(null);
  const [from, to] = [detail.ticket.number, target.number];
  const unsent = detail.pending.length + drafts.filter(({ draft }) => draft.ticketId === detail.id).length;
  const differs = detail.requester !== null && detail.requester.name !== target.requesterName;

  const merge = async (): Promise<void> => {
    if (begun.current) return;
    begun.current = true;
    setBusy(true);
    setProblem(null);
    const answer = await desk
      .mergeTicket({ ticketId: detail.id, intoId: target.id, tellCustomer })
      .catch((): { ok: false; error: Failure } => ({
        ok: false,
        error: { code: 'unknownOutcome', detail: 'the worker is gone' },
      }));
    begun.current = false;
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    onClose();
    show({
      openTicketId: target.id,
      focusedTicketId: target.id,
      told: { sentence: t('ticket.merge.done', { from, to }) },
    });
  };
  return (
    <Modal title={t('ticket.merge.title', { from, to })} size="small" startAt={go} onClose={onClose}>
      <form
        className={styles.preview}
        onSubmit={(event) => {
          event.preventDefault();
          if (!offline) void merge();
        }}
      >
        <p>{t('ticket.merge.stays', { to, subject: target.subject })}</p>
        <p>{t('ticket.merge.goes', { from, to })}</p>
        {noted ? (
          <label className={styles.tell}>
            <input
              type="checkbox"
              checked={tellCustomer}
              onChange={({ target: box }) => setTellCustomer(box.checked)}
            />
            <span>{tellCustomer ? t('ticket.merge.public', { from }) : t('ticket.merge.internal')}</span>
          </label>
        ) : (
          <p>{t('ticket.merge.noNote')}</p>
        )}
        {differs ? (
          <p className={styles.warning}>{t('ticket.merge.differs', { from, who: target.requesterName || '–' })}</p>
        ) : null}
        {unsent > 0 ? <p className={styles.warning}>{t('ticket.merge.unsent', { count: unsent, from })}</p> : null}
        {offline ? (
          <p className={styles.warning} role="status">
            {t('ticket.merge.offline')}
          </p>
        ) : null}
        {problem ? <Problem problem={problem} /> : null}
        <div className={styles.foot}>
          <Button ref={go} look="primary" type="submit" disabled={busy || offline}>
            {t(busy ? 'ticket.merge.busy' : 'ticket.merge.do', { to })}
          </Button>
          <Button keys="Escape" onClick={onClose}>
            {t('ticket.merge.leave')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Problem({ problem }: { readonly problem: Failure }) {
  const t = useText();
  if (problem.code === 'unknownOutcome')
    return (
      <p className={styles.warning} role="alert">
        {t('ticket.merge.unknown')}
      </p>
    );
  const { what, safe, next } = failureText(t, problem, 'running');
  return (
    <p className={styles.warning} role="alert">
      {what} {safe} {next}
    </p>
  );
}
