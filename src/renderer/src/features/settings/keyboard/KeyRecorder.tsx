import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useKeys } from '../../../commands/use-key-dispatch.tsx';
import { useText } from '../../../state/text-context.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import styles from './KeyboardSettings.module.css';
import { NEXT_KEY_MS, recordPress } from './record-keys.ts';

/** Takes the next key or sequence that is pressed. Escape, Tab and a click elsewhere end it without one. */
export function KeyRecorder({
  title,
  onKey,
  onCancel,
}: {
  readonly title: string;
  readonly onKey: (key: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useText();
  const { mac } = useKeys();
  const field = useRef<HTMLDivElement>(null);
  const [pressed, setPressed] = useState('');
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (pressed === '') return;
    const timer = window.setTimeout(() => onKey(pressed), NEXT_KEY_MS);
    return () => window.clearTimeout(timer);
  }, [pressed, onKey]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return onCancel();
    // Neither the dialog nor the browser hears of it.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onCancel();
    if (event.repeat) return;
    const recording = recordPress(pressed, event.nativeEvent, mac);
    if (recording?.isWhole) onKey(recording.key);
    else if (recording) setPressed(recording.key);
  };

  return (
    <div
      ref={field}
      role="textbox"
      aria-readonly="true"
      aria-label={t('settings.keys.record', { command: title })}
      tabIndex={0}
      className={styles.recorder}
      onKeyDown={onKeyDown}
      onBlur={onCancel}
    >
      {pressed === '' ? t('settings.keys.press') : <Kbd keys={pressed} />}
    </div>
  );
}
