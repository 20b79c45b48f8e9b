import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useInterface } from '#renderer/state/interface-state.ts';
import type { Caller } from '#renderer/store/desk-calls.ts';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { type Call, phaseOf } from '#shared/calls/call.ts';
import { standingOf } from '../../shown-call.ts';
import type { SetAbout } from '../use-about.ts';
import { callerQuery } from './caller-query.ts';
import { atHand, mayOpen } from './may-open.ts';
import { readyToOpen } from './open-target.ts';
import { aboutOf, knownTarget, type PopTarget, pops, targetOf, targetOfCaller } from './pop-target.ts';
import { usePressing } from './use-pressing.ts';

/** What becomes of a call that came. `unknown`: who calls could not be found out. */
export type Pop =
  | { readonly state: 'looking' | 'unknown' }
  | { readonly state: 'waits' | 'opened'; readonly target: PopTarget };
export type Pops = Readonly<Record<string, Pop>>;

export type PopHandle = {
  /** By the id of a call. */
  readonly pops: Pops;
  /** The call whose callers are listed for the agent to choose from. */
  readonly choosing: Call | null;
  /** The agent asks for it, whatever they are at. */
  pop(call: Call): void;
  choose(call: Call, caller: Caller | null): void;
  endChoosing(): void;
  /** The agent has said what the call is about. */
  settled(call: Call): void;
};

/** Opens what a call that comes is about, or lets it wait while the agent is in the middle of something. */
export function usePop(setAbout: SetAbout, onPop: (call: Call, pop: Pop) => void): PopHandle {
  const desk = useDesk();
  const client = useQueryClient();
  const { now } = useTicker();
  const calls = useDeskState((state) => state.calls);
  const [pops_, setPops] = useState<Pops>({});
  const [choosingId, setChoosing] = useState<string | null>(null);
  const latest = useRef<Pops>({});
  const seen = useRef(new Set<string>());
  /** Calls that the agent asked for before it was known who calls. */
  const asked = useRef(new Set<string>());
  const tell = useRef(onPop);
  tell.current = onPop;
  const isPressing = usePressing();

  const put = useCallback((callId: string, pop: Pop): void => {
    const standing = Object.entries(latest.current).filter(([id]) => callOf(id) !== null);
    latest.current = { ...Object.fromEntries(standing), [callId]: pop };
    setPops(latest.current);
  }, []);

  /** `byItself`: nobody has asked for it. */
  const open = useCallback(
    async (callId: string, target: PopTarget, byItself: 'first' | 'again' | null): Promise<void> => {
      const call = callOf(callId);
      if (!call) return;
      const run = await readyToOpen(desk, call, target, () => setChoosing(callId));
      const hasHandsFree = !isBusy(callId) && !isPressing();
      const isFree = mayOpen(atHand(useInterface.getState())) && (byItself === 'again' || hasHandsFree);
      const opens = byItself === null || isFree;
      if (opens) run();
      const pop: Pop = { state: opens && target.to !== 'choose' ? 'opened' : 'waits', target };
      put(callId, pop);
      if (byItself === 'first') tell.current(call, pop);
      const about = aboutOf(call, target);
      if (about) await setAbout(call, about);
    },
    [desk, put, setAbout, isPressing],
  );

  const lookUp = useCallback(
    async (call: Call, byItself: 'first' | null): Promise<void> => {
      put(call.id, { state: 'looking' });
      const answer = client.fetchQuery(callerQuery(desk, call));
      // Who calls is shown also where it is known what it is about.
      answer.catch(() => undefined);
      try {
        const target = knownTarget(call) ?? targetOf(call, await answer, now());
        await open(call.id, target, asked.current.delete(call.id) ? null : byItself);
      } catch {
        const pop: Pop = { state: 'unknown' };
        put(call.id, pop);
        if (byItself === 'first') tell.current(call, pop);
      }
    },
    [client, desk, now, open, put],
  );

  useEffect(() => {
    const follow = (current: readonly Call[], before: readonly Call[]): void => {
      for (const call of current) {
        const was = before.find(({ id }) => id === call.id);
        const pop = latest.current[call.id];
        if (!seen.current.has(call.id)) {
          seen.current.add(call.id);
          if (pops(call)) void lookUp(call, 'first');
        } else if (was?.answeredAt === null && call.answeredAt !== null && pop?.state === 'waits')
          void open(call.id, knownTarget(call) ?? pop.target, 'again');
      }
    };
    follow(useDeskState.getState().calls, []);
    // Not by rendering, which comes later.
    return useDeskState.subscribe((state, before) => {
      if (state.calls !== before.calls) follow(state.calls, before.calls);
    });
  }, [lookUp, open]);

  return {
    pops: pops_,
    choosing: calls.find(({ id }) => id === choosingId) ?? null,
    pop(call) {
      const pop = latest.current[call.id];
      const target = knownTarget(call) ?? (pop && 'target' in pop ? pop.target : null);
      if (target) void open(call.id, target, null);
      else if (pop?.state === 'looking') asked.current.add(call.id);
      else void lookUp(call, null);
    },
    choose(call, caller) {
      setChoosing(null);
      void open(call.id, caller ? targetOfCaller(caller, now()) : { to: 'new-ticket', number: null }, null);
    },
    endChoosing: () => setChoosing(null),
    settled({ id, ticketId }) {
      setChoosing(null);
      if (ticketId !== null) put(id, { state: 'opened', target: { to: 'known', ticketId } });
    },
  };
}

const callOf = (callId: string): Call | null => useDeskState.getState().calls.find(({ id }) => id === callId) ?? null;

/** Somebody else is on the line, or their call is not written down yet: a second one waits for its turn. */
const isBusy = (callId: string): boolean =>
  standingOf(useDeskState.getState().calls).some(
    (call) => call.id !== callId && ['talking', 'held', 'wrapping'].includes(phaseOf(call)),
  );
