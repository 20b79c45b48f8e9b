import type { Account } from '#shared/domain/account.ts';
import { type Failure, NO_SECRET } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { OriginalFile, OutgoingFile } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { AttachmentCache } from '../attachments/attachment-cache.ts';
import { openInlineImages } from '../attachments/inline-images.ts';
import type { OutgoingFiles } from '../attachments/outgoing-files.ts';
import type { FileBytes } from '../connectors/contract.ts';
import type { Secrets } from '../credentials/secret-store.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { type OwnEventsFile, openOwnEvents } from '../mine/own-events-file.ts';
import { recordingJournal } from '../mine/record-journal.ts';
import { type SurveyAnswersFile, surveyAnswersFile } from '../mine/survey-answers.ts';
import { openTicketMarks, type TicketMarks } from '../mine/ticket-marks.ts';
import { readJson } from '../profile/read-file.ts';
import { type Engine, startEngine } from '../sync/engine.ts';
import { watchLostAnswers } from '../sync/lost-answers.ts';
import type { Store } from '../sync/pull-streams.ts';
import { type ConnectorHost, type OpenedConnector, openConnector } from './open-connector.ts';

/** Larger attachments are fetched each time and not kept. */
const MOST_KEPT_BYTES = 25_000_000;
const STORE_RETRY_MS = 3_000;
/** The time of the last sync is said in minutes, so it need not be written more often while it moves on. */
const KEEP_SYNC_TIME_MS = 60_000;
const keptSchema = z.object({
  block: z.object({ at: z.number(), until: z.number() }).nullable().default(null),
  lastSyncAt: z.number().nullable().default(null),
});

export type AccountRuntimePorts = ConnectorHost & {
  readonly account: () => Account;
  readonly identified: (account: Account) => Promise<void>;
  readonly attachments: AttachmentCache;
  readonly files: OutgoingFiles;
  readonly random: () => number;
  readonly prefetchTickets: () => number;
  readonly journalFailed: (error: unknown) => void;
  readonly keepSecrets: (secrets: Secrets) => Promise<void>;
};

/** One account while the program runs: its journal, marks and own events always, its engine while a store is connected. */
export type AccountRuntime = {
  readonly journal: Journal;
  readonly marks: TicketMarks;
  readonly ownEvents: OwnEventsFile;
  readonly surveys: SurveyAnswersFile;
  engine(): Engine | null;
  /** Puts the secrets in use from now on; null: none are known, and the agent must sign in. */
  useSecrets(secrets: Secrets | null): Promise<void>;
  /** Folds the journal into a store and starts the engine on it. */
  attach(store: Store): Promise<void>;
  detach(): Promise<void>;
  attachment(ticketRemoteId: RemoteId, remoteId: RemoteId): Promise<Result<FileBytes, Failure>>;
  /** A file of a conversation as one that goes with a message; null unless it was fetched before. */
  keepOriginal(file: OriginalFile): Promise<OutgoingFile | null>;
  close(): Promise<void>;
};

export async function openAccountRuntime(ports: AccountRuntimePorts): Promise<AccountRuntime> {
  const { account, attachments, clock, disk, files, log, paths } = ports;
  const { id } = account();
  const ownEvents = openOwnEvents(disk, paths.ownEvents(id), clock);
  const journal = recordingJournal(await openJournal(disk, paths.journal(id), clock.now), ownEvents.record);
  // Over every window that comes and goes: how long an answer has been lost does not begin anew with each.
  const lost = watchLostAnswers(journal, clock);
  const marks = await openTicketMarks(disk, paths.marks(id));
  const inlineImages = await openInlineImages(disk, paths.inlineImages(id), {
    clock,
    isHere: (remoteId) => attachments.has(id, remoteId),
  });
  let kept = (await readJson(disk, paths.limits(id), keptSchema)) ?? { block: null, lastSyncAt: null };
  let { lastSyncAt } = kept;
  let keeping: Promise<void> = Promise.resolve();

  let opened: OpenedConnector | null = null;
  let store: Store | null = null;
  let engine: Engine | null = null;
  let detached = new AbortController();
  let fetchingImages: Promise<void> = Promise.resolve();

  /** What outlives a restart. One write at a time: they share the file that is put in place. */
  const keep = (change: Partial<typeof kept>): void => {
    kept = { ...kept, ...change };
    keeping = keeping
      .then(() => disk.replace(paths.limits(id), JSON.stringify(kept)))
      .catch(() => log('limits not kept', { account: id }));
  };
  const synced = (at: number): void => {
    lastSyncAt = at;
    if (at >= (kept.lastSyncAt ?? 0) + KEEP_SYNC_TIME_MS) keep({ lastSyncAt });
  };

  const fetchAttachment = async (
    ticketRemoteId: RemoteId,
    remoteId: RemoteId,
    lane: 'agent' | 'sync',
    signal: AbortSignal,
  ): Promise<Result<FileBytes, Failure>> => {
    const cached = await attachments.get(id, remoteId);
    if (cached) return ok(cached);
    if (!opened) return err({ code: 'unauthorized', detail: NO_SECRET });
    const file = await opened.connector.attachment(ticketRemoteId, remoteId, { signal, lane });
    if (!file.ok && file.error.code === 'rateLimited') engine?.rateLimited(file.error);
    if (file.ok && file.value.bytes.length <= MOST_KEPT_BYTES) await attachments.put(id, remoteId, file.value);
    return file;
  };

  const asOutgoing = async ({ name, mimeType }: OriginalFile, bytes: Uint8Array): Promise<OutgoingFile> => ({
    name,
    mimeType,
    size: bytes.length,
    sha256: await files.keep(id, bytes),
  });

  const start = async (): Promise<void> => {
    const target = store;
    if (!target) return;
    const { signal } = detached;
    const told = await openInStore(target, signal);
    if (!told || signal.aborted || store !== target) return;
    // A store that starts empty has synced nothing, whatever the last one had.
    const known = { ...told, lastSyncAt: told.complete.includes('tickets') ? lastSyncAt : null };
    if (!opened) {
      await target.health({
        accountId: id,
        phase: 'waiting',
        online: false,
        problem: { code: 'unauthorized', detail: NO_SECRET },
        retryAt: null,
        lastSyncAt: known.lastSyncAt,
        progress: null,
        complete: [...told.complete],
        clockSkewMs: 0,
        abilities: null,
      });
      return;
    }
    engine = startEngine(
      {
        ...ports,
        connector: opened.connector,
        journal,
        lost,
        store: target,
        conversationRead: inlineImages.want,
        fetchOriginal: async (file, abort) => {
          const got = await fetchAttachment(file.ticketRemoteId, file.remoteId, 'agent', abort);
          return got.ok ? ok(await asOutgoing(file, got.value.bytes)) : got;
        },
        keepFile: (bytes) => ports.files.keep(id, bytes),
        synced,
        identified: (me) =>
          void ports.identified({ ...account(), me }).catch(() => log('account not kept', { account: id })),
      },
      known,
    );
    fetchingImages = inlineImages
      .fetchAll(({ ticketRemoteId, remoteId }) => fetchAttachment(ticketRemoteId, remoteId, 'sync', signal), signal)
      .catch((error: unknown) =>
        log('inline images', { account: id, problem: error instanceof Error ? error.name : 'error' }),
      );
  };

  /** Tries until the store can open the account: a full disk may be freed, a closed database opens again. */
  const openInStore = async (target: Store, signal: AbortSignal) => {
    while (!signal.aborted) {
      const told = await target.openAccount({
        account: account(),
        entries: [...journal.folded.entries.values()],
        settledIds: [...journal.folded.settled.keys()],
        delivered: [...journal.folded.settled.values()].flatMap(({ how, entry }) =>
          how === 'confirmed' && entry.action.kind === 'create' ? [entry] : [],
        ),
        drafts: [...journal.folded.drafts.values()],
        marks: [...marks.all()],
      });
      if (told.ok && (await adopted(told.value.strangers))) return told.value;
      if (!told.ok) log('store cannot open', { account: id, problem: told.error });
      await clock.sleep(STORE_RETRY_MS, signal);
    }
    return null;
  };

  /** Entries that only the store has are somebody's words: from here on the journal has them too, held. False while it is full. */
  const adopted = async (strangers: readonly OutboxEntry[]): Promise<boolean> => {
    const unknown = strangers.filter((entry) => !journal.folded.entries.has(entry.id));
    if (unknown.length === 0) return true;
    const state = { name: 'held', reason: 'not-in-journal', since: clock.now(), fields: [] } as const;
    try {
      await journal.append(unknown.map((entry) => ({ type: 'put', entry: { ...entry, state } })));
      return true;
    } catch (error) {
      ports.journalFailed(error);
      return false;
    }
  };

  const detach = async (): Promise<void> => {
    detached.abort();
    const stopping = engine;
    engine = null;
    await Promise.all([stopping?.stop(), fetchingImages]);
    if (lastSyncAt !== kept.lastSyncAt) keep({ lastSyncAt });
    await keeping;
  };

  return {
    journal,
    marks,
    ownEvents,
    surveys: surveyAnswersFile(disk, paths.surveys(id)),
    engine: () => engine,
    async useSecrets(secrets) {
      const running = store;
      await detach();
      const connector = secrets
        ? openConnector(ports, account().connectorId, account().config, secrets, account().me, {
            keepSecrets: ports.keepSecrets,
            clockSkew: (ms) => engine?.clockSkew(ms),
            kept: { block: kept.block, keep: (block) => keep({ block }) },
          })
        : null;
      opened = connector?.ok ? connector.value : null;
      detached = new AbortController();
      if (running) await start();
    },
    async attach(connected) {
      await detach();
      detached = new AbortController();
      store = connected;
      await start();
    },
    async detach() {
      store = null;
      await detach();
    },
    attachment: (ticketRemoteId, remoteId) =>
      fetchAttachment(ticketRemoteId, remoteId, 'agent', AbortSignal.timeout(120_000)),
    async keepOriginal(file) {
      const here = await attachments.get(id, file.remoteId);
      return here && asOutgoing(file, here.bytes);
    },
    async close() {
      store = null;
      await detach();
      await Promise.all([journal.close(), marks.close(), inlineImages.close()]);
      // What the journal told at last is written, too.
      await ownEvents.close();
    },
  };
}
