import { COMMAND_GROUPS, COMMANDS } from '#shared/commands/catalogue.ts';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { show } from '../../state/interface-state.ts';
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
      </div>
    </Modal>
  );
}
