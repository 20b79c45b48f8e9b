import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { keyLabels } from '#renderer/commands/key-label.ts';
import { useKeys } from '#renderer/commands/use-key-dispatch.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { telephoneQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import form from '#renderer/ui/Form.module.css';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { GLOBAL_COMMANDS, globalKeyOf } from '#shared/calls/global-keys.ts';
import { LabelledRow } from '../FormFieldRow.tsx';
import styles from '../SettingsDialog.module.css';

/** Keys of a call that work in other programs, too: where the host can have them. */
export function GlobalKeys({
  wanted,
  onWanted,
}: {
  readonly wanted: boolean;
  readonly onWanted: (wanted: boolean) => void;
}) {
  const t = useText();
  const id = useId();
  const host = useDeskState((state) => state.link.host);
  if (host !== 'electron')
    return (
      <div className={styles.row}>
        <h3 className={styles.label}>{t('calls.settings.keys')}</h3>
        <p className={styles.quiet}>{t('calls.settings.keys.browser')}</p>
      </div>
    );
  return (
    <LabelledRow id={id} label={t('calls.settings.keys')} hint={t('calls.settings.keys.hint')}>
      <input
        id={id}
        className={styles.checkbox}
        type="checkbox"
        aria-describedby={`${id}-hint`}
        checked={wanted}
        onChange={({ target }) => onWanted(target.checked)}
      />
      {wanted ? <KeyList /> : null}
    </LabelledRow>
  );
}

function KeyList() {
  const t = useText();
  const desk = useDesk();
  const { keymap, mac } = useKeys();
  const { data: told } = useQuery(telephoneQuery(desk));
  const taken = told?.ok ? told.value.takenKeys : [];
  return (
    <ul className={styles.keys}>
      {GLOBAL_COMMANDS.map((command) => {
        const key = globalKeyOf(keymap.keysOf(command));
        const title = t(`commands.${command}`);
        return (
          <li key={command}>
            {title} {key === null ? null : <Kbd keys={key} />}
            {key === null ? (
              <p className={styles.quiet}>
                {t('calls.settings.keys.none', { command: title, mod: mac ? '⌘' : 'Ctrl' })}
              </p>
            ) : taken.includes(command) ? (
              <p className={form.problem}>
                {t('calls.settings.keys.taken', { key: keyLabels(key, mac).join('+'), command: title })}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
