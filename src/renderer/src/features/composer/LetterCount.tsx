import { useText } from '#renderer/state/text-context.tsx';
import { lettersIn } from '#shared/composer/channel-rules.ts';
import styles from './Composer.module.css';

/** How long a message has grown where a channel takes only so much. */
export function LetterCount({ text, most }: { readonly text: string; readonly most: number }) {
  const t = useText();
  const count = lettersIn(text.trim());
  const over = count > most;
  return (
    <span className={styles.count} data-over={over ? '' : undefined} role={over ? 'status' : undefined}>
      {t(over ? 'composer.letters.over' : 'composer.letters', { count, most })}
    </span>
  );
}
