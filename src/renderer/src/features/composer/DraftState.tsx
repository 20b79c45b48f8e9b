import { useText } from '#renderer/state/text-context.tsx';
import styles from './Composer.module.css';
import type { DraftHandle } from './use-draft.ts';

/** Whether the words are safe. When they are not, says so where the agent is looking, and what to do. */
export function DraftState({ draft, hintId }: { readonly draft: DraftHandle; readonly hintId: string }) {
  const t = useText();
  const failed = draft.saved !== 'saved' && draft.saved !== 'unsaved';
  return (
    <span id={hintId} className={styles.saved} data-failed={failed ? '' : undefined}>
      <span role={failed ? 'alert' : undefined}>
        {failed
          ? t(draft.saved === 'no-link' ? 'composer.draft.noLink' : 'composer.draft.notSaved')
          : draft.text.trim() === ''
            ? t('composer.hint')
            : t(draft.saved === 'saved' ? 'composer.draft.saved' : 'composer.draft.saving')}
      </span>
      {failed ? (
        <button type="button" className={styles.retry} onClick={() => void draft.flush()}>
          {t('composer.draft.tryAgain')}
        </button>
      ) : null}
    </span>
  );
}
