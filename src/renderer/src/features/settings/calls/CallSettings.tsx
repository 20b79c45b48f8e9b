import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { dispositionsOf } from '#renderer/features/calls/index.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { LabelledRow } from '../FormFieldRow.tsx';
import styles from '../SettingsDialog.module.css';
import { useSettingsPart } from '../use-settings-part.ts';
import { CountryChoice } from './CountryChoice.tsx';
import { GlobalKeys } from './GlobalKeys.tsx';
import { LinesField } from './LinesField.tsx';
import { TelephoneAddress } from './TelephoneAddress.tsx';

/** How calls are taken. Everything takes effect at once. */
export function CallSettings() {
  const t = useText();
  const client = useQueryClient();
  const id = useId();
  const {
    part: calls,
    change,
    isRefused,
  } = useSettingsPart('calls', () => {
    // Whether the address is open, and which keys could be had, follows what was set.
    void client.invalidateQueries({ queryKey: ['telephone'] });
  });
  const checkbox = (name: 'dispositionRequired' | 'quiet' | 'webhook', key: 'required' | 'quiet' | 'webhook') => (
    <LabelledRow id={`${id}-${name}`} label={t(`calls.settings.${key}`)} hint={t(`calls.settings.${key}.hint`)}>
      <input
        id={`${id}-${name}`}
        className={styles.checkbox}
        type="checkbox"
        aria-describedby={`${id}-${name}-hint`}
        checked={calls[name]}
        onChange={({ target }) => change({ [name]: target.checked })}
      />
    </LabelledRow>
  );
  return (
    <div className={styles.settings}>
      <p role="alert" className={styles.refused}>
        {isRefused ? t('settings.notSaved') : ''}
      </p>
      <CountryChoice country={calls.country} onChoose={(country) => change({ country })} />
      <LinesField name="users" lines={calls.users} onLines={(users) => change({ users })} />
      <LinesField
        name="dispositions"
        lines={calls.dispositions}
        usual={dispositionsOf(t, { dispositions: [] })}
        onLines={(dispositions) => change({ dispositions })}
      />
      {checkbox('dispositionRequired', 'required')}
      {checkbox('quiet', 'quiet')}
      {checkbox('webhook', 'webhook')}
      {calls.webhook ? <TelephoneAddress /> : null}
      <GlobalKeys wanted={calls.globalKeys} onWanted={(globalKeys) => change({ globalKeys })} />
    </div>
  );
}
