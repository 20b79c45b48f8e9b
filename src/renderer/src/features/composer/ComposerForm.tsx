import { useCommand } from '#renderer/commands/use-command.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Conversation, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import { rulesOf } from '#shared/composer/channel-rules.ts';
import { Carried } from './Carried.tsx';
import styles from './Composer.module.css';
import { ComposerHead } from './ComposerHead.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import { DraftState } from './DraftState.tsx';
import { Guards } from './Guards.tsx';
import { MessageField } from './MessageField.tsx';
import { MessageLength } from './MessageLength.tsx';
import { RefusedBecause } from './RefusedBecause.tsx';
import { AddressField } from './recipients/AddressField.tsx';
import { AlsoSent } from './recipients/AlsoSent.tsx';
import { useCc } from './recipients/use-cc.ts';
import { type Asked, useCaret } from './use-caret.ts';
import type { ComposerKind, DraftHandle } from './use-draft.ts';
import { useHandOver } from './use-hand-over.ts';
import { useMessage } from './use-message.ts';
import { usePutAsEdit } from './use-put-as-edit.ts';
import { useSignature } from './use-signature.ts';

type Props = {
  readonly kind: ComposerKind;
  readonly detail: TicketDetail;
  readonly conversation: Conversation | null;
  readonly draft: DraftHandle;
  readonly asked: Asked;
};

/** Writing a reply or a note: words in Markdown, what they will look like, and the ways to send them. */
export function ComposerForm({ kind, detail, draft, asked }: Props) {
  const t = useText();
  const message = useMessage(draft);
  const { field, files, preview } = message;
  const complete = useSignature(kind, detail.accountId, detail.ticket.groupId);
  const { channel, copies } = detail.ticket;
  const rules = rulesOf(channel);
  const cc = useCc(kind, rules, draft);
  usePutAsEdit(field, draft);
  useCaret(field, draft, asked);

  const leave = (): void => {
    void draft.flush();
    const pane = field.current?.closest('[data-context="ticket"]')?.querySelector<HTMLElement>('[data-scroller]');
    show({ composer: null });
    pane?.focus({ preventScroll: true });
  };
  const { sending, problem, objections, submit } = useHandOver({ kind, detail, message, complete, onSent: leave });
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

  return (
    <section className={styles.composer} data-kind={kind} data-context="composer" aria-label={t(`composer.${kind}`)}>
      <ComposerHead
        kind={kind}
        requester={detail.requester}
        channel={channel}
        canCopy={rules.cc}
        preview={preview}
        onPreview={message.togglePreview}
      />
      {cc.isShown ? (
        <AddressField
          accountId={detail.accountId}
          label={t('composer.cc')}
          {...(cc.text === '' ? {} : { remark: t('composer.cc.stays') })}
          input={cc.input}
          text={cc.text}
          readOnly={sending}
          onChange={cc.onChange}
        />
      ) : null}
      {kind === 'reply' ? <AlsoSent copies={copies} cc={cc.text} canCopy={cc.can && detail.delivered} /> : null}
      {problem ? <RefusedBecause problem={problem} /> : null}
      <Guards objections={objections} text={draft.text} files={files.kept.length + files.coming.length} />
      <Carried draft={draft} disabled={sending} />
      <MessageField
        message={message}
        kind={kind}
        to={{ requester: detail.requester, number: detail.ticket.number }}
        complete={complete}
        disabled={sending}
        className={styles.field}
        label={t(kind === 'reply' ? 'composer.field.reply' : 'composer.field.note')}
        placeholder={t(kind === 'reply' ? 'composer.placeholder.reply' : 'composer.placeholder.note')}
      />
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
        {kind === 'reply' && rules.length !== null ? (
          <MessageLength text={complete(draft.text.trim())} told={rules.length} />
        ) : null}
        <DraftState draft={draft} hintId={message.hintId} />
        <DiscardDraft draft={draft} disabled={sending} />
      </footer>
    </section>
  );
}
