import { Autocomplete } from '@base-ui/react/autocomplete';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { takeTypedAhead } from '#renderer/state/typed-ahead.ts';
import type { Person } from '#shared/domain/desk.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import styles from './NewTicket.module.css';
import { PeopleFound } from './recipients/PeopleFound.tsx';
import type { DraftFields } from './use-draft.ts';

type Props = {
  readonly accountId: AccountId;
  readonly fields: DraftFields;
  readonly ready: boolean;
  readonly onChange: (change: Readonly<Record<string, string>>) => void;
};

/** Finds the requester among the people on this machine, or takes a new name and address. */
export function RequesterField({ accountId, fields, ready, onChange }: Props) {
  const t = useText();
  const desk = useDesk();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const text = fields.requesterText ?? fields.requesterName ?? '';
  const found = useQuery({
    queryKey: ['people', accountId, text],
    queryFn: () => desk.people({ accountId, text }),
    enabled: open && text.trim() !== '',
    networkMode: 'always',
    placeholderData: keepPreviousData,
  });
  const people = text.trim() === '' ? [] : (found.data ?? []).slice(0, 8);
  const chosen = (fields.requesterId ?? '') !== '';
  const isNew = !chosen && text.trim() !== '';

  const type = (value: string): void => {
    const address = /^\S+@\S+$/.test(value.trim()) ? value.trim() : null;
    onChange({
      requesterText: value,
      requesterId: '',
      requesterName:
        address === null ? value : (fields.requesterName ?? '').includes('@') ? '' : (value.split('@')[0] ?? ''),
      requesterEmail: address ?? '',
    });
  };
  const latest = useRef(type);
  latest.current = type;
  useEffect(() => {
    if (!ready) return;
    input.current?.focus();
    const ahead = takeTypedAhead();
    if (ahead !== '') latest.current(ahead);
  }, [ready]);
  const choose = (person: Person): void => {
    setOpen(false);
    onChange({
      requesterText: person.name,
      requesterId: person.remoteId,
      requesterName: person.name,
      requesterEmail: person.email ?? '',
    });
  };
  return (
    <>
      <div className={styles.row}>
        <label htmlFor={id}>{t('composer.new.requester')}</label>
        <Autocomplete.Root
          items={people}
          itemToStringValue={(person: Person) => person.name}
          filter={null}
          open={open && people.length > 0}
          onOpenChange={setOpen}
          value={text}
          onValueChange={(value, details) => {
            if (details.reason !== 'item-press') type(value);
          }}
          autoHighlight
        >
          <Autocomplete.Input
            ref={input}
            id={id}
            className={styles.input}
            placeholder={t('composer.new.requesterHint')}
            onFocus={() => setOpen(true)}
          />
          <PeopleFound onChoose={choose} />
        </Autocomplete.Root>
        {chosen ? <span className={styles.quiet}>{fields.requesterEmail}</span> : null}
      </div>
      {isNew ? <NewPerson fields={fields} onChange={onChange} /> : null}
    </>
  );
}

function NewPerson({ fields, onChange }: Pick<Props, 'fields' | 'onChange'>) {
  const t = useText();
  const name = useId();
  const email = useId();
  return (
    <div className={styles.choices} role="group" aria-label={t('composer.new.person')}>
      <div className={styles.row}>
        <label htmlFor={name}>{t('composer.new.name')}</label>
        <input
          id={name}
          className={styles.input}
          value={fields.requesterName ?? ''}
          onChange={({ target }) => onChange({ requesterName: target.value })}
        />
      </div>
      <div className={styles.row}>
        <label htmlFor={email}>{t('composer.new.email')}</label>
        <input
          id={email}
          className={styles.input}
          type="email"
          value={fields.requesterEmail ?? ''}
          onChange={({ target }) => onChange({ requesterEmail: target.value })}
        />
      </div>
    </div>
  );
}
