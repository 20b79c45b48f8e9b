import { Autocomplete } from '@base-ui/react/autocomplete';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo, type RefObject, useId, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import type { Person } from '#shared/domain/desk.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import styles from './AddressField.module.css';
import { lastPart, withAddress } from './addresses.ts';
import { PeopleFound } from './PeopleFound.tsx';

type Props = {
  readonly accountId: AccountId;
  readonly label: string;
  /** What being written here means, where that is not plain. */
  readonly remark?: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
};

const MOST = 8;

/** Addresses, found by name among the people on this machine. */
export const AddressField = memo(function AddressField(props: Props) {
  const { accountId, label, remark, input, text, readOnly, onChange } = props;
  const t = useText();
  const desk = useDesk();
  const id = useId();
  const remarkId = useId();
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
      <label htmlFor={id}>{label}</label>
      <Autocomplete.Root
        items={people}
        itemToStringValue={({ email }: Person) => email ?? ''}
        filter={null}
        open={open && people.length > 0}
        onOpenChange={setOpen}
        value={text}
        onValueChange={(value, details) => {
          // Escape leaves the composer, and must not empty the field on the way.
          if (details.reason !== 'item-press' && details.reason !== 'escape-key') onChange(value);
        }}
        autoHighlight
        // What is disabled loses the focus, and the next press would mean the list.
        readOnly={readOnly}
      >
        <Autocomplete.Input
          ref={input}
          id={id}
          className={styles.input}
          placeholder={t('composer.addresses')}
          aria-describedby={remark === undefined ? undefined : remarkId}
          onFocus={() => setOpen(true)}
        />
        <PeopleFound onChoose={({ email }) => onChange(withAddress(text, email ?? ''))} />
      </Autocomplete.Root>
      {remark === undefined ? null : (
        <span id={remarkId} className={styles.remark}>
          {remark}
        </span>
      )}
    </div>
  );
});
