import { Autocomplete } from '@base-ui/react/autocomplete';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo, type RefObject, useId, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import type { Person } from '#shared/domain/desk.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import { lastPart, withAddress } from './addresses.ts';
import styles from './CcField.module.css';
import { PeopleFound } from './PeopleFound.tsx';

type Props = {
  readonly accountId: AccountId;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
};

const MOST = 8;

/** Who gets a copy: addresses, found by name among the people on this machine. */
export const CcField = memo(function CcField({ accountId, input, text, readOnly, onChange }: Props) {
  const t = useText();
  const desk = useDesk();
  const id = useId();
  const [open, setOpen] = useState(false);
  const wanted = lastPart(text).trim();
  const found = useQuery({
    queryKey: ['people', accountId, wanted],
    queryFn: () => desk.people({ accountId, text: wanted }),
    enabled: open && wanted !== '',
    networkMode: 'always',
    placeholderData: keepPreviousData,
  });
  const people = wanted === '' ? [] : (found.data ?? []).filter(({ email }) => email !== null).slice(0, MOST);
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{t('composer.cc')}</label>
      <Autocomplete.Root
        items={people}
        itemToStringValue={({ email }: Person) => email ?? ''}
        filter={null}
        open={open && people.length > 0}
        onOpenChange={setOpen}
        value={text}
        onValueChange={(value, details) => {
          if (details.reason !== 'item-press') onChange(value);
        }}
        autoHighlight
        // What is disabled loses the focus, and the next press would mean the list.
        readOnly={readOnly}
      >
        <Autocomplete.Input
          ref={input}
          id={id}
          className={styles.input}
          placeholder={t('composer.cc.hint')}
          onFocus={() => setOpen(true)}
        />
        <PeopleFound onChoose={({ email }) => onChange(withAddress(text, email ?? ''))} />
      </Autocomplete.Root>
    </div>
  );
});
