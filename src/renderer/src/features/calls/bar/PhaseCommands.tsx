import { ArrowRightLeft, Check, MicOff, NotebookPen, Pause, Phone, PhoneOff, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommand, useCommands } from '#renderer/commands/use-command.tsx';
import { findPlace, saysNothing } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { type Call, isOnLine, phaseOf } from '#shared/calls/call.ts';
import { findNotes } from '../notes/find-notes.ts';
import { BarCommand, HELD_KEYS } from './BarCommand.tsx';
import styles from './CallBar.module.css';
import type { ChangeCall } from './use-change-call.ts';

/** What makes sense with a call as it stands now. */
export function PhaseCommands({
  call,
  change,
  children,
}: {
  readonly call: Call;
  readonly change: ChangeCall;
  /** What comes before it, under the same keys. */
  readonly children: ReactNode;
}) {
  const t = useText();
  const phase = phaseOf(call);
  const isHeld = phase === 'held';
  return (
    <div className={styles.commands} role="group" aria-label={t('calls.bar.commands')}>
      <span className={styles.held}>
        <Kbd keys={HELD_KEYS} />
      </span>
      {children}
      {phase === 'ringing' ? (
        <BarCommand
          command="call.answer"
          icon={<Phone />}
          look="primary"
          label={t('calls.bar.do.answer', { direction: call.direction })}
        />
      ) : null}
      {phase === 'talking' || isHeld ? (
        <>
          <BarCommand
            command="call.hold"
            icon={isHeld ? <Play /> : <Pause />}
            label={t(isHeld ? 'calls.bar.do.resume' : 'calls.bar.do.hold')}
          />
          <BarCommand
            command="call.mute"
            icon={<MicOff />}
            label={t('calls.bar.do.mute')}
            pressed={call.mutedSince !== null}
          />
        </>
      ) : null}
      {phase === 'ringing' || phase === 'missed' ? null : (
        <BarCommand command="call.note" icon={<NotebookPen />} label={t('calls.bar.do.note')} />
      )}
      {phase === 'talking' || isHeld ? (
        <BarCommand command="call.transfer" icon={<ArrowRightLeft />} label={t('calls.bar.do.transfer')} />
      ) : null}
      {isOnLine(call) ? (
        <BarCommand
          command="call.hangUp"
          icon={<PhoneOff />}
          label={t(phase === 'ringing' && call.direction === 'in' ? 'calls.bar.do.decline' : 'calls.bar.do.hangUp')}
        />
      ) : (
        <BarCommand
          command="call.wrapUp"
          icon={<Check />}
          label={t(phase === 'missed' ? 'calls.bar.do.seen' : 'calls.bar.do.wrapUp')}
        />
      )}
      {phase === 'missed' ? <SeenByKey call={call} change={change} /> : null}
    </div>
  );
}

/** A call that nobody answered needs no more than to have been seen, unless something was written down while it rang. */
function SeenByKey({ call, change }: { readonly call: Call; readonly change: ChangeCall }): null {
  const desk = useDesk();
  const { run } = useCommands();
  useCommand('call.wrapUp', async () => {
    const { calls: live, accounts } = useDeskState.getState();
    const accountIds = (accounts ?? []).map(({ id }) => id);
    const isSilent = await findNotes(desk, call, { live, accountIds })
      .then(async (place) => place === null || saysNothing(await findPlace(desk, place).read()))
      .catch(() => true);
    if (isSilent) await change(call.id, { do: 'seen' });
    else run('call.note', 'button');
  });
  return null;
}
