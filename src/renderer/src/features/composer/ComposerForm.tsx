import { useCallback, useId, useMemo, useRef, useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Conversation, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import { rulesOf } from '#shared/composer/channel-rules.ts';
import { Carried } from './Carried.tsx';
import styles from './Composer.module.css';
import { ComposerHead } from './ComposerHead.tsx';
import { goToStop } from './canned/tab-stops.ts';
import { useCanned } from './canned/use-canned.tsx';
import { useToCanned } from './canned/use-to-canned.ts';
import { CaretList } from './caret-list/CaretList.tsx';
import { useCaretList } from './caret-list/use-caret-list.ts';
import { useMentions } from './caret-list/use-mentions.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import { DraftState } from './DraftState.tsx';
import { Files } from './files/Files.tsx';
import { useFiles } from './files/use-files.ts';
import { Guards } from './Guards.tsx';
import { MessageLength } from './MessageLength.tsx';
import { Preview } from './Preview.tsx';
import { RefusedBecause } from './RefusedBecause.tsx';
import { AddressField } from './recipients/AddressField.tsx';
import { AlsoSent } from './recipients/AlsoSent.tsx';
import { useCc } from './recipients/use-cc.ts';
import { type Asked, useCaret } from './use-caret.ts';
import type { ComposerKind, DraftHandle } from './use-draft.ts';
import { useHandOver } from './use-hand-over.ts';
import { useSignature } from './use-signature.ts';
import { FormattingCommands } from './writing/FormattingCommands.tsx';
import { WordsField } from './writing/WordsField.tsx';

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
  const [preview, setPreview] = useState(false);
  const onPreview = useCallback(() => setPreview((shown) => !shown), []);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useFiles(draft);
  const hint = useId();
  const complete = useSignature(kind, detail);
  const { channel, copies } = detail.ticket;
  const rules = rulesOf(channel);
  const cc = useCc(kind, rules, draft);
  const mentions = useMentions(detail.accountId, kind);
  const canned = useCanned(detail.id, files.putBack);
  const sources = useMemo(() => [...mentions, canned], [mentions, canned]);
  const caretList = useCaretList(field, sources);
  useCaret(field, draft, asked);
  useToCanned(field, detail);

  const leave = (): void => {
    void draft.flush();
    const pane = field.current?.closest('[data-context="ticket"]')?.querySelector<HTMLElement>('[data-scroller]');
    show({ composer: null });
    pane?.focus({ preventScroll: true });
  };
  const onSent = (): void => {
    setPreview(false);
    leave();
  };
  const { sending, problem, objections, submit } = useHandOver({ kind, detail, draft, files, complete, onSent });
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
        onPreview={onPreview}
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
      {preview ? <Preview markdown={complete(draft.text)} /> : null}
      <WordsField
        {...caretList.fieldProps}
        onKeyDown={(event) => {
          caretList.fieldProps.onKeyDown(event);
          if (event.key !== 'Tab' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
          if (goToStop(event.currentTarget, event.shiftKey ? 'previous' : 'next')) event.preventDefault();
        }}
        field={field}
        className={styles.field}
        hidden={preview}
        value={draft.text}
        aria-label={t(kind === 'reply' ? 'composer.field.reply' : 'composer.field.note')}
        aria-describedby={hint}
        placeholder={t(kind === 'reply' ? 'composer.placeholder.reply' : 'composer.placeholder.note')}
        readOnly={sending}
        onWrite={(text, cursorAt) => {
          draft.write({ text, cursorAt });
          caretList.onTyped();
        }}
        onBlur={() => {
          caretList.fieldProps.onBlur();
          void draft.flush();
        }}
      />
      {caretList.list ? (
        <CaretList list={caretList.list} id={caretList.listId} optionId={caretList.optionId} onTake={caretList.take} />
      ) : null}
      <FormattingCommands field={field} />
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
        {kind === 'reply' && rules.length !== null ? (
          <MessageLength text={complete(draft.text.trim())} told={rules.length} />
        ) : null}
        <DraftState draft={draft} hintId={hint} />
        <DiscardDraft draft={draft} disabled={sending} />
      </footer>
    </section>
  );
}
