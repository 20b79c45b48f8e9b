import { Lock, Reply, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { takeTypedAhead } from '#renderer/state/typed-ahead.ts';
import type { Conversation, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import type { Action } from '#shared/outbox/action.ts';
import styles from './Composer.module.css';
import { DiscardDraft } from './DiscardDraft.tsx';
import { DraftState } from './DraftState.tsx';
import { Files } from './files/Files.tsx';
import { useFiles } from './files/use-files.ts';
import { loadMarkdown } from './load-markdown.ts';
import { Preview } from './Preview.tsx';
import { RefusedBecause } from './RefusedBecause.tsx';
import type { ComposerKind, DraftHandle } from './use-draft.ts';
import { useSend } from './use-send.ts';

type Props = {
  readonly kind: ComposerKind;
  readonly detail: TicketDetail;
  readonly conversation: Conversation | null;
  readonly draft: DraftHandle;
  /** Grows whenever the agent asks to write. */
  readonly asked: number;
};

/** Writing a reply or a note: words in Markdown, what they will look like, and the ways to send them. */
export function ComposerForm({ kind, detail, draft, asked }: Props) {
  const t = useText();
  const { sending, problem, exclusively, send } = useSend();
  const [preview, setPreview] = useState(false);
  const [guard, setGuard] = useState<'empty' | 'nobody' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useFiles(draft);
  const hint = useId();
  const nobody = kind === 'reply' && detail.ticket.requesterId === null;

  useCaret(field, draft, asked);
  const saysSomething = draft.text.trim() !== '' || files.kept.length + files.coming.length > 0;
  const unmet = guard === 'empty' && saysSomething ? null : guard;

  const leave = (): void => {
    void draft.flush();
    const pane = field.current?.closest('[data-context="ticket"]')?.querySelector<HTMLElement>('[data-scroller]');
    show({ composer: null });
    pane?.focus({ preventScroll: true });
  };
  const submit = (solve: boolean): Promise<void> => exclusively(() => handOver(solve));
  const handOver = async (solve: boolean): Promise<void> => {
    if (!saysSomething) return setGuard('empty');
    if (nobody) return setGuard('nobody');
    const attached = await files.whenKept();
    if (attached === null) return;
    const render = await loadMarkdown();
    const words = { markdown: draft.text.trim(), html: render(draft.text.trim()), files: attached };
    const changes: Action['changes'] = solve ? { status: 'solved' } : {};
    const action: Action = kind === 'reply' ? { kind, words, cc: [], changes } : { kind, words, changes };
    const number = detail.ticket.number || t('composer.newTicket');
    const label = t(solve ? 'composer.sentAndSolved' : kind === 'reply' ? 'composer.sentReply' : 'composer.sentNote', {
      number,
    });
    // The words are on disk before they are handed over, and leave the draft only once the journal has the action.
    await draft.flush();
    const accepted = await send({ accountId: detail.accountId, ticketId: detail.id, action, label });
    if (accepted === null) return;
    await draft.discard({ wordsKept: true });
    setPreview(false);
    leave();
  };
  useCommand(
    'composer.send',
    () => void submit(false),
    () => !sending,
  );
  useCommand(
    'composer.sendAndSolve',
    () => void submit(true),
    () => !sending,
  );
  useCommand('composer.leave', leave);

  const to = detail.requester ? (detail.requester.email ?? detail.requester.name) : t('composer.nobody');
  return (
    <section className={styles.composer} data-kind={kind} data-context="composer" aria-label={t(`composer.${kind}`)}>
      <header className={styles.head}>
        <span className={styles.kind}>
          {kind === 'note' ? (
            <Lock size={14} strokeWidth={1.5} aria-hidden="true" />
          ) : (
            <Reply size={14} strokeWidth={1.5} aria-hidden="true" />
          )}
          {t(`composer.${kind}`)}
        </span>
        <span className={styles.to}>{kind === 'note' ? t('composer.noteTo') : t('composer.to', { who: to })}</span>
        <span className={styles.grow} />
        <CommandButton
          command="composer.flip"
          look="quiet"
          label={t(kind === 'reply' ? 'composer.toNote' : 'composer.toReply')}
        />
        <Button look="quiet" aria-pressed={preview} onClick={() => setPreview(!preview)}>
          {t('composer.preview')}
        </Button>
        <Button look="icon" icon={<X />} title={t('composer.closeHint')} onClick={leave}>
          {t('composer.close')}
        </Button>
      </header>
      {problem ? <RefusedBecause problem={problem} /> : null}
      {unmet ? (
        <p className={styles.guard} role="alert">
          {t(`composer.guard.${unmet}`)}
        </p>
      ) : null}
      {preview ? <Preview markdown={draft.text} /> : null}
      <textarea
        ref={field}
        className={styles.field}
        hidden={preview}
        value={draft.text}
        aria-label={t(kind === 'reply' ? 'composer.field.reply' : 'composer.field.note')}
        aria-describedby={hint}
        placeholder={t(kind === 'reply' ? 'composer.placeholder.reply' : 'composer.placeholder.note')}
        spellCheck
        readOnly={sending}
        onChange={(event) => draft.write({ text: event.target.value, cursorAt: event.target.selectionStart })}
        onBlur={() => void draft.flush()}
      />
      <Files files={files} disabled={sending} />
      <footer className={styles.foot}>
        <CommandButton
          command="composer.send"
          look="primary"
          label={t(kind === 'reply' ? 'composer.send' : 'composer.addNote')}
        />
        <CommandButton
          command="composer.sendAndSolve"
          label={t(kind === 'reply' ? 'composer.sendAndSolve' : 'composer.noteAndSolve')}
        />
        <span className={styles.grow} />
        <DraftState draft={draft} hintId={hint} />
        <DiscardDraft draft={draft} disabled={sending} />
      </footer>
    </section>
  );
}

/** Puts the caret where it was left, when the agent asks to write and the draft has been read; and what they typed meanwhile. */
function useCaret(field: { readonly current: HTMLTextAreaElement | null }, draft: DraftHandle, asked: number): void {
  const latest = useRef(draft);
  latest.current = draft;
  useEffect(() => {
    const area = field.current;
    const { text, cursorAt: at, write } = latest.current;
    if (!area || asked === 0 || !draft.ready) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(at, at);
    const ahead = takeTypedAhead();
    if (ahead !== '') write({ text: text.slice(0, at) + ahead + text.slice(at), cursorAt: at + ahead.length });
  }, [field, asked, draft.ready]);
}
