import { useQuery } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { fieldsForCall, RequesterField } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { calledQuery } from '#renderer/state/who-called.ts';
import form from '#renderer/ui/Form.module.css';
import type { Call } from '#shared/calls/call.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import styles from './WrapUp.module.css';
import type { As, WrapUpProblem } from './wrap-up-fields.ts';

type Props = {
  readonly call: Call;
  readonly accountId: AccountId;
  readonly fields: Draft['fields'];
  readonly as: As;
  readonly lack: WrapUpProblem | null;
  readonly onChange: (change: Draft['fields']) => void;
};

/** For whom a new ticket about the call is, and what it is called: as the telephone and this machine know it, until it is changed. */
export function NewTicketPart({ call, accountId, fields, as, lack, onChange }: Props) {
  const t = useText();
  const desk = useDesk();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { data: who = { number: call.number, name: call.name } } = useQuery(calledQuery(desk, call));
  const filled = fieldsForCall(t, fields, call, who, as !== 'note');
  return (
    <div className={styles.form}>
      <RequesterField
        accountId={accountId}
        fields={filled}
        input={input}
        lack={lack === 'requester' || lack === 'email' ? lack : null}
        onChange={onChange}
      />
      <div className={form.labelled}>
        <label htmlFor={id}>{t('composer.new.subject')}</label>
        <input
          id={id}
          className={form.input}
          aria-invalid={lack === 'subject'}
          value={filled['subject'] ?? ''}
          onChange={({ target }) => onChange({ subject: target.value })}
        />
      </div>
    </div>
  );
}
