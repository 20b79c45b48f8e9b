import { Paperclip, X } from 'lucide-react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { fileSize } from '#renderer/ui/file-size.ts';
import type { OriginalFile } from '#shared/outbox/action.ts';
import styles from '../files/Files.module.css';
import { isRemoval } from '../files/is-removal.ts';
import own from './ForwardForm.module.css';

type Props = {
  readonly originals: readonly OriginalFile[];
  readonly disabled: boolean;
  readonly onChange: (originals: readonly OriginalFile[]) => void;
};

/** The files of what is forwarded: they go along unless they are taken off. */
export function Originals({ originals, disabled, onChange }: Props) {
  const t = useText();
  if (originals.length === 0) return null;
  const remove = (gone: OriginalFile): void => onChange(originals.filter(({ remoteId }) => remoteId !== gone.remoteId));
  return (
    <ul className={`${styles.list} ${own.originals}`} aria-label={t('composer.forward.originals')}>
      {originals.map((file) => (
        <li
          key={file.remoteId}
          className={styles.item}
          data-file={file.name}
          onKeyDown={(event) => !disabled && isRemoval(event) && remove(file)}
        >
          <span className={`${styles.file} ${own.original}`}>
            <Paperclip size={14} strokeWidth={1.5} aria-hidden="true" />
            <span className={styles.name}>{file.name}</span>
            <span className={styles.facts}>{fileSize(t, file.size)}</span>
          </span>
          <Button look="icon" icon={<X />} disabled={disabled} onClick={() => remove(file)}>
            {t('composer.files.remove', { name: file.name })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
