import { X } from 'lucide-react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { fileSize } from '#renderer/ui/file-size.ts';
import styles from './Files.module.css';
import { isRemoval } from './is-removal.ts';
import type { ComingFile } from './use-files.ts';

type Props = { readonly coming: ComingFile; readonly onTryAgain: () => void; readonly onGiveUp: () => void };

/** Of these another try would end the same. */
const FINAL: ReadonlySet<unknown> = new Set(['too-large', 'unreadable', 'empty', 'unknown-ticket', 'newer-database']);

/** A file that is not safe yet: it says that it is being kept, or why it could not be. */
export function ComingItem({ coming, onTryAgain, onGiveUp }: Props) {
  const t = useText();
  const { name, file, problem } = coming;
  const canTry = typeof problem === 'string' && !FINAL.has(problem);
  return (
    <li
      className={styles.item}
      data-file={name}
      data-failed={problem === null ? undefined : ''}
      onKeyDown={(event) => isRemoval(event) && onGiveUp()}
    >
      <span className={styles.file}>
        <span className={styles.name}>{name}</span>
        <span className={styles.facts}>
          {problem === null ? t('composer.files.keeping', { size: fileSize(t, file.size) }) : fileSize(t, file.size)}
        </span>
      </span>
      {problem === null ? null : (
        <span className={styles.problem} role="alert">
          {sentence(problem)}
        </span>
      )}
      {canTry ? (
        <Button look="quiet" onClick={onTryAgain}>
          {t('composer.files.tryAgain')}
        </Button>
      ) : null}
      <Button look="icon" icon={<X />} onClick={onGiveUp}>
        {t('composer.files.remove', { name })}
      </Button>
    </li>
  );

  function sentence(why: NonNullable<ComingFile['problem']>): string {
    if (typeof why !== 'string') return t(`composer.files.over.${why.which}`, { size: fileSize(t, why.bytes) });
    return t(`composer.files.problem.${why}`);
  }
}
