import { useText } from '#renderer/state/text-context.tsx';
import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import styles from './Composer.module.css';

/** Why an action was not accepted, where its words still stand. */
export function RefusedBecause({ problem }: { readonly problem: AcceptProblem }) {
  const t = useText();
  return (
    <p className={styles.guard} role="alert">
      {t(`composer.refused.${problem}`)}
    </p>
  );
}
