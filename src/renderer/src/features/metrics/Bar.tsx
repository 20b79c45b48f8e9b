import styles from './FigurePage.module.css';

/** How much of the largest, beside a number that says the same. */
export function Bar({ part }: { readonly part: number }) {
  return (
    <span className={styles.bar} aria-hidden="true">
      <span style={{ width: `${Math.round(part * 1_000) / 10}%` }} />
    </span>
  );
}
