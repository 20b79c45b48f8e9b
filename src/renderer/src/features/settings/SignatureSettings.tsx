import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ANY_GROUP } from '#shared/composer/signature.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { factsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { LabelledRow } from './FormFieldRow.tsx';
import styles from './SettingsDialog.module.css';

/** What ends public replies, for each account and group. Kept as it is typed; without words nothing is added. */
export function SignatureSettings() {
  const t = useText();
  const desk = useDesk();
  const id = useId();
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const signatures = useDeskState((state) => state.settings.signatures);
  const [chosen, setChosen] = useState<string | null>(null);
  const [groupId, setGroupId] = useState(ANY_GROUP);
  const accountId = chosen ?? accounts[0]?.id ?? '';
  const groups = useQuery({ ...factsQuery(desk, accountId), enabled: accountId !== '' }).data?.groups ?? [];
  const own = signatures[accountId] ?? {};
  const keep = (text: string): void =>
    void desk.saveSettings({ signatures: { ...signatures, [accountId]: { ...own, [groupId]: text } } });
  return (
    <div className={styles.settings}>
      {accounts.length > 1 ? (
        <LabelledRow id={`${id}-account`} label={t('settings.signature.account')}>
          <select
            id={`${id}-account`}
            className={styles.select}
            value={accountId}
            onChange={({ target }) => {
              setChosen(target.value);
              setGroupId(ANY_GROUP);
            }}
          >
            {accounts.map((account) => (
              <option key={account.id} value={account.id}>
                {account.label}
              </option>
            ))}
          </select>
        </LabelledRow>
      ) : null}
      <LabelledRow id={`${id}-group`} label={t('settings.signature.group')} hint={t('settings.signature.group.hint')}>
        <select
          id={`${id}-group`}
          className={styles.select}
          aria-describedby={`${id}-group-hint`}
          value={groupId}
          onChange={({ target }) => setGroupId(target.value)}
        >
          <option value={ANY_GROUP}>{t('settings.signature.any')}</option>
          {groups.map(({ remoteId, name }) => (
            <option key={remoteId} value={remoteId}>
              {name}
            </option>
          ))}
        </select>
      </LabelledRow>
      <LabelledRow id={`${id}-text`} label={t('settings.signature')} hint={t('settings.signature.hint')}>
        <textarea
          // Another group has a text, a caret and undo steps of its own.
          key={`${accountId} ${groupId}`}
          id={`${id}-text`}
          className={styles.area}
          rows={4}
          aria-describedby={`${id}-text-hint`}
          defaultValue={own[groupId] ?? ''}
          onChange={({ target }) => keep(target.value)}
        />
      </LabelledRow>
    </div>
  );
}
