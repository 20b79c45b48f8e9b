import { Paperclip, X } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { fileSize } from '#renderer/ui/file-size.ts';
import { saveFile } from '#renderer/ui/save-file.ts';
import type { OutgoingFile } from '#shared/outbox/action.ts';
import styles from './Files.module.css';
import { isRemoval } from './is-removal.ts';
import { kindOfFile } from './kind-of-file.ts';
import { usePreview } from './use-preview.ts';

type Props = { readonly file: OutgoingFile; readonly disabled: boolean; readonly onRemove: () => void };

/** A file whose bytes are safe: pressed, it is saved again; Delete and Backspace take it off. */
export function KeptItem({ file, disabled, onRemove }: Props) {
  const t = useText();
  const desk = useDesk();
  const preview = usePreview(file);
  const [isGone, setIsGone] = useState(false);
  const facts = { size: fileSize(t, file.size), kind: kindOfFile(file) };
  const save = async (): Promise<void> => {
    const bytes = await desk.outgoingFile(file.sha256);
    setIsGone(bytes === null);
    if (bytes) saveFile(file.name, { mimeType: file.mimeType, bytes });
  };
  return (
    <li
      className={styles.item}
      data-file={file.name}
      onKeyDown={(event) => !disabled && isRemoval(event) && onRemove()}
    >
      <button type="button" className={styles.file} onClick={() => void save()}>
        {preview ? (
          <img className={styles.preview} src={preview} alt="" />
        ) : (
          <Paperclip size={14} strokeWidth={1.5} aria-hidden="true" />
        )}
        <span className={styles.name}>{file.name}</span>
        <span className={styles.facts}>{t('composer.files.facts', facts)}</span>
        <span className="visually-hidden">{t('composer.files.keys')}</span>
      </button>
      {isGone ? (
        <span className={styles.problem} role="alert">
          {t('composer.files.gone')}
        </span>
      ) : null}
      <Button look="icon" icon={<X />} disabled={disabled} onClick={onRemove}>
        {t('composer.files.remove', { name: file.name })}
      </Button>
    </li>
  );
}
