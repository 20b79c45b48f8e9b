import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { LabelledRow } from '../FormFieldRow.tsx';
import styles from '../SettingsDialog.module.css';

/** Between two looks at a country's clocks, so that the window goes on painting. */
const giveWay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Where numbers are from that name no country. The list comes with what is known of every country's numbers, when it is first wanted. */
export function CountryChoice({
  country,
  onChoose,
}: {
  readonly country: string;
  readonly onChoose: (country: string) => void;
}) {
  const t = useText();
  const id = useId();
  const { data: countries = [] } = useQuery({
    queryKey: ['countries'],
    queryFn: async () => (await import('#shared/calls/countries.ts')).countries(),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data: own } = useQuery({
    queryKey: ['own-country'],
    queryFn: async () => {
      const { ownCountry } = await import('#shared/calls/own-country.ts');
      return ownCountry(new Intl.DateTimeFormat().resolvedOptions(), giveWay);
    },
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
  });
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
          {own === undefined
            ? t('calls.settings.country.own')
            : t('calls.settings.country.ownNamed', { country: nameOf(own) })}
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
