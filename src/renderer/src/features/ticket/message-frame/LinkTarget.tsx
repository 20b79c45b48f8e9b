import styles from './MessageFrame.module.css';

/** Where a link really goes, while it is pointed at: the words of a link are the sender's. */
export function LinkTarget({ target }: { readonly target: string | null }) {
  return target === null ? null : (
    <div className={styles.target} role="status">
      <bdi dir="ltr">{target}</bdi>
    </div>
  );
}
