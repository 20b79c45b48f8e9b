import { X } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import type { AccountId, RemoteId } from '#shared/domain/ids.ts';
import { useFacts } from './DeskChoices.tsx';
import styles from './Macros.module.css';

/** Several agents: each is chosen from the list of those left, and goes by its button. */
export function AgentsField({
  label,
  ids,
  accountId,
  onChange,
  ...lacking
}: {
  readonly label: string;
  readonly ids: readonly RemoteId[];
  readonly accountId: AccountId | null;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
  readonly onChange: (ids: RemoteId[]) => void;
}) {
  const t = useText();
  const select = useRef<HTMLSelectElement>(null);
  const agents = useFacts(accountId)?.agents ?? [];
  const nameOf = (id: RemoteId): string => agents.find(({ remoteId }) => remoteId === id)?.name ?? id;
  const left = agents.filter(({ remoteId }) => !ids.includes(remoteId));
  return (
    <div role="group" aria-label={label} className={styles.labelled}>
      <span aria-hidden="true">{label}</span>
      <div className={styles.several}>
        {ids.map((id) => (
          <button
            key={id}
            type="button"
            className={styles.chosen}
            onClick={() => {
              // The button goes: the keys go on where one chooses.
              select.current?.focus();
              onChange(ids.filter((other) => other !== id));
            }}
          >
            {nameOf(id)}
            <X size={12} strokeWidth={1.5} aria-hidden="true" />
            <span className="visually-hidden">{t('macros.build.removeAgent')}</span>
          </button>
        ))}
        <Choice
          {...lacking}
          ref={select}
          label={t('macros.build.addAgent')}
          value=""
          options={[
            { value: '', name: t('macros.build.addAgent') },
            ...left.map(({ remoteId, name }) => ({ value: remoteId, name })),
          ]}
          onChange={(id) => onChange([...ids, id])}
        />
      </div>
    </div>
  );
}
