import { Fragment } from 'react';
import type { CommandId } from '#shared/commands/catalogue.ts';
import { keyLabels } from '../commands/key-label.ts';
import { useKeys } from '../commands/use-key-dispatch.tsx';
import styles from './Kbd.module.css';

/** A key or sequence as it is printed on the keyboard. `keys` as the catalogue writes it. */
export function Kbd({ keys, onAccent = false }: { readonly keys: string; readonly onAccent?: boolean }) {
  const { mac } = useKeys();
  return (
    <kbd className={onAccent ? `${styles.keys} ${styles.onAccent}` : styles.keys}>
      {keyLabels(keys, mac).map((label, index) => (
        <Fragment key={index}>
          {/* Read out as two keys, and seen as two by whatever compares names with what is shown. */}
          {index > 0 ? ' ' : null}
          <span className={styles.key}>{label}</span>
        </Fragment>
      ))}
    </kbd>
  );
}

/** The first key that a command has; nothing for one without. */
export function KeyOf({ command, onAccent = false }: { readonly command: CommandId; readonly onAccent?: boolean }) {
  const { keymap } = useKeys();
  const key = keymap.keysOf(command)[0];
  return key === undefined ? null : <Kbd keys={key} onAccent={onAccent} />;
}
