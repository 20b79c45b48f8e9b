import type { ReactNode } from 'react';
import { useText } from '../state/text-context.tsx';
import styles from './Panel.module.css';

/** What a list is called and how much is in it. */
export function PanelHeader({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  /** At the right. */
  readonly children?: ReactNode;
}) {
  const t = useText();
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      <span className={styles.count} data-tabular>
        {count > 0 ? t.intl.formatNumber(count) : ''}
      </span>
      {children}
    </header>
  );
}
