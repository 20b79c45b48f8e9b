import type { KeyOfCommand } from '../../commands/keymap.ts';
import { useInterface } from '../../state/interface-state.ts';
import { useCommandName } from '../../state/keyed-macros.ts';
import { useText } from '../../state/text-context.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './KeyHint.module.css';

/** A command stands once, with its first key. */
const isFirst = ({ id }: KeyOfCommand, index: number, all: readonly KeyOfCommand[]): boolean =>
  all.findIndex((other) => other.id === id) === index;

/** After the first key of a sequence, or a number: what may follow. */
export function KeyHint() {
  const t = useText();
  const nameOf = useCommandName();
  const pending = useInterface((state) => state.pendingKeys);
  return (
    <div role="status" className={pending ? styles.hint : undefined}>
      {pending ? (
        <>
          <span className={styles.pressed}>
            {pending.count === null ? null : (
              <span className={styles.count}>{t.intl.formatNumber(pending.count)} ×</span>
            )}
            {pending.pressed === null ? null : <Kbd keys={pending.pressed} />}
          </span>
          <ul className={styles.next}>
            {pending.next.filter(isFirst).map(({ key, id }) => (
              <li key={id} className={styles.item}>
                <Kbd keys={key} />
                {nameOf(id)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
