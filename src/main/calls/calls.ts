import { applyChange } from '#shared/calls/apply-change.ts';
import { type Call, isOnLine, phaseOf } from '#shared/calls/call.ts';
import type { CallChange, TelephoneEvent } from '#shared/calls/call-change.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { beginCall, goingOn, type NewCall } from './begin-call.ts';
import { brokenOff } from './broken-off.ts';
import type { CallsFile } from './calls-file.ts';
import { isSameNumber } from './same-number.ts';
import { createTakeEvent, isLinked, SAME_CALL_MS, type Taken } from './take-event.ts';
import { telUri } from './tel-uri.ts';

export type PlaceRequest = Pick<Call, 'number' | 'name' | 'accountId' | 'personRemoteId' | 'ticketId'>;

/** The agent's calls: those that go on, and the log of those that were. */
export type Calls = {
  /** Those that are not done, the newest first. */
  live(): readonly Call[];
  /** Resolves once it is on disk, or the disk has refused; the agent is shown it before. */
  take(event: TelephoneEvent): Promise<Taken['as']>;
  /** A link asks for a call to be shown: it may come from any web page, so it changes none that is known. */
  show(told: NewCall): void;
  /** False for a call that is not known, and where it is not on disk; then it holds for this run. */
  change(callId: string, change: CallChange): Promise<boolean>;
  /** Null where nothing dials. */
  place(request: PlaceRequest): Promise<string | null>;
  /** At most 250, the newest first. */
  page(before: string | null): readonly Call[];
  /** The agent talks, or has talked just now and not done with it. */
  isBusy(): boolean;
  stop(): Promise<void>;
};

export type CallsPorts = {
  readonly file: CallsFile;
  readonly clock: Clock;
  /** A ULID, later than the one before. */
  readonly newId: () => string;
  /** The agent's own names in the telephone. */
  readonly users: () => readonly string[];
  readonly openExternal: (url: string) => Promise<boolean>;
  /** Every call that is not done, and what has just become so. */
  readonly tell: (calls: readonly Call[]) => void;
  readonly unwritable: () => void;
  readonly log: Log;
};

const PAGE = 250;
/** A telephone that went away never tells of the end. */
const RINGS_AT_MOST_MS = 3_600_000;
const ALIVE_EVERY_MS = 15_000;
/** A wrap-up that is left open does not keep the agent from what they want to hear of. */
const BUSY_AFTER_MS = 30 * 60_000;
/** A page that opens one link after the other fills no more of the bar than this. */
const LINKED_AT_ONCE = 3;

/** Calls that were on the line when the program ended are over as of the last it knows of. */
export function openCalls(ports: CallsPorts): Calls {
  const { file, clock } = ports;
  const open = new Map<string, Call>();
  const live = (): readonly Call[] => [...open.values()].reverse();
  const begin = (told: NewCall, at: number): Call =>
    goingOn(beginCall(told, { id: ports.newId(), at }), brokenOff(file.recent().values(), { number: told.number, at }));
  const events = createTakeEvent({ find: file.get, live, begin, users: ports.users });
  const stopping = new AbortController();
  /** What is being handed to the system, which may hand it back by a link. */
  let dialling: string | null = null;
  let watching = false;

  const keep = async (call: Call): Promise<boolean> => {
    const isDone = phaseOf(call) === 'done';
    if (isDone) open.delete(call.id);
    else open.set(call.id, call);
    events.kept(call);
    const kept = file.put(call);
    ports.tell(isDone ? [call, ...live()] : live());
    if (isOnLine(call)) void watch();
    const isKept = await kept;
    if (!isKept) ports.unwritable();
    return isKept;
  };

  /** As long as somebody is on the line: notes that the program runs, and ends what rings for good. */
  const watch = async (): Promise<void> => {
    if (watching) return;
    watching = true;
    while (live().some(isOnLine)) {
      await clock.sleep(ALIVE_EVERY_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      const now = clock.now();
      for (const call of live())
        if (phaseOf(call) === 'ringing' && now - call.startedAt > RINGS_AT_MOST_MS)
          void keep(applyChange(call, { do: 'hang-up' }, now));
      await file.alive(now);
    }
    watching = false;
  };

  for (const call of [...file.recent().values()]) {
    events.kept(call);
    const ended = applyChange(call, { do: 'hang-up' }, Math.max(call.startedAt, file.lastAt));
    if (phaseOf(ended) !== 'done') open.set(call.id, ended);
    if (!isOnLine(call)) continue;
    events.leftOver(ended);
    void file.put(ended);
  }

  return {
    live,
    async take(event) {
      const taken = events.take(event, clock.now());
      if (taken.as === 'news') await keep(taken.call);
      return taken.as;
    },

    show(told) {
      const at = clock.now();
      const isShown = (call: Call): boolean => isOnLine(call) && isSameNumber(call.number, told.number);
      if (events.find(told.externalId, at) || live().some(isShown)) return;
      if (dialling !== null && isSameNumber(dialling, told.number)) return;
      const linked = live().filter((call) => phaseOf(call) === 'ringing' && isLinked(call));
      if (linked.length >= LINKED_AT_ONCE) return ports.log('calls.link-refused', { reason: 'too-many' });
      void keep(begin(told, at));
    },

    async change(callId, change) {
      const call = file.get(callId);
      if (!call) return false;
      const next = applyChange(call, change, clock.now());
      if (next === call) return true;
      return keep(change.do === 'continue' ? goingOn(next, file.get(change.resumes)) : next);
    },

    async place({ number, name, ...about }) {
      const url = telUri(number);
      if (url === null) return null;
      dialling = number;
      const isOpened = await ports.openExternal(url).catch(() => false);
      dialling = null;
      if (!isOpened) return null;
      const at = clock.now();
      const isIt = (call: Call): boolean =>
        isOnLine(call) &&
        call.direction === 'out' &&
        at - call.startedAt < SAME_CALL_MS &&
        isSameNumber(call.number, number);
      // The telephone may have told of it by now.
      const call =
        live().find(isIt) ?? begin({ externalId: null, direction: 'out', number, name, line: '', queue: '' }, at);
      await keep(about.accountId === null ? call : { ...call, ...about });
      return call.id;
    },

    page: (before) => file.page(before, PAGE),

    isBusy: () =>
      live().some(
        ({ answeredAt, endedAt }) => answeredAt !== null && (endedAt === null || clock.now() - endedAt < BUSY_AFTER_MS),
      ),

    async stop() {
      stopping.abort();
      if (live().some(isOnLine)) await file.alive(clock.now());
      await file.close();
    },
  };
}
