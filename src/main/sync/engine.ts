import { setMaxListeners } from 'node:events';
import { type Account, abilitiesFor, type Health, type Identity } from '#shared/domain/account.ts';
import { noRows, type Rows, type Stream } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { LinkClosed } from '#shared/link/define.ts';
import type { MacroVersion } from '#shared/link/values.ts';
import type { OriginalFile, OutgoingFile } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, type Result } from '#shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Connector, MergeRequest } from '../connectors/contract.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import { createConnectionState } from './connection-state.ts';
import { drainOutbox } from './drain-outbox.ts';
import { createMacroFetcher } from './fetch-macro-files.ts';
import { identify } from './identify.ts';
import type { LostAnswers } from './lost-answers.ts';
import { mergeTickets } from './merge-tickets.ts';
import { behindOf } from './next-entry.ts';
import { fetchConversation, pullStreams, type Store } from './pull-streams.ts';
import { createReadOrder } from './read-order.ts';
import { createWake } from './wake.ts';

export type EnginePorts = {
  readonly account: () => Account;
  readonly connector: Connector;
  readonly journal: Journal;
  readonly lost: LostAnswers;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly prefetchTickets: () => number;
  readonly journalFailed: (error: unknown) => void;
  /** A stream has been read to its end, at UTC ms: kept over a restart, so that an offline start can say how old the cache is. */
  readonly synced: (at: number) => void;
  /** The helpdesk's account of who we are, each time it was asked. */
  readonly identified: (me: Identity) => void;
  /** A file of a ticket as one that goes with a message; fetched where it is not in the profile yet. */
  readonly fetchOriginal: (file: OriginalFile, signal: AbortSignal) => Promise<Result<OutgoingFile, Failure>>;
  /** Told of every conversation before the store keeps it. */
  readonly conversationRead: (rows: Rows) => Promise<void>;
  /** Keeps bytes in the profile; answers with their SHA-256. */
  readonly keepFile: (bytes: Uint8Array) => Promise<string>;
};

/** One account's sync, both ways, for as long as one store is connected. */
export type Engine = {
  /** Something was accepted, undone or released: look at the outbox now. */
  outboxChanged(): void;
  /** Pull now; also after a failure that waits. */
  syncNow(): void;
  /** The conversation of the ticket that the agent opened, before anything else. */
  focus(ticketRemoteId: RemoteId): Promise<Result<null, Failure>>;
  /** The files of a macro that the agent looks at. */
  macroFiles(macro: MacroVersion): Promise<Result<null, Failure>>;
  /** Merges one ticket into another, online only. */
  merge(request: MergeRequest): Promise<Result<null, Failure>>;
  health(): Health;
  /** A call beside sync and outbox was told to wait: so do they, and the status line says until when. */
  rateLimited(failure: Extract<Failure, { code: 'rateLimited' }>): void;
  clockSkew(ms: number): void;
  stop(): Promise<void>;
};

const STOPPING: Failure = { code: 'offline', cause: 'other', detail: 'stopping' };

/** Starts pulling and sending. Ends by itself when the link to the store closes. */
export function startEngine(
  ports: EnginePorts,
  opened: {
    readonly cursors: Partial<Readonly<Record<Stream, string>>>;
    readonly complete: readonly Stream[];
    /** UTC ms; null when what the store holds was never read to its end. */
    readonly lastSyncAt: number | null;
  },
): Engine {
  const { connector, journal, store, clock, log } = ports;
  const accountId = ports.account().id;
  const stopping = new AbortController();
  const { signal } = stopping;
  // Every wait of the engine listens to it, and any number may be under way.
  setMaxListeners(0, signal);
  const [pullWake, drainWake] = [createWake(clock), createWake(clock)];
  // A link that has just closed has nobody to tell.
  const tell = (health: Health): void => void store.health(health).catch(() => undefined);
  const abilities = abilitiesFor(connector.capabilities.abilities, ports.account().me);
  const state = createConnectionState(accountId, clock, ports.random, { ...opened, abilities }, (health) => {
    if (health.lastSyncAt !== null) ports.synced(health.lastSyncAt);
    tell(health);
    // Sync and outbox share what is known of the connection: what one learns the other acts on.
    if (health.problem === null) drainWake.wake();
  });

  const identified = (me: Identity): void => {
    state.change({ abilities: abilitiesFor(connector.capabilities.abilities, me) });
    ports.identified(me);
  };
  // Before the first answer, which may take as long as a timeout.
  tell(state.health());

  const beforeAttempt = async (
    entries: readonly OutboxEntry[],
    before: Ticket | null,
  ): Promise<readonly OutboxEntry[]> => {
    const { entries: live } = journal.folded;
    const there = entries.filter(({ id }) => live.has(id));
    if (there.length === 0 || signal.aborted) return [];
    const at = clock.now();
    await journal.append(there.map(({ id }) => ({ type: 'attempt', id, at, before })));
    const leaving = there.flatMap(({ id }) => live.get(id) ?? []);
    if (leaving.length > 0) await store.settle({ accountId, entries: [...leaving], rows: noRows() });
    return leaving;
  };
  const order = createReadOrder();
  const shared = { accountId, connector, store, state, clock, log, order, conversationRead: ports.conversationRead };
  const macros = createMacroFetcher({ ...shared, keepFile: ports.keepFile });
  // Macros come with the rest of the desk.
  const macroFilesAhead = connector.capabilities.streams.includes('desk') ? macros.ahead : async () => false;

  const running = Promise.all([
    identify({ ...ports, identified, state, wake: pullWake }, signal).then(() =>
      pullStreams(
        { ...shared, wake: pullWake, prefetchTickets: ports.prefetchTickets, macroFilesAhead },
        opened.cursors,
        signal,
      ),
    ),
    drainOutbox({
      ...shared,
      journal,
      lost: ports.lost,
      wake: drainWake,
      me: () => ports.account().me,
      beforeAttempt,
      fetchOriginal: ports.fetchOriginal,
      behind: (entry) => behindOf(entry, [...journal.folded.entries.values()], clock.now()),
      ticketBefore: (entryId) => journal.folded.before.get(entryId) ?? null,
      alsoTried: (entry) =>
        [...journal.folded.entries.values()].filter(
          (one) => one.ticketId === entry.ticketId && one.id !== entry.id && one.attempts > 0,
        ),
      journalFailed: ports.journalFailed,
      signal,
    }),
  ]).catch((error: unknown) => {
    if (error instanceof LinkClosed) return;
    // A mistake of ours must not take the other accounts with it: this one says that it has stopped.
    const problem = error instanceof Error ? error.name : 'error';
    log('engine failed', { account: accountId, problem });
    state.failed({ code: 'server', status: 0, nonsense: true, detail: problem });
  });

  return {
    outboxChanged: () => drainWake.wake(),
    syncNow() {
      state.forgive();
      pullWake.wake();
      drainWake.wake();
    },
    focus: async (ticketRemoteId) =>
      signal.aborted ? err(STOPPING) : fetchConversation(shared, ticketRemoteId, 'agent', signal),
    macroFiles: async (macro) => (signal.aborted ? err(STOPPING) : macros.fetch(macro, 'agent', signal)),
    merge: async (request) => (signal.aborted ? err(STOPPING) : mergeTickets(shared, request, signal)),
    health: () => state.health(),
    rateLimited: (failure) => void state.failed(failure),
    clockSkew: (clockSkewMs) => state.change({ clockSkewMs }),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
