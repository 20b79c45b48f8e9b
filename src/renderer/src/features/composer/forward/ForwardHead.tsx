import { Forward, X } from 'lucide-react';
import { memo } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import styles from '../Composer.module.css';

type Props = { readonly preview: boolean; readonly onPreview: () => void };

/** What is being written, and that the ticket's own people do not get it. */
export const ForwardHead = memo(function ForwardHead({ preview, onPreview }: Props) {
  const t = useText();
  return (
    <header className={styles.head}>
      <span className={styles.kind}>
        <Forward size={14} strokeWidth={1.5} aria-hidden="true" />
        {t('composer.forward')}
      </span>
      <span className={styles.to}>{t('composer.forward.outside')}</span>
      <span className={styles.grow} />
      <Button look="quiet" aria-pressed={preview} onClick={onPreview}>
        {t('composer.preview')}
      </Button>
      <CommandButton command="composer.leave" look="icon" icon={<X />} label={t('composer.closeHint')} />
    </header>
  );
});
