import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Says why there is nothing here, and the next key. */
export function EmptyState({
  title,
  body,
  icon,
  tone = 'quiet',
  children,
}: {
  readonly title: string;
  readonly body?: string | undefined;
  readonly icon?: ReactNode;
  readonly tone?: 'quiet' | 'danger';
  /** The buttons that lead on. */
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.empty} data-tone={tone}>
      {icon ? (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <p className={styles.title}>{title}</p>
      {body ? <p className={styles.body}>{body}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  );
}
