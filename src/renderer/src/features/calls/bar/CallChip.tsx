import { show } from '#renderer/state/interface-state.ts';
import { type Call, phaseOf } from '#shared/calls/call.ts';
import styles from './CallBar.module.css';
import { CurrentTimer } from './CallTimers.tsx';
import { PhaseMark } from './PhaseMark.tsx';
import { useWho } from './use-who.ts';

/** A call that waits beside the shown one; pressed, it is shown. */
export function CallChip({ call }: { readonly call: Call }) {
  const { shown } = useWho(call);
  return (
    <button
      type="button"
      className={styles.chip}
      data-phase={phaseOf(call)}
      title={shown}
      onClick={() => show({ shownCallId: call.id })}
    >
      <PhaseMark call={call} />
      <span className={styles.chipName}>{shown}</span>
      <CurrentTimer call={call} />
    </button>
  );
}
