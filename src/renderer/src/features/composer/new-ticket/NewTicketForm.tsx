import { useEffect, useRef } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import { rulesOf } from '#shared/composer/channel-rules.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import { Carried } from '../Carried.tsx';
import { DiscardDraft } from '../DiscardDraft.tsx';
import { DraftState } from '../DraftState.tsx';
import { Guards } from '../Guards.tsx';
import { MessageField } from '../MessageField.tsx';
import { RefusedBecause } from '../RefusedBecause.tsx';
import { AddressField } from '../recipients/AddressField.tsx';
import { useCc } from '../recipients/use-cc.ts';
import { type ComposerKind, type DraftFields, useDraft } from '../use-draft.ts';
import { useMessage } from '../use-message.ts';
import { useSignature } from '../use-signature.ts';
import { MessageHead } from './MessageHead.tsx';
import styles from './NewTicket.module.css';
import { isPublic, newDraftId, ticketToBe } from './new-ticket-action.ts';
import { RequesterField } from './RequesterField.tsx';
import { TicketFields } from './TicketFields.tsx';
import { typedRequester } from './typed-requester.ts';
import { useCreateTicket } from './use-create-ticket.ts';
import { useFirstField } from './use-first-field.ts';
import { useFormForCall } from './use-form-for-call.ts';
import { useNoMacros } from './use-no-macros.ts';

type Props = { readonly accountId: AccountId; readonly onClose: () => void };

/** A ticket's first message with whom it is for, what it is about and where it goes. */
export function NewTicketForm({ accountId, onClose }: Props) {
  const t = useText();
  const draft = useDraft({ accountId, ticketId: newDraftId(accountId), kind: 'new-ticket' });
  const message = useMessage(draft);
  const { files, field } = message;
  const { fields } = draft;
  const kind: ComposerKind = isPublic(fields) ? 'reply' : 'note';
  const toBe = { ...ticketToBe(fields), accountId };
  const complete = useSignature(kind, accountId, toBe.groupId);
  // What an agent writes from here goes out as mail.
  const cc = useCc(kind, rulesOf('web'), draft);
  const requester = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const { sending, problem, objections, create, lack, forgetLack } = useCreateTicket({
    message,
    kind,
    toBe,
    complete,
    onMade: onClose,
  });
  const put = (change: DraftFields): void => {
    forgetLack();
    draft.write({ fields: { ...fields, ...change } });
  };
  useFirstField(draft, { requester, words: field }, (typed) => put(typedRequester(typed, fields)));
  useFormForCall(draft, () => {
    // Whoever is at another field of it by now stays there.
    if (document.activeElement !== requester.current) return;
    const end = field.current?.value.length ?? 0;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(end, end);
  });
  useNoMacros(form);
  useEffect(() => {
    if (lack === null) return;
    const invalid = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (invalid ?? field.current)?.focus();
  }, [lack, field]);

  const toKind = (next: ComposerKind): void => put({ public: next === 'reply' ? 'yes' : 'no' });
  const leave = (): void => {
    void draft.flush();
    onClose();
  };
  const free = (): boolean => !sending;
  useCommand('composer.send', () => void create(false), free);
  useCommand('composer.sendAndSolve', () => void create(true), free);
  useCommand('composer.flip', () => toKind(kind === 'reply' ? 'note' : 'reply'), free);
  useCommand('composer.leave', leave);

  return (
    <div ref={form} className={styles.form}>
      <div className={styles.fields}>
        {fields['followUpOf'] ? (
          <p className={styles.follows}>{t('composer.new.followUp', { number: fields['followUpOf'] })}</p>
        ) : null}
        <RequesterField
          accountId={accountId}
          fields={fields}
          input={requester}
          lack={lack?.problem ?? null}
          onChange={put}
        />
        <TicketFields accountId={accountId} fields={fields} lack={lack?.problem ?? null} onChange={put} />
        <section className={styles.message} data-kind={kind} aria-label={t('composer.new.first')}>
          <MessageHead message={message} kind={kind} disabled={sending} onKind={toKind} />
          {cc.isShown ? (
            <AddressField
              accountId={accountId}
              label={t('composer.cc')}
              input={cc.input}
              text={cc.text}
              readOnly={sending}
              onChange={cc.onChange}
            />
          ) : null}
          <Carried draft={draft} disabled={sending} />
          <MessageField
            message={message}
            kind={kind}
            to={{ requester: toBe.requester, number: '', toBe }}
            complete={complete}
            disabled={sending}
            className={styles.words}
            label={t(kind === 'reply' ? 'composer.new.message' : 'composer.field.note')}
            placeholder={t(kind === 'reply' ? 'composer.placeholder.reply' : 'composer.placeholder.note')}
          />
        </section>
      </div>
      <footer className={styles.foot}>
        {problem ? <RefusedBecause problem={problem} /> : null}
        {lack ? (
          <p key={lack.attempt} className={styles.missing} role="alert">
            {t(`composer.new.missing.${lack.problem}`)}
          </p>
        ) : (
          <Guards objections={objections} text={draft.text} files={files.kept.length + files.coming.length} />
        )}
        <div className={styles.buttons}>
          <CommandButton command="composer.send" look="primary" label={t('composer.new.create')} />
          <CommandButton command="composer.sendAndSolve" label={t('composer.new.createAndSolve')} />
          <span className={styles.grow} />
          <DraftState draft={draft} hintId={message.hintId} />
          <DiscardDraft draft={draft} disabled={sending} />
        </div>
      </footer>
    </div>
  );
}
