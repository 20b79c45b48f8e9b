import { useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './KeyHint.module.css';

/** After the first key of a sequence: what may follow. */
export function KeyHint() {
  const t = useText();
  const pending = useInterface((state) => state.pendingKeys);
  return (
    <div role="status" className={pending ? styles.hint : undefined}>
      {pending ? (
        <>
          <span className={styles.pressed}>
            <Kbd keys={pending.pressed} />
          </span>
          <ul className={styles.next}>
            {pending.next.map(({ key, id }) => (
              <li key={id} className={styles.item}>
                <Kbd keys={key} />
                {t(`commands.${id}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
