import { SkipForward, SquareArrowOutUpRight } from 'lucide-react';
import { useText } from '#renderer/state/text-context.tsx';
import type { Call } from '#shared/calls/call.ts';
import { BarCommand } from './BarCommand.tsx';
import styles from './CallBar.module.css';
import { CallChip } from './CallChip.tsx';
import { popWords } from './pop/pop-words.ts';
import type { Pops } from './pop/use-pop.ts';

/** More are counted. */
const CHIPS = 3;

type Props = {
  readonly calls: readonly Call[];
  readonly shown: Call;
  readonly popped: Call | null;
  readonly pops: Pops;
};

/** The calls that wait beside the shown one. */
export function OtherCalls({ calls, shown, popped, pops }: Props) {
  const t = useText();
  const others = calls.filter(({ id }) => id !== shown.id);
  if (others.length === 0) return null;
  const pop = popped && popped.id !== shown.id ? pops[popped.id] : undefined;
  return (
    <div className={styles.others} role="group" aria-label={t('calls.bar.others')}>
      {others.slice(0, CHIPS).map((call) => (
        <CallChip key={call.id} call={call} />
      ))}
      {others.length > CHIPS ? (
        <span className={styles.more}>{t('calls.bar.more', { count: others.length - CHIPS })}</span>
      ) : null}
      {pop?.state === 'waits' ? (
        <BarCommand
          command="call.pop"
          icon={<SquareArrowOutUpRight />}
          look="plain"
          label={popWords(t, pop.target, null)}
        />
      ) : null}
      <BarCommand command="call.next" icon={<SkipForward />} label={t('calls.bar.do.next')} />
    </div>
  );
}
