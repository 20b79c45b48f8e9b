import { X } from 'lucide-react';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { useText } from '../../state/text-context.tsx';
import { Sentence } from './Sentence.tsx';
import styles from './StatusLine.module.css';

const CODE = 'storage-not-persistent';

/** That the browser may clear the cache: worth knowing once. The settings say it for good. */
export function CacheRemark() {
  const t = useText();
  const desk = useDesk();
  const dismissed = useDeskState((state) => state.settings.dismissed);
  const told = useDeskState((state) => state.notices.some(({ code }) => code === CODE));
  if (!told || dismissed.includes(CODE)) return null;
  return (
    <span className={styles.remark}>
      <Sentence text={t('app.line.mayBeCleared')} tone="quiet" />
      <button
        type="button"
        className={styles.action}
        aria-label={t('app.line.dismiss')}
        title={t('app.line.dismiss')}
        onClick={() => void desk.saveSettings({ dismissed: [...dismissed, CODE] })}
      >
        <X size={14} strokeWidth={1.5} aria-hidden="true" />
      </button>
    </span>
  );
}
