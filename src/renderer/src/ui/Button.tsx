import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { Kbd } from './Kbd.tsx';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger' | 'icon';

export type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
  /** Shown beside the label. */
  readonly keys?: string | undefined;
};

/** A verb with its key beside it. With `look="icon"` the children are only read out. */
export function Button({ look = 'plain', icon, keys, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`${styles.button} ${styles[look]}`}>
      {icon ? (
        <span className={styles.picture} aria-hidden="true">
          {icon}
        </span>
      ) : null}
      {look === 'icon' ? <span className="visually-hidden">{children}</span> : <span>{children}</span>}
      {keys && look !== 'icon' ? <Kbd keys={keys} onAccent={look === 'primary'} /> : null}
    </button>
  );
}
