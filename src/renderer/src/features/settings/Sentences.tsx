import type { Sentences } from './failure-text.ts';
import styles from './Sentences.module.css';

/** What happened, what is safe, what to press. */
export function SentencesBox({
  sentences,
  id,
  tone = 'danger',
}: {
  readonly sentences: Sentences;
  readonly id?: string;
  readonly tone?: 'danger' | 'warning';
}) {
  return (
    <div className={styles.box} data-tone={tone} id={id} role="alert">
      <p className={styles.what}>{sentences.what}</p>
      <p>{sentences.safe}</p>
      <p>{sentences.next}</p>
    </div>
  );
}
