import { Autocomplete } from '@base-ui/react/autocomplete';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useId, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import form from '#renderer/ui/Form.module.css';
import type { Person } from '#shared/domain/desk.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import { PeopleFound } from '../recipients/PeopleFound.tsx';
import type { DraftFields } from '../use-draft.ts';
import styles from './NewTicket.module.css';
import type { NewTicketProblem } from './new-ticket-action.ts';
import { typedRequester } from './typed-requester.ts';

type Props = {
  readonly accountId: AccountId;
  readonly fields: DraftFields;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly lack: NewTicketProblem | null;
  readonly onChange: (change: DraftFields) => void;
};

/** Finds the requester among the people on this machine, or takes a new name and address. */
export function RequesterField({ accountId, fields, input, lack, onChange }: Props) {
  const t = useText();
  const desk = useDesk();
  const id = useId();
  const [open, setOpen] = useState(false);
  const text = fields['requesterText'] ?? fields['requesterName'] ?? '';
  const found = useQuery({
    queryKey: ['people', accountId, text],
    queryFn: () => desk.people({ accountId, text }),
    enabled: open && text.trim() !== '',
    networkMode: 'always',
    placeholderData: keepPreviousData,
  });
  const people = text.trim() === '' ? [] : (found.data ?? []).slice(0, 8);
  const chosen = (fields['requesterId'] ?? '') !== '';
  const isNew = !chosen && text.trim() !== '';

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
      <div className={form.labelled}>
        <label htmlFor={id}>{t('composer.new.requester')}</label>
        <div className={styles.requester}>
          <Autocomplete.Root
            items={people}
            itemToStringValue={(person: Person) => person.name}
            filter={null}
            open={open && people.length > 0}
            onOpenChange={setOpen}
            value={text}
            onValueChange={(value, details) => {
              // Escape closes the list, and without one leaves the form: it must not empty the field on the way.
              if (details.reason !== 'item-press' && details.reason !== 'escape-key')
                onChange(typedRequester(value, fields));
            }}
            autoHighlight
          >
            <Autocomplete.Input
              ref={input}
              id={id}
              className={form.input}
              placeholder={t('composer.new.requesterHint')}
              aria-invalid={lack === 'requester' && !isNew}
              aria-describedby={chosen ? `${id}-address` : undefined}
              onFocus={() => setOpen(true)}
            />
            <PeopleFound onChoose={choose} />
          </Autocomplete.Root>
          {chosen && fields['requesterEmail'] ? (
            <span id={`${id}-address`} className={styles.address}>
              {fields['requesterEmail']}
            </span>
          ) : null}
        </div>
      </div>
      {isNew ? <NewPerson fields={fields} lack={lack} onChange={onChange} /> : null}
    </>
  );
}

function NewPerson({ fields, lack, onChange }: Pick<Props, 'fields' | 'lack' | 'onChange'>) {
  const t = useText();
  return (
    <div className={form.pair} role="group" aria-label={t('composer.new.person')}>
      <label className={form.labelled}>
        {t('composer.new.name')}
        <input
          className={form.input}
          value={fields['requesterName'] ?? ''}
          onChange={({ target }) => onChange({ requesterName: target.value })}
        />
      </label>
      <label className={form.labelled}>
        {t('composer.new.email')}
        <input
          className={form.input}
          type="email"
          aria-invalid={lack === 'requester' || lack === 'email'}
          value={fields['requesterEmail'] ?? ''}
          onChange={({ target }) => onChange({ requesterEmail: target.value })}
        />
      </label>
    </div>
  );
}
