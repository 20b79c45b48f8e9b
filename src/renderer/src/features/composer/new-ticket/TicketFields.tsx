import { useQuery } from '@tanstack/react-query';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { factsQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import form from '#renderer/ui/Form.module.css';
import type { AccountId } from '#shared/domain/ids.ts';
import { PRIORITIES } from '#shared/domain/ticket.ts';
import type { DraftFields } from '../use-draft.ts';
import styles from './NewTicket.module.css';
import type { NewTicketProblem } from './new-ticket-action.ts';

type Props = {
  readonly accountId: AccountId;
  readonly fields: DraftFields;
  readonly lack: NewTicketProblem | null;
  readonly onChange: (change: DraftFields) => void;
};

/** What a new ticket is about, and where it goes. */
export function TicketFields({ accountId, fields, lack, onChange }: Props) {
  const t = useText();
  const groups = useQuery(factsQuery(useDesk(), accountId)).data?.groups ?? [];
  const unset = { value: '', name: t('composer.new.unset') };
  return (
    <>
      <label className={form.labelled}>
        {t('composer.new.subject')}
        <input
          className={form.input}
          aria-invalid={lack === 'subject'}
          value={fields['subject'] ?? ''}
          onChange={({ target }) => onChange({ subject: target.value })}
        />
      </label>
      <div className={styles.choices}>
        <label className={form.labelled}>
          {t('composer.new.group')}
          <Choice
            value={fields['groupId'] ?? ''}
            options={[unset, ...groups.map(({ remoteId, name }) => ({ value: remoteId, name }))]}
            onChange={(groupId) => onChange({ groupId })}
          />
        </label>
        <label className={form.labelled}>
          {t('composer.new.priority')}
          <Choice
            value={fields['priority'] ?? ''}
            options={[unset, ...PRIORITIES.map((value) => ({ value, name: t(`app.priority.${value}`) }))]}
            onChange={(priority) => onChange({ priority })}
          />
        </label>
        <label className={form.labelled}>
          {t('composer.new.tags')}
          <input
            className={form.input}
            placeholder={t('composer.new.tagsHint')}
            value={fields['tags'] ?? ''}
            onChange={({ target }) => onChange({ tags: target.value })}
          />
        </label>
      </div>
    </>
  );
}
