import { applyEvent } from '#shared/calls/apply-change.ts';
import { type Call, isOnLine } from '#shared/calls/call.ts';
import type { TelephoneEvent } from '#shared/calls/call-change.ts';
import { filledIn, type NewCall } from './begin-call.ts';
import { isForMe } from './is-for-me.ts';
import { createRecent } from './recent.ts';
import { isSameNumber } from './same-number.ts';

/** What becomes of what a telephone tells. `unknown`: no call of that id has been told of. */
export type Taken =
  | { readonly as: 'news'; readonly call: Call }
  | { readonly as: 'nothing-new' | 'not-mine' | 'unknown' };

export type TakeEvent = {
  take(event: TelephoneEvent, at: number): Taken;
  /** The call that a telephone calls so. */
  find(externalId: string | null, at: number): Call | null;
  /** Told of with every call that is kept. */
  kept(call: Call): void;
  /** It was on the line when the program ended: its telephone may still tell of it, and then it never ended. */
  leftOver(call: Call): void;
};

export type TakePorts = {
  readonly find: (callId: string) => Call | undefined;
  readonly live: () => readonly Call[];
  readonly begin: (told: NewCall, at: number) => Call;
  /** The agent's own names in the telephone. */
  readonly users: () => readonly string[];
};

/** Calls of links have an id of their own kind, which no telephone's can be taken for. */
export const LINKED = 'link:';
export const isLinked = ({ externalId }: Pick<Call, 'externalId'>): boolean =>
  externalId === null || externalId.startsWith(LINKED);

/** Telephones that count their calls begin anew some day: only of late is an id the same call. */
const SAME_ID_MS = 24 * 3_600_000;
/** Between what a link or the agent says of a call and what the telephone itself does. */
export const SAME_CALL_MS = 2 * 60_000;
/** How much later than its end the beginning of a call may come: requests overtake each other. */
const OVERTAKEN_MS = 60_000;
const REMEMBERED = 500;

const NOT_MINE: Taken = { as: 'not-mine' };
const newsOf = (before: Call | null, call: Call): Taken =>
  call === before ? { as: 'nothing-new' } : { as: 'news', call };

/**
 * Finds the call that a telephone means, or begins one, and changes it. Events may come late, twice, in another order, and for
 * others.
 */
export function createTakeEvent({ find: callOf, live, begin, users }: TakePorts): TakeEvent {
  const ids = createRecent<string>(REMEMBERED);
  /** Calls for others: the agent may take one from them. */
  const forOthers = createRecent<{ readonly told: NewCall; readonly at: number }>(REMEMBERED);
  /** Ends that came before their beginning. */
  const ends = createRecent<{ readonly cause: string; readonly at: number }>(REMEMBERED);
  const leftOver = new Set<string>();

  const find: TakeEvent['find'] = (externalId, at) => {
    const call = externalId === null ? undefined : callOf(ids.get(externalId) ?? '');
    return call && at - call.startedAt < SAME_ID_MS ? call : null;
  };
  /** The same call, told of by another door. */
  const unnamed = ({ number, direction }: NewCall, at: number): Call | null =>
    live().find(
      (call) =>
        isLinked(call) &&
        isOnLine(call) &&
        call.direction === direction &&
        at - call.startedAt < SAME_CALL_MS &&
        isSameNumber(call.number, number),
    ) ?? null;

  const ofKnown = (call: Call, event: TelephoneEvent, at: number): Taken => {
    if (event.event === 'new') return newsOf(call, filledIn(call, event));
    const goesOn = leftOver.delete(call.id) && call.wrappedAt === null ? { ...call, endedAt: null } : call;
    if (event.event === 'hangup') return newsOf(call, applyEvent(goesOn, event, { at, isMe: true }));
    return newsOf(call, applyEvent(filledIn(goesOn, event), event, { at, isMe: isForMe(event.users, users()) }));
  };

  const ofUnknown = (event: Exclude<TelephoneEvent, { event: 'hangup' }>, at: number): Taken => {
    const id = event.externalId ?? '';
    const told: NewCall = event.event === 'new' ? event : { ...event, name: '', queue: '' };
    if (!isForMe(event.users, users())) {
      if (id !== '') forOthers.set(id, { told, at });
      return NOT_MINE;
    }
    const before = forOthers.take(id) ?? { told, at };
    const same = unnamed(told, at);
    let call = same ? { ...filledIn(same, told), externalId: event.externalId } : begin(before.told, before.at);
    if (event.event === 'answer') call = applyEvent(call, event, { at, isMe: true });
    const end = ends.take(id);
    return {
      as: 'news',
      call:
        end && at - end.at < OVERTAKEN_MS
          ? applyEvent(call, { event: 'hangup', externalId: event.externalId, cause: end.cause }, { at, isMe: true })
          : call,
    };
  };

  return {
    find,
    take(event, at) {
      const call = find(event.externalId, at);
      if (call) return ofKnown(call, event, at);
      if (event.event !== 'hangup') return ofUnknown(event, at);
      const id = event.externalId ?? '';
      if (forOthers.take(id)) return NOT_MINE;
      if (id !== '') ends.set(id, { cause: event.cause, at });
      return { as: 'unknown' };
    },
    kept({ id, externalId }) {
      if (externalId !== null) ids.set(externalId, id);
    },
    leftOver: ({ id }) => void leftOver.add(id),
  };
}
