import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import styles from './CallDrawer.module.css';

type Props = {
  readonly transferredTo: string;
  /** Why it was not kept the last time. */
  readonly problem: 'no-link' | 'not-kept' | null;
  readonly onKeep: (transferredTo: string) => void;
  readonly onClose: () => void;
};

/** To whom a call is passed on: Enter keeps it, Escape leaves it as it was. */
export function TransferField({ transferredTo, problem, onKeep, onClose }: Props) {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(transferredTo);
  useEffect(() => input.current?.focus(), []);
  return (
    <div className={styles.transfer}>
      <label htmlFor={id}>{t('calls.notes.transfer')}</label>
      <input
        ref={input}
        id={id}
        className={form.input}
        maxLength={200}
        autoComplete="off"
        placeholder={t('calls.notes.transfer.hint')}
        value={text}
        aria-invalid={problem !== null}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter') onKeep(text.trim());
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <Button onClick={() => onKeep(text.trim())}>{t('calls.notes.transfer.keep')}</Button>
      {problem ? (
        <span className={styles.problem} role="alert">
          {t(`calls.notes.problem.${problem}`)}
        </span>
      ) : null}
    </div>
  );
}
