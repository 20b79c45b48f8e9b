import { useState } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketField } from '#shared/domain/desk.ts';
import type { FieldValue } from '#shared/domain/ticket.ts';
import styles from './Facts.module.css';

type Props = {
  readonly field: TicketField;
  readonly value: string;
  readonly put: (next: FieldValue) => void;
};

/**
 * Text, a number or a date: changed when the agent leaves it or presses Enter; Escape puts back what was there. What arrives
 * from the helpdesk takes its place only while the agent is elsewhere.
 */
export function Line({ field, value, put }: Props) {
  const t = useText();
  /** What the agent has in hand, and what it took the place of; null while they are elsewhere. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const text = typed?.text ?? value;
  const wrong = field.type === 'number' && text.trim() !== '' && !Number.isFinite(Number(text));
  const done = (): void => {
    // A helpdesk may hold a number as text and nothing as '': only what the agent typed over counts as a change.
    if (typed === null || wrong || text === typed.over) return;
    setTyped({ text, over: text });
    if (text.trim() === '') put(null);
    else put(field.type === 'number' ? Number(text) : text);
  };
  const type = (next: string): void => setTyped({ text: next, over: typed?.over ?? value });
  const shared = {
    className: styles.control,
    'aria-label': field.title,
    'aria-invalid': wrong,
    title: wrong ? t('ticket.facts.notNumber') : undefined,
    value: text,
    // What is not a number yet stands until it is put right.
    onFocus: () => setTyped(typed ?? { text: value, over: value }),
    onBlur: () => {
      done();
      if (!wrong) setTyped(null);
    },
  };
  if (field.type === 'multiline') {
    return <textarea {...shared} rows={2} onChange={({ target }) => type(target.value)} />;
  }
  return (
    <input
      {...shared}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      onChange={({ target }) => type(target.value)}
      onKeyDown={(event) => {
        // Enter and Escape end a composition first; Safari says so by 229 alone.
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key === 'Enter') done();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setTyped({ text: value, over: value });
      }}
    />
  );
}
