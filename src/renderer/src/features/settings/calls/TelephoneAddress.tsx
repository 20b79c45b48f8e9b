import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { telephoneQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import type { Text } from '#shared/i18n/text.ts';
import type { Telephone } from '#shared/link/values.ts';
import type { Result } from '#shared/result.ts';
import { LabelledRow } from '../FormFieldRow.tsx';
import styles from '../SettingsDialog.module.css';

/** Where a telephone system tells of calls, and the token that it needs for it. */
export function TelephoneAddress() {
  const t = useText();
  const desk = useDesk();
  const id = useId();
  const { data: told, refetch } = useQuery(telephoneQuery(desk));
  /** Shown until the settings are closed: nobody can look it up again. */
  const [token, setToken] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const telephone = told?.ok ? told.value : null;
  const address = telephone?.address ?? null;
  const shown = address === null ? '' : address + (token ?? t('calls.settings.address.token'));
  const problem = problemOf(t, told);

  const makeToken = async (): Promise<void> => {
    const made = await desk.newTelephoneToken();
    if (made.ok) setToken(made.value);
    setSaid(
      made.ok ? '' : t(made.error === 'no-link' ? 'calls.settings.address.noLink' : 'calls.settings.address.notKept'),
    );
    await refetch();
  };
  const copy = async (): Promise<void> => {
    const isCopied = await navigator.clipboard.writeText(shown).then(
      () => true,
      () => false,
    );
    setSaid(t(isCopied ? 'calls.settings.address.copied' : 'calls.settings.address.notCopied'));
  };
  return (
    <LabelledRow id={id} label={t('calls.settings.address')}>
      {address === null ? null : (
        <div className={styles.address}>
          <input
            id={id}
            className={form.input}
            readOnly
            value={shown}
            aria-describedby={`${id}-token`}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <Button onClick={() => void copy()}>{t('calls.settings.address.copy')}</Button>
        </div>
      )}
      <p id={`${id}-problem`} role="alert" className={form.problem}>
        {problem}
      </p>
      {problem !== '' || (told !== undefined && address === null) ? (
        <Button look="quiet" onClick={() => void refetch()}>
          {t('calls.settings.address.again')}
        </Button>
      ) : null}
      {telephone === null ? null : (
        <>
          <p id={`${id}-token`} className={token === null ? styles.quiet : styles.once}>
            {t(tokenText(token, telephone))}
          </p>
          <div>
            <Button onClick={() => void makeToken()}>
              {t(telephone.hasToken ? 'calls.settings.address.makeNew' : 'calls.settings.address.make')}
            </Button>
          </div>
        </>
      )}
      <p role="status" className={styles.quiet}>
        {said}
      </p>
    </LabelledRow>
  );
}

function tokenText(token: string | null, { hasToken }: Telephone) {
  if (token !== null) return 'calls.settings.address.once';
  return hasToken ? 'calls.settings.address.hasToken' : 'calls.settings.address.noToken';
}

function problemOf(t: Text, told: Result<Telephone, 'no-link'> | undefined): string {
  if (told === undefined) return '';
  if (!told.ok) return t('calls.settings.address.noLink');
  const { problem, address } = told.value;
  if (problem === 'port-taken') return t('calls.settings.address.portTaken', { address: address ?? '' });
  return problem === 'off' ? t('calls.settings.address.none') : '';
}
