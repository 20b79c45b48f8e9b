import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { factsQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { AccountId } from '#shared/domain/ids.ts';
import { PRIORITIES } from '#shared/domain/ticket.ts';
import { DiscardDraft } from './DiscardDraft.tsx';
import { DraftState } from './DraftState.tsx';
import { Files } from './files/Files.tsx';
import { useFiles } from './files/use-files.ts';
import { loadMarkdown } from './load-markdown.ts';
import styles from './NewTicket.module.css';
import { type NewTicketProblem, newDraftId, newTicketAction } from './new-ticket-action.ts';
import { RefusedBecause } from './RefusedBecause.tsx';
import { RequesterField } from './RequesterField.tsx';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';

type Props = { readonly accountId: AccountId; readonly onClose: () => void };

export function NewTicketForm({ accountId, onClose }: Props) {
  const t = useText();
  const desk = useDesk();
  const facts = useQuery(factsQuery(desk, accountId)).data;
  const draft = useDraft({ accountId, ticketId: newDraftId(accountId), kind: 'new-ticket' });
  const { sending, problem, exclusively, send } = useSend();
  const [missing, setMissing] = useState<NewTicketProblem | null>(null);
  const hint = useId();
  const files = useFiles(draft);
  const { fields } = draft;
  const put = (change: Readonly<Record<string, string>>): void => {
    setMissing(null);
    draft.write({ fields: { ...fields, ...change } });
  };
  const isPublic = fields.public !== 'no';

  const leave = (): void => {
    void draft.flush();
    onClose();
  };
  const submit = (): Promise<void> => exclusively(handOver);
  const handOver = async (): Promise<void> => {
    const markdown = draft.text.trim();
    const attached = await files.whenKept();
    if (attached === null) return;
    const render = await loadMarkdown();
    const made = newTicketAction(fields, { markdown, html: render(markdown), files: attached });
    if (!made.ok) return setMissing(made.problem);
    await draft.flush();
    const label = t('composer.new.made', { subject: (fields.subject ?? '').trim() });
    const ticketId = await send({ accountId, ticketId: null, action: made.action, label });
    if (ticketId === null) return;
    await draft.discard({ wordsKept: true });
    onClose();
    show({ place: 'inbox', openTicketId: ticketId, focusedTicketId: ticketId });
  };
  useCommand(
    'composer.send',
    () => void submit(),
    () => !sending,
  );
  useCommand('composer.leave', leave);

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {fields.followUpOf ? (
        <p className={styles.follows}>{t('composer.new.followUp', { number: fields.followUpOf })}</p>
      ) : null}
      <RequesterField accountId={accountId} fields={fields} ready={draft.ready} onChange={put} />
      <Row label={t('composer.new.subject')}>
        {(id) => (
          <input
            id={id}
            className={styles.input}
            value={fields.subject ?? ''}
            onChange={({ target }) => put({ subject: target.value })}
          />
        )}
      </Row>
      <div className={styles.choices}>
        <Choice
          label={t('composer.new.group')}
          value={fields.groupId ?? ''}
          options={(facts?.groups ?? []).map(({ remoteId, name }) => ({ value: remoteId, name }))}
          onChange={(groupId) => put({ groupId })}
        />
        <Choice
          label={t('composer.new.priority')}
          value={fields.priority ?? ''}
          options={PRIORITIES.map((value) => ({ value, name: t(`app.priority.${value}`) }))}
          onChange={(priority) => put({ priority })}
        />
        <Row label={t('composer.new.tags')}>
          {(id) => (
            <input
              id={id}
              className={styles.input}
              placeholder={t('composer.new.tagsHint')}
              value={fields.tags ?? ''}
              onChange={({ target }) => put({ tags: target.value })}
            />
          )}
        </Row>
      </div>
      <fieldset className={styles.kinds}>
        <legend className="visually-hidden">{t('composer.new.first')}</legend>
        {(['yes', 'no'] as const).map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="public"
              checked={isPublic === (value === 'yes')}
              onChange={() => put({ public: value })}
            />{' '}
            {t(value === 'yes' ? 'composer.new.public' : 'composer.new.internal')}
          </label>
        ))}
      </fieldset>
      <textarea
        className={styles.words}
        data-kind={isPublic ? 'reply' : 'note'}
        aria-label={t(isPublic ? 'composer.new.message' : 'composer.field.note')}
        aria-describedby={hint}
        placeholder={t(isPublic ? 'composer.placeholder.reply' : 'composer.placeholder.note')}
        readOnly={sending}
        value={draft.text}
        onChange={({ target }) => {
          setMissing(null);
          draft.write({ text: target.value, cursorAt: target.selectionStart });
        }}
        onBlur={() => void draft.flush()}
      />
      <Files files={files} disabled={sending} />
      {problem ? <RefusedBecause problem={problem} /> : null}
      {missing ? (
        <p className={styles.missing} role="alert">
          {t(`composer.new.missing.${missing}`)}
        </p>
      ) : null}
      <footer className={styles.foot}>
        <Button look="primary" type="submit" keyOf="composer.send" disabled={sending}>
          {t('composer.new.create')}
        </Button>
        <DraftState draft={draft} hintId={hint} />
        <span className={styles.grow} />
        <DiscardDraft draft={draft} disabled={sending} />
        <Button look="quiet" keyOf="composer.leave" onClick={leave}>
          {t('composer.close')}
        </Button>
      </footer>
    </form>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const t = useText();
  return (
    <Row label={label}>
      {(id) => (
        <select id={id} className={styles.select} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t('composer.new.unset')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Row>
  );
}
