import { useText } from '#renderer/state/text-context.tsx';
import styles from './Composer.module.css';
import { isEmpty } from './draft-place.ts';
import type { DraftHandle } from './use-draft.ts';

/** Whether the words are safe. When they are not, says so where the agent is looking, and what to do. */
export function DraftState({ draft, hintId }: { readonly draft: DraftHandle; readonly hintId: string }) {
  const t = useText();
  const { saved } = draft;
  const problem = saved === 'saved' || saved === 'unsaved' ? null : saved;
  const calm = isEmpty(draft) ? 'composer.hint' : saved === 'saved' ? 'composer.draft.saved' : 'composer.draft.saving';
  return (
    <span id={hintId} className={styles.saved} data-failed={problem === null ? undefined : ''}>
      <span role={problem === null ? undefined : 'alert'}>
        {problem === null ? t(calm) : t(`composer.draft.problem.${problem}`)}
      </span>
      {problem === null ? null : (
        <button type="button" className={styles.retry} onClick={() => void draft.flush()}>
          {t('composer.draft.tryAgain')}
        </button>
      )}
    </span>
  );
}
