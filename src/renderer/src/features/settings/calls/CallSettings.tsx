import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { dispositionsOf } from '#renderer/features/calls/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Settings } from '#shared/settings/settings.ts';
import { LabelledRow } from '../FormFieldRow.tsx';
import styles from '../SettingsDialog.module.css';
import { CountryChoice } from './CountryChoice.tsx';
import { GlobalKeys } from './GlobalKeys.tsx';
import { LinesField } from './LinesField.tsx';
import { TelephoneAddress } from './TelephoneAddress.tsx';

export type ChangeCalls = (part: Partial<Settings['calls']>) => void;

/** How calls are taken. Everything takes effect at once. */
export function CallSettings() {
  const t = useText();
  const desk = useDesk();
  const calls = useDeskState((state) => state.settings.calls);
  const client = useQueryClient();
  const id = useId();
  const [isRefused, setRefused] = useState(false);
  const change: ChangeCalls = (part) => {
    // What is typed next may be changed before the answer to this has come.
    const next = { ...useDeskState.getState().settings.calls, ...part };
    useDeskState.setState(({ settings }) => ({ settings: { ...settings, calls: next } }));
    void desk.saveSettings({ calls: next }).then((saved) => {
      setRefused(!saved.ok);
      // Whether the address is open, and which keys could be had, follows what was set.
      void client.invalidateQueries({ queryKey: ['telephone'] });
    });
  };
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
        {isRefused ? t('calls.settings.notSaved') : ''}
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
