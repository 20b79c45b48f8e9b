import type { Account, Health } from '#shared/domain/account.ts';
import { accountOf, ticketIdOf } from '#shared/domain/ids.ts';
import { foremostTarget } from '#shared/domain/sla.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { Feedback } from '#shared/feedback/feedback.ts';
import { CELLS } from '#shared/metrics/heat-map.ts';
import { changedList, noOwnList } from '#shared/mine/own-list.ts';
import { noMark, type TicketMark } from '#shared/mine/ticket-mark.ts';
import { changesAnything } from '#shared/outbox/changes-anything.ts';
import type { Discarded } from '#shared/outbox/discarded.ts';
import { type Draft, draftKey, type OutboxEntry } from '#shared/outbox/entry.ts';
import { handedOver, takesFrom } from '#shared/outbox/handed-over.ts';
import { isDone, overlay, ticketFromCreate } from '#shared/outbox/overlay.ts';
import { err, ok } from '#shared/result.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import { noOwnViews } from '#shared/views/own-view.ts';
import { parseQuery } from '#shared/views/parse-query.ts';
import { printQuery, USUAL_SORT } from '#shared/views/print-query.ts';
import type { Accepted } from '../../src/renderer/src/store/desk-actions.ts';
import type { Desk, DeskEvent } from '../../src/renderer/src/store/desk-api.ts';
import type { DeskMetrics } from '../../src/renderer/src/store/desk-metrics.ts';
import type { TicketDetail } from '../../src/renderer/src/store/desk-tickets.ts';
import type { RowsRequest, TicketHeader, ViewSummary } from '../../src/renderer/src/store/desk-views.ts';
import { createSampleCalls, type SampleCalls } from './sample-calls.ts';
import {
  ME_ID,
  SAMPLE_ACCOUNT_ID,
  sampleAccount,
  sampleAgents,
  sampleArticles,
  sampleFields,
  sampleGroups,
  sampleMacros,
  sampleRequesters,
} from './sample-desk-data.ts';
import { sampleTemplateData } from './sample-template-data.ts';
import { conversationOf, sampleTicket } from './sample-tickets.ts';

export type SampleDeskOptions = {
  readonly tickets?: number;
  /** UTC ms that the data's ages count from. */
  readonly now?: number;
  readonly settings?: Partial<Settings>;
  readonly accounts?: readonly Account[];
  readonly health?: Partial<Health>;
  readonly undoMs?: number;
  /** What is answered about figures; nothing was measured otherwise. */
  readonly metrics?: Partial<DeskMetrics>;
};

/** A desk in memory with believable data, for component tests and for looking at the interface. */
export type SampleDesk = Desk &
  Pick<SampleCalls, 'ring'> & {
    emit(event: DeskEvent): void;
    /** A new ticket arrives from the helpdesk, as the newest; returns its id. */
    arrive(change?: Partial<Ticket>): string;
    /** The helpdesk changes a ticket. */
    change(id: string, change: Partial<Ticket>): void;
    setHealth(change: Partial<Health>): void;
    entries(): readonly OutboxEntry[];
    /** How often `rows` was asked, and for how many at most. */
    readonly asked: { rows: number; largest: number };
  };

export function createSampleDesk(options: SampleDeskOptions = {}): SampleDesk {
  const now = options.now ?? Date.now();
  const listeners = new Set<(event: DeskEvent) => void>();
  const tickets = new Map<string, Ticket>();
  const unread = new Set<string>();
  const drafts = new Map<string, Draft>();
  const files = new Map<string, Uint8Array>();
  let entries: readonly OutboxEntry[] = [];
  let feedback: readonly Feedback[] = [];
  let discarded: readonly Discarded[] = [];
  let settings: Settings = { ...defaultSettings(), ...options.settings };
  const accounts = options.accounts ?? [sampleAccount];
  let counter = 0;
  let health: Health = {
    accountId: SAMPLE_ACCOUNT_ID,
    phase: 'idle',
    online: true,
    problem: null,
    retryAt: null,
    lastSyncAt: now - 20_000,
    progress: null,
    complete: ['desk', 'tickets', 'articles', 'ratings'],
    clockSkewMs: 0,
    abilities: {
      merge: 'noted',
      links: ['problem'],
      followers: true,
      limits: { fileBytes: null, messageBytes: null },
      forward: 'yes',
    },
    ...options.health,
  };

  for (let index = 0; index < (accounts.length === 0 ? 0 : (options.tickets ?? 48)); index += 1) {
    const ticket = sampleTicket(index, now);
    const id = ticketIdOf(SAMPLE_ACCOUNT_ID, ticket.remoteId);
    tickets.set(id, ticket);
    if (index % 5 < 2 && index < 24) unread.add(id);
  }

  const nextUlid = (): string => `01J${String(++counter).padStart(23, '0')}`;
  const liveOf = (id: string): readonly OutboxEntry[] => entries.filter((entry) => entry.ticketId === id);
  const shown = (id: string, ticket: Ticket): Ticket => overlay(ticket, liveOf(id));
  const nameOf = (id: string | null): string =>
    [...sampleAgents, ...sampleRequesters].find((person) => person.remoteId === id)?.name ?? '';

  const marks = new Map<string, TicketMark>();
  const markOf = (id: string): TicketMark => marks.get(id) ?? noMark(id);
  const isAsleep = (id: string): boolean => {
    const snooze = marks.get(id)?.snooze ?? null;
    return snooze !== null && (snooze.until === null || snooze.until > Date.now());
  };

  function header(id: string, ticket: Ticket): TicketHeader {
    const now = shown(id, ticket);
    const pending = liveOf(id).at(-1)?.state.name ?? null;
    const target = foremostTarget(now.sla);
    return {
      id,
      accountId: SAMPLE_ACCOUNT_ID,
      number: now.number,
      subject: now.subject,
      preview: now.preview,
      status: now.status,
      priority: now.priority,
      channel: now.channel,
      requesterName: nameOf(now.requesterId),
      assigneeName: nameOf(now.assigneeId),
      updatedAt: now.updatedAt,
      waitingSince: now.status === 'open' || now.status === 'new' ? now.updatedAt : null,
      slaMetric: target?.metric ?? null,
      slaAt: target?.breachAt ?? null,
      unread: unread.has(id),
      pending: pending === 'confirmed' ? null : pending,
      hasDraft:
        drafts.has(draftKey({ ticketId: id, kind: 'reply' })) || drafts.has(draftKey({ ticketId: id, kind: 'note' })),
      starred: marks.get(id)?.starred ?? false,
      snoozed: isAsleep(id) ? { until: marks.get(id)?.snooze?.until ?? null } : null,
      woken: marks.get(id)?.snooze != null && !isAsleep(id),
      skipped: marks.get(id)?.skip?.reason ?? null,
      cells: [],
    };
  }

  const matches: Readonly<Record<string, (ticket: Ticket, id: string) => boolean>> = {
    'own:inbox': (ticket) => !isDone(ticket.status) && (ticket.assigneeId === ME_ID || ticket.assigneeId === null),
    'own:mine': (ticket) => !isDone(ticket.status) && ticket.assigneeId === ME_ID,
    'own:unassigned': (ticket) => !isDone(ticket.status) && ticket.assigneeId === null,
    'own:unread': (_, id) => unread.has(id),
    'own:starred': (_, id) => marks.get(id)?.starred ?? false,
    'own:snoozed': (_, id) => isAsleep(id),
    'own:pending': (ticket) => ticket.status === 'pending' || ticket.status === 'on-hold',
    'own:solved': (ticket) => isDone(ticket.status),
    'own:recent': () => true,
    'sample:urgent': (ticket) => ticket.priority === 'urgent',
    'sample:returns': (ticket) => ticket.tags.includes('returns'),
  };

  function idsIn({ viewId, sort }: Pick<RowsRequest, 'viewId' | 'sort'>): readonly string[] {
    const match = matches[viewId] ?? (() => false);
    const rank: Readonly<Record<string, number>> = { urgent: 4, high: 3, normal: 2, low: 1 };
    const value = (ticket: Ticket): number =>
      sort?.by === 'created'
        ? ticket.createdAt
        : sort?.by === 'priority'
          ? (rank[ticket.priority ?? ''] ?? 0) * 1e14 + ticket.updatedAt
          : ticket.updatedAt;
    const isShown = (id: string): boolean => !isAsleep(id) || viewId === 'own:snoozed' || viewId === 'own:recent';
    const found = [...tickets].filter(([id, ticket]) => isShown(id) && match(shown(id, ticket), id));
    const direction = sort?.descending === false ? 1 : -1;
    return found.sort(([, one], [, other]) => direction * (value(one) - value(other))).map(([id]) => id);
  }
  let cached: { readonly key: string; readonly ids: readonly string[] } | null = null;
  const idsOf = (request: Pick<RowsRequest, 'viewId' | 'sort'>): readonly string[] => {
    const key = JSON.stringify([request.viewId, request.sort]);
    if (cached?.key !== key) cached = { key, ids: idsIn(request) };
    return cached.ids;
  };

  const emit = (event: DeskEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const changed = (ids: readonly string[]): void => {
    cached = null;
    emit({ type: 'changed', views: true, ticketIds: ids, outbox: true, articles: false, facts: false });
  };
  const healthEvent = (): DeskEvent => ({
    type: 'health',
    health,
    unreadable: 0,
    rows: { tickets: tickets.size, conversations: tickets.size, articles: sampleArticles.length },
  });
  const known = (id: string): Ticket | null => tickets.get(id) ?? null;
  const asked = { rows: 0, largest: 0 };
  const articleSummaries = () =>
    sampleArticles.map(({ remoteId, title, path, draft, internal, updatedAt }) => ({
      accountId: SAMPLE_ACCOUNT_ID,
      remoteId,
      title,
      path,
      draft,
      internal,
      updatedAt,
    }));
  const view = (id: string, title: ViewSummary['title'], source: ViewSummary['source'] = 'own'): ViewSummary => {
    const ids = idsIn({ viewId: id, sort: null });
    return {
      id,
      title,
      source,
      accountId: source === 'helpdesk' ? SAMPLE_ACCOUNT_ID : null,
      hidden: false,
      columns: [],
      count: ids.length,
      unread: ids.filter((other) => unread.has(other)).length,
      complete: health.complete.includes('tickets'),
    };
  };

  type Request = Parameters<Desk['enqueue']>[0] & { readonly batchId?: string };
  function accept({ accountId, ticketId, action, batchId, draft }: Request): Accepted {
    const entryId = nextUlid();
    const id = ticketId ?? `${accountId}:new-${entryId}`;
    const at = Date.now();
    const entry: OutboxEntry = {
      id: entryId,
      accountId,
      ticketId: id,
      ticketRemoteId: known(id)?.remoteId ?? null,
      action,
      base: { version: known(id)?.version ?? null, lastMessageRemoteId: null, lastMessageAt: null, values: {} },
      createdAt: at,
      notBefore: at + (options.undoMs ?? settings.undoSeconds * 1000),
      state: { name: 'queued', retryAt: null },
      attempts: 0,
      lastAttemptAt: null,
      sendAnyway: false,
      ...(batchId === undefined ? {} : { batchId }),
      draft,
    };
    entries = [...entries, entry];
    const from = drafts.get(takesFrom(entry) ?? '');
    if (from) drafts.set(draftKey(from), handedOver(from, entry));
    const made = ticketFromCreate(entry);
    if (made) tickets.set(id, made);
    changed([id]);
    return { entryId, ticketId: id, notBefore: entry.notBefore };
  }

  return {
    ...createSampleCalls(emit),
    metrics: async ({ range }) => ({
      figures: [],
      before: range,
      coverage: { tickets: 0, whole: 0, since: null, reading: null },
    }),
    metricDetail: async () => ({
      histogram: [],
      heat: { counts: new Uint32Array(CELLS), sums: new Float64Array(CELLS) },
      by: { channel: [], group: [], tag: [], priority: [] },
      tickets: [],
      total: 0,
    }),
    ...options.metrics,
    emit,
    asked,
    entries: () => entries,
    arrive(change = {}) {
      const ticket = { ...sampleTicket(tickets.size, now), updatedAt: now + ++counter, assigneeId: null, ...change };
      const id = ticketIdOf(SAMPLE_ACCOUNT_ID, ticket.remoteId);
      tickets.set(id, { ...ticket, status: change.status ?? 'new' });
      unread.add(id);
      changed([id]);
      return id;
    },
    change(id, change) {
      const ticket = known(id);
      if (ticket) tickets.set(id, { ...ticket, version: `${ticket.version}+`, ...change });
      changed([id]);
    },
    setHealth(change) {
      health = { ...health, ...change };
      emit(healthEvent());
      if (change.abilities !== undefined)
        emit({ type: 'changed', views: false, ticketIds: [], outbox: false, articles: false, facts: true });
    },
    onEvent(listener) {
      listeners.add(listener);
      queueMicrotask(() => {
        if (!listeners.has(listener)) return;
        listener({ type: 'settings', settings });
        listener({ type: 'link', state: 'connected', host: 'browser', secrets: 'session' });
        listener({ type: 'accounts', accounts });
        if (accounts.length > 0) listener(healthEvent());
      });
      return () => listeners.delete(listener);
    },
    views: async () =>
      accounts.length === 0
        ? []
        : [
            view('own:inbox', { key: 'inbox.view.inbox' }),
            view('own:mine', { key: 'inbox.view.mine' }),
            view('own:unassigned', { key: 'inbox.view.unassigned' }),
            view('own:unread', { key: 'inbox.view.unread' }),
            view('own:pending', { key: 'inbox.view.pending' }),
            view('own:starred', { key: 'inbox.view.starred' }),
            view('own:snoozed', { key: 'inbox.view.snoozed' }),
            view('own:recent', { key: 'inbox.view.recent' }),
            view('own:solved', { key: 'inbox.view.solved' }),
            view('sample:urgent', { text: 'Urgent, all groups' }, 'helpdesk'),
            view('sample:returns', { text: 'Returns this week' }, 'helpdesk'),
            { ...view('sample:sla', { text: 'SLA breached' }, 'helpdesk'), count: null, unread: 0 },
          ],
    async rows(request) {
      asked.rows += 1;
      asked.largest = Math.max(asked.largest, request.limit);
      const ids = idsOf(request);
      const rows = ids.slice(request.offset, request.offset + request.limit).flatMap((id) => {
        const ticket = known(id);
        return ticket ? [header(id, ticket)] : [];
      });
      return { total: ids.length, offset: request.offset, rows, groups: null, opened: true };
    },
    idsOf: async (request) => idsOf(request),
    standing: async () => ({ waitingForMe: 3, nextSla: null, solved: 2 }),
    countOutside: async ({ viewId, ids }) => {
      const listed = new Set(idsOf({ viewId, sort: null }));
      return ids.filter((id) => !listed.has(id)).length;
    },
    headers: async (ids) => ids.flatMap((id) => (known(id) ? [header(id, known(id) as Ticket)] : [])),
    selected: async (ids) =>
      ids.flatMap((id) => {
        const ticket = known(id);
        const { starred, snooze } = markOf(id);
        const more = { starred, snoozed: snooze !== null, unread: unread.has(id), whole: true };
        return ticket ? [{ ...shown(id, ticket), ...more, id, accountId: SAMPLE_ACCOUNT_ID }] : [];
      }),
    locate: async (request) => idsOf(request).indexOf(request.ticketId),
    async ticket(id): Promise<TicketDetail | null> {
      const row = known(id);
      if (!row) return null;
      const ticket = shown(id, row);
      const others = [...tickets].filter(
        ([other, { requesterId }]) => other !== id && requesterId === ticket.requesterId,
      );
      return {
        id,
        accountId: SAMPLE_ACCOUNT_ID,
        ticket,
        delivered: ticket.number !== '',
        requester: sampleRequesters.find(({ remoteId }) => remoteId === ticket.requesterId) ?? null,
        assignee: sampleAgents.find(({ remoteId }) => remoteId === ticket.assigneeId) ?? null,
        group: sampleGroups.find(({ remoteId }) => remoteId === ticket.groupId) ?? null,
        organization: null,
        followers: ticket.followerIds.map((remoteId) => ({
          remoteId,
          name: sampleAgents.find((agent) => agent.remoteId === remoteId)?.name ?? remoteId,
        })),
        ratings: [],
        pending: liveOf(id),
        waitingSince: header(id, ticket).waitingSince,
        starred: header(id, ticket).starred,
        snoozed: header(id, ticket).snoozed,
        related: ticket.links.map((link) => {
          const row = tickets.get(`${SAMPLE_ACCOUNT_ID}:${link.remoteId}`);
          return { ...link, from: 'here', ticket: row ? header(`${SAMPLE_ACCOUNT_ID}:${link.remoteId}`, row) : null };
        }),
        otherTickets: others.slice(0, 10).map(([other, otherTicket]) => header(other, otherTicket)),
        gone: null,
        mergedInto: null,
      };
    },
    async conversation(id) {
      const ticket = known(id);
      return { synced: 'whole', items: ticket ? conversationOf(id, ticket, liveOf(id)) : [] };
    },
    templateData: async (wanted) =>
      wanted.map((id) => {
        const row = typeof id === 'string' ? known(id) : null;
        return row && typeof id === 'string' ? sampleTemplateData(shown(id, row)) : null;
      }),
    async customer(id) {
      const requesterId = known(id)?.requesterId ?? null;
      const theirs = [...tickets].filter(([, ticket]) => ticket.requesterId === requesterId);
      const newest = theirs.toSorted(([, a], [, b]) => b.updatedAt - a.updatedAt)[0];
      if (requesterId === null || !newest) return null;
      const [ticketId, { number, updatedAt, preview }] = newest;
      return {
        tickets: theirs.length,
        unsolved: theirs.filter(([, ticket]) => !isDone(ticket.status)).length,
        firstSeenAt: Math.min(...theirs.map(([, ticket]) => ticket.createdAt)),
        lastWords: { ticketId, number, at: updatedAt, text: preview },
      };
    },
    async targets({ ticketId, text }) {
      const rows = [...tickets].filter(
        ([id, { subject, number }]) => id !== ticketId && `#${number} ${subject}`.includes(text),
      );
      return rows.slice(0, 10).map(([id, ticket]) => header(id, ticket));
    },
    mergeTicket: async () => ok(null),
    refreshTicket: async () => ok(null),
    facts: async () => ({
      account: sampleAccount,
      abilities: health.abilities,
      groups: sampleGroups,
      agents: sampleAgents,
      fields: sampleFields,
      macros: sampleMacros,
      tags: ['returns', 'delivery', 'billing', 'warranty', 'boots', 'tents', 'stoves', 'account'],
    }),
    everyoneElse: async () => [],
    checkMessage: async () => [],
    async enqueue(request) {
      if (request.ticketId !== null && !known(request.ticketId)) return err('unknown-ticket');
      return ok(accept(request));
    },
    async enqueueAll(requests) {
      const batchId = nextUlid();
      const wanted = requests.filter(({ ticketId, action }) => {
        const ticket = known(ticketId);
        return ticket !== null && changesAnything(shown(ticketId, ticket), action.changes);
      });
      return {
        batchId,
        accepted: wanted.map((request) => accept({ ...request, batchId })),
        unchanged: requests.filter((request) => !wanted.includes(request)).map(({ ticketId }) => ticketId),
        refused: [],
      };
    },
    async discardEntries(entryIds) {
      const gone = entries.filter(({ id }) => entryIds.includes(id));
      entries = entries.filter(({ id }) => !entryIds.includes(id));
      changed(gone.map(({ ticketId }) => ticketId));
      return ok(gone.map(({ id }) => id));
    },
    async batchProgress(batchId) {
      const its = entries.filter((entry) => entry.batchId === batchId);
      return ok({ delivered: 0, takenBack: 0, waiting: its.length, stuck: [] });
    },
    async replaceEntry({ entryId, ticketId, action }) {
      if (!entries.some(({ id }) => id === entryId)) return err('too-late');
      if (!known(ticketId)) return err('unknown-ticket');
      entries = entries.filter(({ id }) => id !== entryId);
      return ok(accept({ accountId: accountOf(ticketId), ticketId, action }));
    },
    async discardEntry(entryId, { wordsKept = false } = {}) {
      const entry = entries.find(({ id }) => id === entryId);
      if (!entry) return err('too-late');
      const withIt = entry.action.kind === 'create' ? entry.ticketId : null;
      const goes = ({ id, ticketId }: OutboxEntry): boolean => id === entryId || ticketId === withIt;
      const at = Date.now();
      if (!wordsKept)
        discarded = [
          ...discarded,
          ...entries.filter(goes).map((one) => ({ what: 'entry', id: one.id, at, entry: one }) as const),
        ];
      entries = entries.filter((one) => !goes(one));
      if (withIt !== null) tickets.delete(withIt);
      changed([entry.ticketId]);
      return ok(null);
    },
    async retryEntry({ entryId }) {
      entries = entries.map((entry) =>
        entry.id === entryId ? { ...entry, state: { name: 'queued', retryAt: null } } : entry,
      );
      changed([]);
      return ok(null);
    },
    outbox: async () =>
      entries.map((entry) => ({
        entry,
        subject: known(entry.ticketId)?.subject ?? '',
        number: known(entry.ticketId)?.number ?? '',
        waitsFor: entries.find((other) => other.ticketId === entry.ticketId && other.id < entry.id)?.id ?? null,
        mergedInto: null,
      })),
    draft: async (request) => drafts.get(draftKey(request)) ?? null,
    draftProblem: async () => null,
    async saveDraft(draft) {
      drafts.set(draftKey(draft), draft);
      changed([draft.ticketId]);
      return ok(null);
    },
    async discardDraft(draft) {
      const key = draftKey(draft);
      const gone = drafts.get(key);
      const at = Date.now();
      if (gone && !draft.wordsKept) discarded = [...discarded, { what: 'draft', id: `${key} ${at}`, at, draft: gone }];
      drafts.delete(key);
      changed([draft.ticketId]);
    },
    async keepFile({ file }) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      files.set(sha256, bytes);
      return ok({ sha256, size: bytes.length });
    },
    keepOriginal: async () => null,
    outgoingFile: async (sha256) => files.get(sha256) ?? null,
    drafts: async () =>
      [...drafts.values()].map((draft) => ({
        draft,
        subject: known(draft.ticketId)?.subject ?? draft.fields.subject ?? '',
        number: known(draft.ticketId)?.number ?? '',
      })),
    async discarded() {
      return ok(
        discarded.toReversed().map((one) => {
          const ticket = known(one.what === 'draft' ? one.draft.ticketId : one.entry.ticketId);
          return { discarded: one, subject: ticket?.subject ?? '', number: ticket?.number ?? '' };
        }),
      );
    },
    async recovered({ id }) {
      discarded = discarded.filter((one) => one.id !== id);
      changed([]);
      return ok(null);
    },
    async markRead(id) {
      if (unread.delete(id)) changed([id]);
    },
    async changeMarks(changes) {
      const back = changes.map(({ ticketId, ...change }) => {
        const before = markOf(ticketId);
        const { snooze = before.snooze, skip = before.skip, starred = before.starred } = change;
        const at = Date.now();
        marks.set(ticketId, {
          ...before,
          starred,
          snooze: snooze && { at, seenAt: at, ...snooze },
          skip: skip && { at, ticketUpdatedAt: 0, ...skip },
        });
        if (change.unread === true) unread.add(ticketId);
        if (change.unread === false) unread.delete(ticketId);
        return { ticketId, snooze: before.snooze, skip: before.skip, starred: before.starred };
      });
      changed(changes.map(({ ticketId }) => ticketId));
      return back;
    },
    async search(text) {
      const wanted = text.trim().toLowerCase().replace(/^#/, '');
      const has = (...texts: readonly (string | null)[]): boolean =>
        wanted !== '' && texts.some((other) => other?.toLowerCase().includes(wanted));
      return {
        tickets: [...tickets]
          .filter(([, ticket]) => has(ticket.number, ticket.subject, ticket.preview, nameOf(ticket.requesterId)))
          .slice(0, 50)
          .map(([id, ticket]) => header(id, ticket)),
        people: sampleRequesters
          .filter(({ name, email }) => has(name, email))
          .map((person) => ({
            ...person,
            accountId: SAMPLE_ACCOUNT_ID,
            ticketCount: [...tickets.values()].filter(({ requesterId }) => requesterId === person.remoteId).length,
          })),
        articles: articleSummaries().filter(({ title }) => has(title)),
      };
    },
    people: async ({ text }) =>
      sampleRequesters.filter(({ name, email }) =>
        `${name} ${email ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()),
      ),
    callCountries: async () => ({ own: 'GB', all: ['GB', 'NO', 'SE', 'US'] }),
    findCaller: async () => ({ number: null, callers: [] }),
    articles: async () => articleSummaries(),
    article: async ({ remoteId }) => sampleArticles.find((article) => article.remoteId === remoteId) ?? null,
    attachment: async () => ok({ mimeType: 'text/plain', bytes: new TextEncoder().encode('sample') }),
    remoteImage: async () => err({ code: 'offline', cause: 'dns', detail: 'sample' }),
    openExternal: async () => true,
    connectors: async () => [
      {
        connectorId: 'practice',
        fields: [],
      },
      {
        connectorId: 'zendesk',
        fields: [{ name: 'address', kind: 'url', choices: [], required: true, when: null }],
      },
    ],
    testAccount: async () => ok(sampleAccount.me),
    saveAccount: async () => ok(sampleAccount),
    removalCost: async () => ({ unsent: entries.length, drafts: drafts.size, marks: 3 }),
    removeAccount: async () => ok(null),
    syncNow: async () => undefined,
    readQuery: async ({ text }) => {
      const { all, any, sort, problems } = parseQuery(text);
      const query = {
        all: all.map(({ condition }) => condition),
        any: any.map(({ condition }) => condition),
        sort: sort ?? USUAL_SORT,
      };
      return { query, problems, usable: problems.length === 0, count: tickets.size, completion: null };
    },
    writeQuery: async ({ query }) => printQuery(query),
    viewQuery: async () => null,
    ownViews: async () => noOwnViews,
    changeViews: async () => ok(noOwnViews),
    findMacros: async () => [],
    macrosById: async () => [],
    findCanned: async () => [],
    macro: async () => null,
    macroFiles: async () => ({ are: 'here', files: [] }),
    canned: async () => null,
    expandResponses: async ({ text }) => ok(text),
    ownMacros: async () => noOwnList,
    cannedResponses: async () => noOwnList,
    changeMacros: async () => ok(null),
    changeCanned: async () => ok(null),
    feedback: async () => ({ entries: feedback, unreadable: [] }),
    changeFeedback: async (change) => {
      feedback = changedList(feedback, change, ({ id }) => id);
      emit({ type: 'feedback' });
      return ok(null);
    },
    recordUse: async () => ok(null),
    async saveSettings(change) {
      settings = { ...settings, ...change };
      emit({ type: 'settings', settings });
      return ok(settings);
    },
    recordRuns: async () => ok(null),
    recordOwn: async () => ok(null),
    readSurvey: async () => err('no-link'),
    importSurvey: async () => err('no-link'),
    surveysKept: async () => ok({ nps: 0, effort: 0 }),
    removeSurveys: async () => ok(null),
    takeOver: async () => undefined,
  };
}
