import { CircleDashed, CircleHelp, CirclePause, CircleX, type LucideIcon, Send } from 'lucide-react';
import type { EntryState } from '#shared/outbox/entry.ts';
import { useText } from '../../state/text-context.tsx';
import styles from './EntryMark.module.css';

type LiveState = Exclude<EntryState['name'], 'confirmed'>;

/** Shapes that are told apart without their colours. */
const SHAPES: Readonly<Record<LiveState, LucideIcon>> = {
  queued: CircleDashed,
  sending: Send,
  held: CirclePause,
  rejected: CircleX,
  unknown: CircleHelp,
};

/** The state of an outbox entry as a shape with its word. */
export function EntryMark({ state }: { readonly state: LiveState }) {
  const t = useText();
  const Shape = SHAPES[state];
  return (
    <span className={styles.mark} data-state={state}>
      <Shape size={14} strokeWidth={1.75} aria-hidden="true" />
      {t(`outbox.state.${state}`)}
    </span>
  );
}
