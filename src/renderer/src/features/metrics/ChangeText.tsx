import { useText } from '../../state/text-context.tsx';
import type { Figure } from '../../store/desk-metrics.ts';
import styles from './ChangeText.module.css';
import { changeOf } from './figure-words.ts';

/** How a figure differs from the range before, by sign and word; colour only repeats it. */
export function ChangeText({ figure }: { readonly figure: Figure }) {
  const t = useText();
  const change = changeOf(t, figure);
  if (change === null) return null;
  return (
    <span className={styles.change} data-verdict={change.verdict ?? undefined} data-tabular>
      {change.text}
    </span>
  );
}
