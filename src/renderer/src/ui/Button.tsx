import type { ComponentProps, ReactNode } from 'react';
import type { CommandId } from '#shared/commands/catalogue.ts';
import styles from './Button.module.css';
import { Kbd, KeyOf } from './Kbd.tsx';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger' | 'icon';

export type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
  /** Shown beside the label. */
  readonly keys?: string | undefined;
  /** In place of `keys`: those of a command that does the same. */
  readonly keyOf?: CommandId;
};

/** A verb with its key beside it. With `look="icon"` the children are only read out. */
export function Button({ look = 'plain', icon, keys, keyOf, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`${styles.button} ${styles[look]}`}>
      {icon ? (
        <span className={styles.picture} aria-hidden="true">
          {icon}
        </span>
      ) : null}
      {look === 'icon' ? <span className="visually-hidden">{children}</span> : <span>{children}</span>}
      {keyOf && look !== 'icon' ? <KeyOf command={keyOf} onAccent={look === 'primary'} /> : null}
      {keys && look !== 'icon' ? <Kbd keys={keys} onAccent={look === 'primary'} /> : null}
    </button>
  );
}
