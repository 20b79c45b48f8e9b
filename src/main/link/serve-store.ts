import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { type AccountId, accountOf } from '#shared/domain/ids.ts';
import type { Feedback } from '#shared/feedback/feedback.ts';
import type { Implementation } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import type { News, StoreProblem } from '#shared/link/values.ts';
import type { OwnMacro } from '#shared/macros/macro.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { AccountRuntime } from '../accounts/account-runtime.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { addressesOf } from '../attachments/addresses-of.ts';
import type { OutgoingFiles } from '../attachments/outgoing-files.ts';
import { remoteImage } from '../attachments/remote-image.ts';
import type { Telephony } from '../calls/telephony.ts';
import type { Clock } from '../clock.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import { discardedIn } from '../journal/discarded.ts';
import type { JournalRecord } from '../journal/record.ts';
import type { CommandRunsFile } from '../mine/command-runs.ts';
import type { OwnListFile } from '../mine/own-list-file.ts';
import type { UsesFile } from '../mine/uses-file.ts';
import type { ViewsFile } from '../mine/views-file.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import type { Shell } from '../shell/port.ts';
import { serveCalls } from './serve-calls.ts';

export type ServePorts = {
  readonly accounts: Accounts;
  readonly settings: SettingsFile;
  readonly views: ViewsFile;
  readonly macros: OwnListFile<OwnMacro>;
  readonly cannedResponses: OwnListFile<CannedResponse>;
  readonly feedback: OwnListFile<Feedback>;
  readonly uses: UsesFile;
  readonly commandRuns: CommandRunsFile;
  readonly telephony: Telephony;
  readonly files: OutgoingFiles;
  readonly secrets: SecretStore;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly version: string;
  /** True when this link's store holds the lease; everything but `hello` is refused without it. */
  readonly takeLease: (takeOver: boolean) => Promise<boolean>;
  readonly holdsLease: () => boolean;
  /** Called after the store has had the answer to `hello`. */
  readonly greeted: () => void;
  /** Now, later or never, as the agent wants it. */
  readonly notify: (notification: News) => void;
  /** Commands of calls whose global key another program has. */
  readonly takenKeys: () => readonly string[];
  readonly settingsChanged: () => void;
  readonly journalFailed: (error: unknown) => void;
  readonly forget: (id: AccountId) => Promise<void>;
};

const NO_ACCOUNT: Failure = { code: 'notFound', detail: 'account' };

/** What main does for the store worker: every call of the link's main side. */
export function serveStore(ports: ServePorts): Implementation<MainContract> {
  const { accounts, settings, shell, clock, telephony } = ports;

  const runtimeOf = (id: AccountId): AccountRuntime | null => (ports.holdsLease() ? accounts.runtime(id) : null);

  const journalled = async (id: AccountId, records: readonly JournalRecord[]): Promise<Result<null, StoreProblem>> => {
    const runtime = runtimeOf(id);
    if (!runtime) return err('closed');
    return written(() => runtime.journal.append(records), ports.journalFailed);
  };

  return {
    async hello({ takeOver }) {
      if (!(await ports.takeLease(takeOver))) return { lease: 'taken' };
      ports.greeted();
      return {
        lease: 'granted',
        settings: settings.now(),
        views: ports.views.now(),
        host: shell.host,
        version: ports.version,
        secrets: ports.secrets.kept,
      };
    },

    async journalPut(entry) {
      const kept = await journalled(entry.accountId, [{ type: 'put', entry }]);
      runtimeOf(entry.accountId)?.engine()?.outboxChanged();
      return kept;
    },
    async journalPutAll({ accountId, entries }) {
      if (entries.some((entry) => entry.accountId !== accountId)) return err('closed');
      const kept = await journalled(
        accountId,
        entries.map((entry) => ({ type: 'put', entry })),
      );
      runtimeOf(accountId)?.engine()?.outboxChanged();
      return kept;
    },
    async journalDiscardAll({ accountId, entryIds }) {
      const runtime = runtimeOf(accountId);
      if (!runtime) return [];
      const { entries, settled } = runtime.journal.folded;
      const at = clock.now();
      // Of one whose answer was lost the agent has to say so by itself: it may have arrived.
      const canGo = (id: string): boolean => !['sending', 'unknown', undefined].includes(entries.get(id)?.state.name);
      await journalled(
        accountId,
        entryIds.filter(canGo).map((id) => ({ type: 'discard', id, at, lostAnswer: false })),
      );
      runtime.engine()?.outboxChanged();
      return entryIds.filter((id) => settled.get(id)?.how === 'discarded');
    },
    async batchCounts({ accountId, batchId }) {
      const settled = [...(runtimeOf(accountId)?.journal.folded.settled.values() ?? [])];
      const its = settled.filter(({ entry }) => entry.batchId === batchId);
      const delivered = its.filter(({ how }) => how === 'confirmed').length;
      return { delivered, takenBack: its.length - delivered };
    },
    async journalDiscard({ accountId, entryId, lostAnswer, wordsKept }) {
      const runtime = runtimeOf(accountId);
      const entry = runtime?.journal.folded.entries.get(entryId);
      // Asked again by a window that has not shown it yet.
      if (runtime?.journal.folded.settled.get(entryId)?.how === 'discarded') return true;
      // Once an attempt is on disk the words may be on their way.
      if (!runtime || !entry || entry.state.name === 'sending') return false;
      const discarded = await journalled(accountId, [
        { type: 'discard', id: entryId, at: clock.now(), lostAnswer, wordsKept },
      ]);
      runtime.engine()?.outboxChanged();
      // An attempt may have come to the disk before it, or that the words have arrived: then it counts for nothing.
      const how = runtime.journal.folded.settled.get(entryId)?.how;
      return discarded.ok && (how === 'discarded' || how === 'moved');
    },
    async journalReplace({ entryId, lostAnswer, entry }) {
      const runtime = runtimeOf(entry.accountId);
      const state = runtime?.journal.folded.entries.get(entryId)?.state.name;
      if (!runtime || state === undefined || state === 'sending') return false;
      const at = clock.now();
      const replaced = await journalled(entry.accountId, [{ type: 'replace', id: entryId, at, lostAnswer, entry }]);
      // An attempt may have come to the disk before it: then neither counts.
      const stands = replaced.ok && runtime.journal.folded.entries.has(entry.id);
      runtime.engine()?.outboxChanged();
      return stands;
    },
    async journalRetry({ accountId, entryId, anyway }) {
      const runtime = runtimeOf(accountId);
      const state = runtime?.journal.folded.entries.get(entryId)?.state.name;
      if (!runtime || state === undefined || state === 'sending') return false;
      const queued = await journalled(accountId, [{ type: 'retry', id: entryId, anyway, at: clock.now() }]);
      runtime.engine()?.outboxChanged();
      return queued.ok && runtime.journal.folded.entries.get(entryId)?.state.name === 'queued';
    },

    draftPut: (draft) => journalled(draft.accountId, [{ type: 'draft', draft }]),
    draftDiscard: ({ accountId, ticketId, kind, wordsKept }) =>
      journalled(accountId, [{ type: 'draft-discard', ticketId, kind, at: clock.now(), wordsKept }]),
    async discarded(accountId) {
      const runtime = runtimeOf(accountId);
      return runtime ? [...discardedIn(runtime.journal.folded, clock.now())] : [];
    },
    recovered: async ({ accountId, id }) => (await journalled(accountId, [{ type: 'recover', id }])).ok,
    async putFile(part) {
      if (!runtimeOf(part.accountId)) return err('closed');
      return written(() => ports.files.put(part));
    },
    outgoingFile: async (sha256) => (ports.holdsLease() ? ports.files.read(sha256) : null),
    keepOriginal: async ({ accountId, file }) => (await runtimeOf(accountId)?.keepOriginal(file)) ?? null,
    async putMarks(marks) {
      const ids = new Set(marks.map(({ ticketId }) => accountOf(ticketId)));
      await Promise.all(
        [...ids].map(async (id) =>
          runtimeOf(id)?.marks.put(marks.filter(({ ticketId }) => accountOf(ticketId) === id)),
        ),
      );
    },

    async focusTicket({ accountId, ticketRemoteId }) {
      const engine = runtimeOf(accountId)?.engine();
      return engine ? engine.focus(ticketRemoteId) : err(NO_ACCOUNT);
    },
    async fetchMacroFiles({ accountId, ...macro }) {
      const engine = runtimeOf(accountId)?.engine();
      return engine ? engine.macroFiles(macro) : err(NO_ACCOUNT);
    },
    async mergeTickets({ accountId, ...request }) {
      const engine = runtimeOf(accountId)?.engine();
      return engine ? engine.merge(request) : err(NO_ACCOUNT);
    },
    async attachment({ accountId, ticketRemoteId, attachmentRemoteId }) {
      const runtime = runtimeOf(accountId);
      return runtime ? runtime.attachment(ticketRemoteId, attachmentRemoteId) : err(NO_ACCOUNT);
    },
    remoteImage: (url) => remoteImage(shell.fetch, addressesOf, url),
    openExternal: (url) => shell.openExternal(url),
    async notify(notification) {
      ports.notify(notification);
    },
    async setBadge(count) {
      shell.setBadge(count);
    },

    connectors: async () => [...accounts.forms()],
    testAccount: (draft) => accounts.test(draft),
    saveAccount: (draft) => accounts.save(draft),
    removeAccount: (id) => ports.forget(id),
    async syncNow(id) {
      runtimeOf(id)?.engine()?.syncNow();
    },
    async saveSettings(change) {
      const changed = await settings.change(change);
      shell.showKeys(changed.keys);
      void telephony.webhook.follow(changed.calls.webhook);
      ports.settingsChanged();
      return changed;
    },
    changeViews: (change) => ports.views.change(change),
    ownMacros: ({ from }) => ports.macros.page(from),
    cannedResponses: ({ from }) => ports.cannedResponses.page(from),
    changeMacros: async (change) => ports.holdsLease() && ports.macros.change(change),
    changeCanned: async (change) => ports.holdsLease() && ports.cannedResponses.change(change),
    feedback: ({ from }) => ports.feedback.page(from),
    changeFeedback: async (change) => ports.holdsLease() && ports.feedback.change(change),
    uses: async () => [...ports.uses.all()],
    recordUse: async (use) => ports.holdsLease() && isDone(ports.uses.add(use)),
    commandRuns: async () => [...ports.commandRuns.all()],
    recordRuns: async (runs) => ports.holdsLease() && isDone(ports.commandRuns.add(runs)),
    async recordOwn(events) {
      const ids = new Set(events.map(accountOfEvent));
      const runtimes = [...ids].map((id) => [id, id === null ? null : runtimeOf(id)] as const);
      for (const [id, runtime] of runtimes)
        runtime?.ownEvents.record(events.filter((event) => accountOfEvent(event) === id));
      return ports.holdsLease();
    },
    async ownPage({ accountId, after }) {
      const page = await runtimeOf(accountId)?.ownEvents.page(after);
      return page ?? { events: [], place: after ?? { day: '', lines: 0 }, more: false };
    },
    surveyPage: async ({ accountId, from }) =>
      (await runtimeOf(accountId)?.surveys.page(from)) ?? { answers: [], next: null },
    addSurvey: async ({ accountId, answers }) => (await runtimeOf(accountId)?.surveys.add(answers)) ?? null,
    removeSurvey: async ({ accountId, question }) => (await runtimeOf(accountId)?.surveys.remove(question)) ?? false,
    ...serveCalls(telephony, ports),
  };
}

async function written(
  write: () => Promise<void>,
  failed: (error: unknown) => void = () => undefined,
): Promise<Result<null, StoreProblem>> {
  try {
    await write();
    return ok(null);
  } catch (error) {
    failed(error);
    return err(isFull(error) ? 'full' : 'cannot-open');
  }
}

/** Null for what was done to no ticket, of which no account keeps anything. */
const accountOfEvent = (event: OwnEvent): AccountId | null => ('ticketId' in event ? accountOf(event.ticketId) : null);

const isDone = (write: Promise<void>): Promise<boolean> =>
  write.then(
    () => true,
    () => false,
  );

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
