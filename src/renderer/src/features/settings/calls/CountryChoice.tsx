import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { LabelledRow } from '../FormFieldRow.tsx';
import styles from '../SettingsDialog.module.css';

/** Where numbers are from that name no country. */
export function CountryChoice({
  country,
  onChoose,
}: {
  readonly country: string;
  readonly onChoose: (country: string) => void;
}) {
  const t = useText();
  const desk = useDesk();
  const id = useId();
  const { data } = useQuery({
    queryKey: ['call-countries'],
    queryFn: () => desk.callCountries(),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const countries = data?.all ?? [];
  const nameOf = (code: string): string => t.intl.formatDisplayName(code, { type: 'region' }) ?? code;
  const codes = country === '' || countries.includes(country) ? countries : [country, ...countries];
  const named = codes.map((code) => ({ code, name: nameOf(code) }));
  named.sort((one, other) => one.name.localeCompare(other.name, t.locale === 'pseudo' ? 'en' : t.locale));
  return (
    <LabelledRow id={id} label={t('calls.settings.country')} hint={t('calls.settings.country.hint')}>
      <select
        id={id}
        className={styles.select}
        aria-describedby={`${id}-hint`}
        value={country}
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="">
          {data === undefined
            ? t('calls.settings.country.own')
            : t('calls.settings.country.ownNamed', { country: nameOf(data.own) })}
        </option>
        {named.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </LabelledRow>
  );
}
