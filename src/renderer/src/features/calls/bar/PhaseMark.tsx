import { type LucideIcon, Pause, PenLine, Phone, PhoneCall, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import { useText } from '#renderer/state/text-context.tsx';
import { type Call, type CallPhase, phaseOf } from '#shared/calls/call.ts';
import styles from './CallBar.module.css';

const SHAPES: Readonly<Record<CallPhase, LucideIcon>> = {
  ringing: PhoneCall,
  talking: Phone,
  held: Pause,
  wrapping: PenLine,
  missed: PhoneMissed,
  done: Phone,
};

/** Where a call stands, as a shape and a word. */
export function PhaseMark({ call }: { readonly call: Call }) {
  const t = useText();
  const phase = phaseOf(call);
  const Shape = phase === 'ringing' && call.direction === 'out' ? PhoneOutgoing : SHAPES[phase];
  return (
    <span className={styles.phase} data-phase={phase}>
      <Shape size={16} strokeWidth={1.5} aria-hidden="true" />
      <span className={styles.word}>{t('calls.bar.phase', { phase, direction: call.direction })}</span>
    </span>
  );
}
