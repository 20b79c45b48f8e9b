import { Paperclip } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import { fileSize } from '#renderer/ui/file-size.ts';
import { ComingItem } from './ComingItem.tsx';
import styles from './Files.module.css';
import { KeptItem } from './KeptItem.tsx';
import type { FilesHandle } from './use-files.ts';
import { useTransfers } from './use-transfers.ts';

/** What goes with the message: attached by key, paste or drop, and what the helpdesk takes told before. */
export function Files({ files, disabled }: { readonly files: FilesHandle; readonly disabled: boolean }) {
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const { kept, coming, said } = files;
  const isDropping = useTransfers(root, disabled ? null : files.attach);
  const focusAt = useRef<number | null>(null);
  useCommand(
    'composer.attach',
    () => chooser.current?.click(),
    () => !disabled,
  );

  // What had the focus is gone: it goes to what took its place, else to the last, to the way back, or to what attaches.
  useEffect(() => {
    const at = focusAt.current;
    if (at === null) return;
    focusAt.current = null;
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[data-file] > button:first-of-type') ?? [])];
    const back = root.current?.querySelector<HTMLElement>('[data-back]');
    (items[at] ?? items.at(-1) ?? back ?? root.current?.querySelector('button'))?.focus();
  });

  return (
    <div className={styles.files} ref={root} data-dropping={isDropping || undefined}>
      {kept.length + coming.length === 0 ? null : (
        <ul className={styles.list} aria-label={t('composer.files')}>
          {kept.map((file, index) => (
            <KeptItem
              key={file.sha256}
              file={file}
              disabled={disabled}
              onRemove={() => {
                focusAt.current = index;
                files.remove(file);
              }}
            />
          ))}
          {coming.map((one, index) => (
            <ComingItem
              key={one.id}
              coming={one}
              onTryAgain={() => files.tryAgain(one)}
              onGiveUp={() => {
                focusAt.current = kept.length + index;
                files.giveUp(one);
              }}
            />
          ))}
        </ul>
      )}
      {files.blocks ? (
        <p className={styles.problem} role="alert">
          {t('composer.files.blocks')}
        </p>
      ) : null}
      <div className={styles.line}>
        <CommandButton command="composer.attach" look="quiet" icon={<Paperclip />} label={t('composer.files.attach')} />
        <span className={styles.limits}>{isDropping ? t('composer.files.drop') : limitSentence()}</span>
        <span className={styles.said}>
          <span role="status" className={said?.what === 'attached' ? 'visually-hidden' : undefined}>
            {said ? t(`composer.files.${said.what}`, { name: said.file.name }) : null}
          </span>
          {said?.what === 'removed' ? (
            <Button
              look="quiet"
              data-back=""
              disabled={disabled}
              onClick={() => {
                focusAt.current = kept.length;
                files.putBack(said.file);
              }}
            >
              {t('composer.putBack')}
            </Button>
          ) : null}
        </span>
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          files.attach([...(target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          target.value = '';
        }}
      />
    </div>
  );

  function limitSentence(): string | null {
    const { fileBytes = null, messageBytes = null } = files.limits ?? {};
    if (fileBytes === null && messageBytes === null) return null;
    if (fileBytes === null) return t('composer.files.limit.message', { size: fileSize(t, messageBytes ?? 0) });
    if (messageBytes === null) return t('composer.files.limit.file', { size: fileSize(t, fileBytes) });
    return t('composer.files.limit.both', { size: fileSize(t, fileBytes), all: fileSize(t, messageBytes) });
  }
}
