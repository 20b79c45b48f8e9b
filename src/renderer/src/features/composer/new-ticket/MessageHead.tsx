import { useId } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import { KeyOf } from '#renderer/ui/Kbd.tsx';
import type { ComposerKind } from '../use-draft.ts';
import type { MessageHandle } from '../use-message.ts';
import styles from './NewTicket.module.css';

type Props = {
  readonly message: MessageHandle;
  readonly kind: ComposerKind;
  readonly disabled: boolean;
  readonly onKind: (kind: ComposerKind) => void;
};

/** Who reads the first message, and how else it may be looked at. */
export function MessageHead({ message: { preview, togglePreview }, kind, disabled, onKind }: Props) {
  const t = useText();
  const name = useId();
  return (
    <div className={styles.head}>
      <fieldset className={styles.kinds} disabled={disabled}>
        <legend className="visually-hidden">{t('composer.new.first')}</legend>
        {(['reply', 'note'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={kind === one} onChange={() => onKind(one)} />{' '}
            {t(one === 'reply' ? 'composer.new.public' : 'composer.new.internal')}
          </label>
        ))}
        <KeyOf command="composer.flip" />
      </fieldset>
      <span className={styles.grow} />
      {kind === 'reply' ? <CommandButton command="composer.cc" look="quiet" label={t('composer.cc')} /> : null}
      <Button look="quiet" aria-pressed={preview} onClick={togglePreview}>
        {t('composer.preview')}
      </Button>
    </div>
  );
}
