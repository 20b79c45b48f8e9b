import { useDeskState } from '#renderer/state/desk-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { type Call, phaseOf } from '#shared/calls/call.ts';
import { standingOf, useShownCall } from '../shown-call.ts';
import { AboutWhat } from './AboutWhat.tsx';
import styles from './CallBar.module.css';
import { CallerChooser } from './CallerChooser.tsx';
import { CallTimers } from './CallTimers.tsx';
import { OtherCalls } from './OtherCalls.tsx';
import { PhaseCommands } from './PhaseCommands.tsx';
import { PhaseMark } from './PhaseMark.tsx';
import { PopCommands } from './PopCommands.tsx';
import { Problem } from './Problem.tsx';
import { type PopHandle, usePop } from './pop/use-pop.ts';
import { useAbout } from './use-about.ts';
import { useCallCommands } from './use-call-commands.ts';
import { type ChangeCall, useChangeCall } from './use-change-call.ts';
import { useSay } from './use-say.ts';
import { useStayShown } from './use-stay-shown.ts';
import { useWho } from './use-who.ts';
import { WhoAndWhat } from './WhoAndWhat.tsx';

/** Who is on the line, since when, and what can be done with the call. Mounted also while nobody is: it opens what calls are about. */
export function CallBar() {
  const t = useText();
  const all = useDeskState((state) => state.calls);
  const calls = standingOf(all);
  const shown = useShownCall();
  const { change, problem, forget } = useChangeCall();
  const setAbout = useAbout(change);
  const { said, tellPop } = useSay();
  const pop = usePop(setAbout, tellPop);
  const waiting = [...(shown ? [shown] : []), ...calls].find(({ id }) => pop.pops[id]?.state === 'waits');
  const popped = waiting ?? shown;
  useStayShown();
  useCallCommands({ calls, shown, popped, change, setAbout, pop: pop.pop, settled: pop.settled });
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {shown || problem ? (
        <section className={styles.region} aria-label={t('calls.bar.region')}>
          {problem ? <Problem problem={problem} onClose={forget} /> : null}
          {shown ? (
            <div className={styles.bar} data-phase={phaseOf(shown)} data-several={calls.length > 1 || undefined}>
              <ShownCall key={shown.id} call={shown} pop={pop} change={change} />
              <OtherCalls calls={calls} shown={shown} popped={popped} pops={pop.pops} />
            </div>
          ) : null}
          {pop.choosing ? <Chooser key={pop.choosing.id} call={pop.choosing} pop={pop} /> : null}
        </section>
      ) : null}
    </>
  );
}

function ShownCall({
  call,
  pop,
  change,
}: {
  readonly call: Call;
  readonly pop: PopHandle;
  readonly change: ChangeCall;
}) {
  const { who, shown, ticket } = useWho(call);
  return (
    <>
      <PhaseMark call={call} />
      <WhoAndWhat call={call} who={who} shown={shown} />
      <CallTimers call={call} />
      <AboutWhat call={call} pop={pop.pops[call.id]} ticket={ticket} />
      <PhaseCommands call={call} change={change}>
        <PopCommands call={call} pop={pop.pops[call.id]} ticket={ticket} />
      </PhaseCommands>
    </>
  );
}

function Chooser({ call, pop: { pops, choose, endChoosing } }: { readonly call: Call; readonly pop: PopHandle }) {
  const { who, shown } = useWho(call);
  const pop = pops[call.id];
  const target = pop && 'target' in pop ? pop.target : null;
  return target?.to === 'choose' ? (
    <CallerChooser
      shown={who.number ?? shown}
      callers={target.callers}
      onChoose={(caller) => choose(call, caller)}
      onClose={endChoosing}
    />
  ) : null;
}
