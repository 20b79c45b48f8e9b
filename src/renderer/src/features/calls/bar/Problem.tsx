import { X } from 'lucide-react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './CallBar.module.css';
import type { ChangeProblem } from './use-change-call.ts';

/** Why what the agent did with a call is not safe. */
export function Problem({ problem, onClose }: { readonly problem: ChangeProblem; readonly onClose: () => void }) {
  const t = useText();
  return (
    <div className={styles.problem}>
      <p role="alert">{t(`calls.bar.problem.${problem}`)}</p>
      <Button look="icon" icon={<X />} onClick={onClose}>
        {t('calls.bar.problem.close')}
      </Button>
    </div>
  );
}
