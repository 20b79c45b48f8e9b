import { useCallback, useEffect, useId, useRef } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { takeTypedAhead } from '#renderer/state/typed-ahead.ts';
import type { Conversation, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import composer from '../Composer.module.css';
import { DiscardDraft } from '../DiscardDraft.tsx';
import { DraftState } from '../DraftState.tsx';
import { Guards } from '../Guards.tsx';
import { MessageField } from '../MessageField.tsx';
import { RefusedBecause } from '../RefusedBecause.tsx';
import { AddressField } from '../recipients/AddressField.tsx';
import type { DraftHandle } from '../use-draft.ts';
import { useMessage } from '../use-message.ts';
import { insertText } from '../writing/insert-text.ts';
import styles from './ForwardForm.module.css';
import { ForwardHead } from './ForwardHead.tsx';
import { forwardFields, isUntouched, withForwardFields } from './forward-fields.ts';
import { Originals } from './Originals.tsx';
import { useForward } from './use-forward.ts';
import { useForwardSignature } from './use-forward-signature.ts';
import { useQuoted } from './use-quoted.ts';

type Props = {
  readonly detail: TicketDetail;
  readonly conversation: Conversation | null;
  readonly draft: DraftHandle;
  /** Grows each time the agent asks to forward. */
  readonly count: number;
};

/** Forwarding: to whom, about what, the agent's own words above what is quoted, and its files. */
export function ForwardForm({ detail, conversation, draft, count }: Props) {
  const t = useText();
  const message = useMessage(draft);
  const { field, files, preview } = message;
  const toField = useRef<HTMLInputElement>(null);
  const [subjectId, sourceId] = [useId(), useId()];
  const complete = useForwardSignature(detail);
  const { source, sources, choose } = useQuoted(field, detail, conversation, draft);
  const { to, subject, originals } = forwardFields(draft);
  const latest = useRef(draft);
  latest.current = draft;
  const change = useCallback((fields: Parameters<typeof withForwardFields>[1]) => {
    const now = latest.current;
    now.write({ fields: withForwardFields(now.fields, fields) });
  }, []);
  const onTo = useCallback((typed: string) => change({ to: typed }), [change]);

  // Whom it goes to comes first; where that is said, the words.
  const { ready } = draft;
  useEffect(() => {
    if (!ready) return;
    const hasTo = forwardFields(latest.current).to.trim() !== '';
    const place = hasTo ? field.current : toField.current;
    place?.focus({ preventScroll: true });
    const ahead = takeTypedAhead(place);
    if (ahead === '') return;
    if (hasTo && field.current) insertText(field.current, ahead);
    else change({ to: ahead });
  }, [ready, count, change, field]);

  // Nothing is kept of a form that was only looked at.
  const begunAs = t('composer.forward.subject', { subject: detail.ticket.subject });
  const begun = useRef(begunAs);
  begun.current = begunAs;
  useEffect(
    () => () => {
      if (isUntouched(latest.current, begun.current)) void latest.current.discard({ wordsKept: true });
    },
    [],
  );

  const leave = (): void => {
    void draft.flush();
    const pane = field.current?.closest('[data-context="ticket"]')?.querySelector<HTMLElement>('[data-scroller]');
    show({ composer: null });
    pane?.focus({ preventScroll: true });
  };
  const { sending, problem, objections, submit } = useForward({ detail, message, complete, onSent: leave });
  useCommand(
    'composer.send',
    () => void submit(),
    () => !sending,
  );
  useCommand('composer.leave', leave);

  return (
    <section
      className={composer.composer}
      data-kind="forward"
      data-context="composer"
      aria-label={t('composer.forward')}
    >
      <ForwardHead preview={preview} onPreview={message.togglePreview} />
      <div className={styles.fields}>
        <AddressField
          accountId={detail.accountId}
          label={t('composer.forward.to')}
          input={toField}
          text={to}
          readOnly={sending}
          onChange={onTo}
        />
        <div className={styles.row}>
          <label htmlFor={subjectId}>{t('composer.forward.subjectField')}</label>
          <input
            id={subjectId}
            className={styles.input}
            value={subject}
            readOnly={sending}
            onChange={({ target }) => change({ subject: target.value })}
          />
        </div>
        <div className={styles.row}>
          <label htmlFor={sourceId}>{t('composer.forward.source')}</label>
          <select
            id={sourceId}
            className={styles.input}
            value={source}
            disabled={sending || preview}
            onChange={({ target }) => void choose(target.value)}
          >
            {source === '' ? <option value="">{t('composer.forward.source.asItStands')}</option> : null}
            {sources.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      {problem ? <RefusedBecause problem={problem} /> : null}
      <Guards
        outside
        objections={objections}
        text={draft.text}
        files={files.kept.length + files.coming.length + originals.length}
      />
      <MessageField
        message={message}
        kind="reply"
        to={{ requester: detail.requester, number: detail.ticket.number }}
        complete={complete}
        disabled={sending}
        className={composer.field}
        label={t('composer.field.forward')}
        placeholder={t('composer.placeholder.forward')}
      >
        <Originals originals={originals} disabled={sending} onChange={(next) => change({ originals: next })} />
      </MessageField>
      <footer className={composer.foot}>
        <CommandButton command="composer.send" look="primary" label={t('composer.forward')} />
        <span className={composer.grow} />
        <DraftState draft={draft} hintId={message.hintId} />
        <DiscardDraft draft={draft} disabled={sending} />
      </footer>
    </section>
  );
}
