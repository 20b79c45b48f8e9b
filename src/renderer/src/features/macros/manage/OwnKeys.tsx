import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useCommandName } from '#renderer/state/keyed-macros.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { macroCommandId } from '#shared/commands/macro-commands.ts';
import { type OwnMacro, ownMacroId } from '#shared/macros/macro.ts';
import { CommandKeys } from '../../settings/index.ts';
import styles from './Macros.module.css';

/** The keys that run a macro, which take effect at once, as in the settings. */
export function OwnKeys({ id, title }: Pick<OwnMacro, 'id' | 'title'>) {
  const t = useText();
  const desk = useDesk();
  const nameOf = useCommandName();
  const choices = useDeskState((state) => state.settings.keys);
  return (
    <section className={styles.labelled} aria-label={t('macros.build.keys')}>
      <span>{t('macros.build.keys')}</span>
      <ul>
        <CommandKeys
          id={macroCommandId(ownMacroId({ id }))}
          title={title}
          nameOf={nameOf}
          choices={choices}
          onChange={(keys) => void desk.saveSettings({ keys })}
        />
      </ul>
    </section>
  );
}
