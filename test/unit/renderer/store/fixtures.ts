import { createStore } from '#renderer/store/create-store.ts';
import type { DeskEvent } from '#renderer/store/desk-api.ts';
import type { MetricsQuery } from '#renderer/store/desk-metrics.ts';
import { guardStorage } from '#renderer/store/guarded-storage.ts';
import type { TableName } from '#renderer/store/storage.ts';
import type { StoreEnv } from '#renderer/store/store-context.ts';
import type { Account, Health } from '#shared/domain/account.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Message } from '#shared/domain/conversation.ts';
import type { Person } from '#shared/domain/desk.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { connectLink } from '#shared/link/connect-link.ts';
import type { Implementation } from '#shared/link/define.ts';
import { type MainContract, mainContract } from '#shared/link/main-contract.ts';
import { messagePortLink } from '#shared/link/message-port-link.ts';
import { storeContract } from '#shared/link/store-contract.ts';
import { type Batch, type StoreProblem } from '#shared/link/values.ts';
import type { Discarded } from '#shared/outbox/discarded.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { ok } from '#shared/result.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { noOwnViews } from '#shared/views/own-view.ts';
import { inProcessReport } from '../../../support/in-process-report.ts';
import { type Disk, memoryStorage } from '../../../support/memory-storage.ts';

export const NOW = Date.UTC(2026, 10, 23, 12);
export const MINUTE = 60_000;

/** The agent's own figures of the day of `NOW`. */
export const OWN_DAY: MetricsQuery = {
  range: { from: Date.UTC(2026, 10, 23), until: Date.UTC(2026, 10, 24) },
  kind: 'day',
  zone: 'UTC',
  weekStart: 0,
  mine: true,
  hours: 'all',
  filter: {},
};

export const account: Account = {
  id: 'desk-1',
  connectorId: 'practice',
  label: 'Desk',
  config: {},
  me: { remoteId: 'me', name: 'Mia Me', email: 'me@example.com', administrator: false, groupIds: ['g1'] },
  practice: true,
};

/** A helpdesk that answers and has nothing new. */
export const healthy = (over: Partial<Health> = {}): Health => ({
  accountId: account.id,
  phase: 'idle',
  online: true,
  problem: null,
  retryAt: null,
  lastSyncAt: NOW,
  progress: null,
  complete: [],
  clockSkewMs: 0,
  abilities: null,
  ...over,
});

export const ticket = (over: Partial<Ticket> & { readonly remoteId: string }): Ticket => ({
  number: over.remoteId,
  subject: `Subject ${over.remoteId}`,
  preview: '',
  status: 'open',
  statusName: 'open',
  priority: null,
  type: null,
  channel: 'email',
  requesterId: 'r1',
  assigneeId: null,
  groupId: null,
  organizationId: null,
  tags: [],
  fields: {},
  createdAt: NOW - 60 * MINUTE,
  updatedAt: NOW - 10 * MINUTE,
  solvedAt: null,
  sla: [],
  links: [],
  followerIds: [],
  version: 'v1',
  url: null,
  ...over,
});

export const message = (
  over: Partial<Message> & { readonly remoteId: string; readonly ticketRemoteId: string },
): Message => ({
  kind: 'reply',
  authorId: 'r1',
  authorName: 'Rita Requester',
  authorRole: 'requester',
  body: { format: 'text', content: `Text ${over.remoteId}` },
  attachments: [],
  channel: 'email',
  createdAt: NOW - 5 * MINUTE,
  clientId: null,
  ...over,
});

export const person = (remoteId: string, name: string, over: Partial<Person> = {}): Person => ({
  remoteId,
  name,
  email: `${remoteId}@example.com`,
  phone: null,
  role: 'requester',
  organizationId: null,
  locale: null,
  timeZone: null,
  active: true,
  groupIds: [],
  notes: null,
  ...over,
});

export const batch = (rows: Partial<Rows>, over: Partial<Batch> = {}): Batch => ({
  accountId: account.id,
  stream: 'tickets',
  cursor: 'c1',
  complete: false,
  rows: { ...noRows(), ...rows },
  ...over,
});

export type Held = Map<TableName, Map<string, unknown>>;

/** A main that keeps a journal in memory and notes what it is asked; `does` is what it does besides. */
export function createFakeMain(does: Partial<Implementation<MainContract>> = {}) {
  const entries = new Map<string, OutboxEntry>();
  const calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  const note =
    <Value>(name: string, answer: Value) =>
    async (...args: readonly unknown[]): Promise<Value> => {
      calls.push({ name, args });
      return answer;
    };
  const failure = { ok: false, error: { code: 'notFound', detail: '' } } as const;
  const implementation: Implementation<MainContract> = {
    hello: async (args) => {
      calls.push({ name: 'hello', args: [args] });
      if (main.taken && !args.takeOver) return { lease: 'taken' };
      return {
        lease: 'granted',
        settings: defaultSettings(),
        views: noOwnViews,
        host: 'browser',
        version: '0',
        secrets: 'session',
      };
    },
    journalPut: async (entry) => {
      entries.set(entry.id, entry);
      return main.journalAnswer;
    },
    journalPutAll: async (all) => {
      calls.push({ name: 'journalPutAll', args: [all] });
      if (main.journalAnswer.ok) for (const entry of all.entries) entries.set(entry.id, entry);
      return main.journalAnswer;
    },
    journalDiscardAll: async ({ entryIds }) => entryIds.filter((id) => !main.left.has(id) && entries.delete(id)),
    batchCounts: note('batchCounts', { delivered: 0, takenBack: 0 }),
    journalDiscard: async ({ entryId }) => entries.delete(entryId),
    journalReplace: async ({ entryId, entry }) => {
      if (!entries.delete(entryId)) return false;
      entries.set(entry.id, entry);
      return true;
    },
    journalRetry: note('journalRetry', true),
    draftPut: note('draftPut', ok(null)),
    draftDiscard: note('draftDiscard', ok(null)),
    discarded: async () => [...main.discarded],
    mergeTickets: note('mergeTickets', ok(null)),
    fetchMacroFiles: note('fetchMacroFiles', ok(null)),
    recovered: note('recovered', true),
    putFile: note('putFile', ok(null)),
    outgoingFile: note('outgoingFile', null),
    keepOriginal: note('keepOriginal', null),
    putMarks: note('putMarks', null),
    focusTicket: note('focusTicket', ok(null)),
    attachment: note('attachment', failure),
    remoteImage: note('remoteImage', failure),
    openExternal: note('openExternal', true),
    notify: note('notify', null),
    setBadge: note('setBadge', null),
    connectors: note('connectors', []),
    testAccount: note('testAccount', failure),
    saveAccount: note('saveAccount', failure),
    removeAccount: note('removeAccount', null),
    syncNow: note('syncNow', null),
    commandRuns: async () => [],
    recordRuns: async () => true,
    recordOwn: async () => true,
    surveyPage: async () => ({ answers: [], next: null }),
    addSurvey: note('addSurvey', 0),
    removeSurvey: note('removeSurvey', true),
    ownPage: async () => ({ events: [], place: { day: '', lines: 0 }, more: false }),
    saveSettings: note('saveSettings', defaultSettings()),
    changeViews: note('changeViews', noOwnViews),
    ownMacros: async () => ({ entries: [], unreadable: [], next: null }),
    cannedResponses: async () => ({ entries: [], unreadable: [], next: null }),
    changeMacros: note('changeMacros', true),
    changeCanned: note('changeCanned', true),
    feedback: async () => ({ entries: [], unreadable: [], next: null }),
    changeFeedback: note('changeFeedback', true),
    uses: async () => [],
    recordUse: note('recordUse', true),
    changeCall: note('changeCall', true),
    placeCall: note('placeCall', null),
    callPage: async () => [],
    telephone: note('telephone', { address: null, problem: 'off', hasToken: false, takenKeys: [] }),
    newTelephoneToken: note('newTelephoneToken', null),
    ...does,
  };
  const main = {
    taken: false,
    journalAnswer: ok(null) as Awaited<ReturnType<Implementation<MainContract>['journalPut']>>,
    /** What the journal still has of what was thrown away. */
    discarded: [] as readonly Discarded[],
    /** Entries that have left: too late to take back. */
    left: new Set<string>(),
    entries,
    calls,
    implementation,
    called: (name: string) => calls.filter((call) => call.name === name).map((call) => call.args[0]),
  };
  return main;
}
export type FakeMain = ReturnType<typeof createFakeMain>;

/** A store on memory storage with a main at the other end of a real link. `held` is the disk. */
export async function startStore(
  options: {
    readonly held?: Held;
    readonly disk?: Disk;
    readonly main?: FakeMain;
    readonly open?: boolean;
    readonly onEvent?: (event: DeskEvent) => void;
    readonly startReport?: StoreEnv['startReport'];
  } = {},
) {
  const held: Held = options.held ?? new Map();
  const main = options.main ?? createFakeMain();
  const events: DeskEvent[] = [];
  const clock = { now: NOW };
  let ids = 0;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const after = (ms: number, run: () => void) => {
    // Only what a frame waits for happens by itself; the rest would outlive the test.
    if (ms > 1_000) return () => {};
    const timer = setTimeout(run, 0);
    timers.add(timer);
    return () => clearTimeout(timer);
  };
  const problems: (StoreProblem | null)[] = [];
  const store = createStore(
    {
      openStorage: (_account, onProblem) =>
        guardStorage(async () => ok(memoryStorage(held, options.disk)), {
          watchdogMs: 500,
          healAfterMs: [1, 1, 1],
          againAfterMs: 1_000,
          now: () => clock.now,
          after,
          onProblem: (problem) => {
            problems.push(problem);
            onProblem(problem);
          },
        }),
      deleteStorage: async () => held.clear(),
      now: () => clock.now,
      after,
      newId: () => `01HOLDFAST${String(++ids).padStart(16, '0')}`,
      pause: async () => {},
      untilQuiet: async () => {},
      startReport: options.startReport ?? (() => inProcessReport(() => clock.now)),
    },
    'store-1',
    (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
  );
  const connect = async () => {
    const { port1, port2 } = new MessageChannel();
    const opened = connectLink({
      port: messagePortLink(port1),
      serves: mainContract,
      implementation: main.implementation,
      calls: storeContract,
    });
    await store.connect(messagePortLink(port2));
    return opened;
  };
  let link = await connect();
  const openAccount = (journal: Partial<Parameters<typeof link.remote.openAccount>[0]> = {}) =>
    link.remote.openAccount({
      account,
      entries: [...main.entries.values()],
      settledIds: [],
      delivered: [],
      drafts: [],
      marks: [],
      ...journal,
    });
  if (options.open !== false) await openAccount();
  return {
    desk: store.desk,
    store,
    remote: link.remote,
    main,
    events,
    held,
    clock,
    problems,
    openAccount,
    async reconnect() {
      link = await connect();
    },
    stop() {
      link.close();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
