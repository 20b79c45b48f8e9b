import { COMMAND_GROUPS, COMMANDS } from '#shared/commands/catalogue.ts';
import { macroCommandId } from '#shared/commands/macro-commands.ts';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show } from '../../state/interface-state.ts';
import { useKeyedMacros } from '../../state/keyed-macros.ts';
import { useText } from '../../state/text-context.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Modal } from '../../ui/Modal.tsx';
import styles from './CheatSheet.module.css';

/** Every key there is, from the catalogue. */
export function CheatSheet() {
  const t = useText();
  const { keymap } = useKeys();
  return (
    <Modal title={t('app.keys.title')} size="large" reading onClose={() => show({ dialog: null })}>
      <div className={styles.columns}>
        {COMMAND_GROUPS.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{t(`app.keys.group.${group}`)}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group).map(({ id }) => (
                <div key={id} className={styles.line}>
                  <dt>{t(`commands.${id}`)}</dt>
                  <dd className={styles.keys}>
                    {keymap.keysOf(id).length === 0 ? (
                      <span className={styles.none}>{t('app.keys.none')}</span>
                    ) : (
                      keymap.keysOf(id).map((key) => <Kbd key={key} keys={key} />)
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <MacroKeys />
      </div>
    </Modal>
  );
}

/** Macros with the keys that the agent has given them; a digit is pressed in the picker. */
function MacroKeys() {
  const t = useText();
  const { keymap } = useKeys();
  const macros = useKeyedMacros();
  const digits = useDeskState((state) => state.settings.keys.digits);
  const picker = keymap.keysOf('macro.run')[0];
  if (macros.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{t('app.keys.group.macros')}</h3>
      <dl>
        {macros.map(({ macro: { id }, name }) => (
          <div key={id} className={styles.line}>
            <dt>{name}</dt>
            <dd className={styles.keys}>
              {keymap.keysOf(macroCommandId(id)).map((key) => (
                <Kbd key={key} keys={key} />
              ))}
              {picker === undefined || digits[id] === undefined ? null : <Kbd keys={`${picker} ${digits[id]}`} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
