import type { Abilities } from '#shared/domain/account.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { accountOf } from '#shared/domain/ids.ts';
import type { Client } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import { type Draft, draftKey, isLive } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { printQuery } from '#shared/views/print-query.ts';
import { createAcceptDrafts } from './accept-drafts.ts';
import { createAcceptEntries } from './accept-entries.ts';
import { createAcceptMany } from './accept-many.ts';
import type { AccountState } from './account-state.ts';
import { callerOfDraft, createCallLogAnswers } from './answer-call-log.ts';
import type { CallAnswers } from './answer-calls.ts';
import { answerCustomer } from './answer-customer.ts';
import { answerEveryoneElse } from './answer-everyone-else.ts';
import { answerTargets } from './answer-links.ts';
import { createMetricAnswers } from './answer-metrics.ts';
import { createOwnAnswers } from './answer-own.ts';
import { answerSearch, byNewest, peopleMatching } from './answer-search.ts';
import { answerHeaders, answerSelected } from './answer-selection.ts';
import { createSurveyAnswers } from './answer-surveys.ts';
import { answerTemplateData } from './answer-template-data.ts';
import { answerConversation, answerTicket } from './answer-ticket.ts';
import type { createViews } from './answer-views.ts';
import { createMarks } from './change-marks.ts';
import { createMessageCheck } from './check-message.ts';
import type { DeskApi } from './desk-api.ts';
import { deskNames } from './desk-names.ts';
import type { DeskFacts, OutboxItem } from './desk-tickets.ts';
import { discardedItems } from './discarded-items.ts';
import { hasWords } from './draft-words.ts';
import type { Journal } from './fold-journal.ts';
import { wordsOf } from './fold-text.ts';
import { createKeepFile } from './keep-file.ts';
import { shownQuery, statesOf } from './list-views.ts';
import { ofMain } from './of-main.ts';
import { outboxOf } from './outbox-items.ts';
import { recordOwn } from './record-own.ts';
import { removalCostOf } from './removal-cost.ts';
import { changed, type StoreContext, soonOpened, stateOf, whenOpened } from './store-context.ts';
import { tagsInUse } from './tags-in-use.ts';
import { titleOf } from './title-of.ts';
import type { Upkeep } from './upkeep.ts';

const PEOPLE = 30;

/** What the store does for the window. */
export function serveDesk(
  context: StoreContext,
  parts: {
    readonly upkeep: Upkeep;
    readonly views: ReturnType<typeof createViews>;
    readonly calls: CallAnswers;
    readonly takeOver: () => Promise<void>;
    /** Resolves with main once there is a link. */
    readonly whenMain: () => Promise<Client<MainContract>>;
  },
): DeskApi {
  const { views, whenMain } = parts;
  const states = (): readonly AccountState[] => [...context.accounts.values()];

  const outbox = async (): Promise<readonly OutboxItem[]> => {
    await whenOpened(context);
    return [...states().flatMap(outboxOf), ...[...context.unopened.values()].flatMap(unopenedOutbox)];
  };

  const own = createOwnAnswers(context);

  return {
    ...createAcceptEntries(context, parts.upkeep, whenMain),
    ...createAcceptMany(context, parts.upkeep, whenMain, outbox),
    ...createAcceptDrafts(context, (id) => own.changeFeedback({ remove: [id], put: [] })),
    ...createKeepFile(context),
    ...createMarks(context),
    ...createMessageCheck(context),
    ...own,
    ...createCallLogAnswers(context),
    ...createMetricAnswers(context),
    ...createSurveyAnswers(context),
    views: views.views,
    rows: async (request) => views.rows(request),
    locate: async (request) => views.locate(request),
    idsOf: async (request) => views.idsOf(request),
    standing: async (request) => views.standing(request),
    countOutside: async (request) => views.countOutside(request),
    async headers(ids) {
      await soonOpened(context);
      return answerHeaders(context, ids);
    },
    async selected(ids) {
      await soonOpened(context);
      return answerSelected(context, ids);
    },
    readQuery: async (request) => views.read(request),
    writeQuery: async ({ accountId, query }) => printQuery(deskNames(statesOf(context, accountId)).named(query)),
    viewQuery: async (viewId) => shownQuery(context, viewId),
    ownViews: async () => context.ownViews,
    async changeViews(change) {
      const told = await ofMain(context, (main) => main.changeViews(change));
      if (!told.ok) return told;
      if (told.value === null) return err('not-kept');
      context.ownViews = told.value;
      changed(context, { views: true });
      return ok(told.value);
    },
    async ticket(id) {
      await soonOpened(context);
      const state = stateOf(context, id);
      return state ? answerTicket(state, id, context.env.now()) : null;
    },
    async conversation(id) {
      await soonOpened(context);
      const state = stateOf(context, id);
      return state ? answerConversation(state, id) : { synced: 'none', items: [] };
    },
    async everyoneElse(id) {
      await soonOpened(context);
      const state = stateOf(context, id);
      return state ? answerEveryoneElse(state, id) : [];
    },
    async templateData(tickets) {
      await soonOpened(context);
      return answerTemplateData(context, tickets);
    },
    async customer(id) {
      await soonOpened(context);
      const state = stateOf(context, id);
      return state ? answerCustomer(state, id) : null;
    },
    async targets(request) {
      const state = stateOf(context, request.ticketId);
      return state ? answerTargets(state, request, context.env) : [];
    },
    async mergeTicket({ ticketId, intoId, tellCustomer }) {
      const [source, target] = await Promise.all([remoteOf(context, ticketId), remoteOf(context, intoId)]);
      if (source === null || target === null) return err(notHere);
      return overMain(context, (main) =>
        main.mergeTickets({
          accountId: accountOf(ticketId),
          sourceRemoteId: source,
          targetRemoteId: target,
          tellCustomer,
        }),
      );
    },
    async refreshTicket(id) {
      const known = await remoteOf(context, id);
      if (known === null) return err(notHere);
      return overMain(context, (main) => main.focusTicket({ accountId: accountOf(id), ticketRemoteId: known }));
    },
    async facts(accountId) {
      const state = context.accounts.get(accountId);
      return state ? factsOf(state, context.healths.get(accountId)?.abilities ?? null) : null;
    },
    outbox,
    async draft(request) {
      await soonOpened(context);
      return stateOf(context, request.ticketId)?.drafts.get(draftKey(request)) ?? null;
    },
    drafts: async () => [
      ...states().flatMap((state) =>
        withWords([...state.drafts.values()]).map((draft) => ({
          draft,
          ...titleOf(state, draft.ticketId, callerOfDraft(context, draft.ticketId) || draft.fields['subject']),
        })),
      ),
      ...[...context.unopened.values()].flatMap((journal) =>
        withWords(journal.drafts).map((draft) => ({ draft, subject: draft.fields['subject'] ?? '', number: '' })),
      ),
    ],
    async discarded() {
      await whenOpened(context);
      const ids = [...context.accounts.keys(), ...context.unopened.keys()];
      const told = await ofMain(context, (main) => Promise.all(ids.map((id) => main.discarded(id))));
      return told.ok ? ok(discardedItems(context, told.value.flat())) : told;
    },
    async recovered(which) {
      const kept = await ofMain(context, (main) => main.recovered(which));
      changed(context, { views: false, ticketIds: [], outbox: true });
      return kept.ok ? ok(null) : kept;
    },
    search: (text) => answerSearch(states(), text, context.env),
    async people({ accountId, text }) {
      const state = context.accounts.get(accountId);
      return state ? peopleMatching(state, wordsOf(text), PEOPLE) : [];
    },
    findCaller: parts.calls.findCaller,
    callCountries: parts.calls.callCountries,
    articles: async () =>
      states()
        .flatMap((state) => [...state.articles.values()])
        .sort(byNewest),
    async article({ accountId, remoteId }) {
      return (await context.accounts.get(accountId)?.storage.get('articles', remoteId)) ?? null;
    },
    async attachment({ ticketId, attachmentRemoteId }) {
      const known = await remoteOf(context, ticketId);
      if (known === null) return err(notHere);
      return overMain(context, (main) =>
        main.attachment({ accountId: accountOf(ticketId), ticketRemoteId: known, attachmentRemoteId }),
      );
    },
    remoteImage: (url) => overMain(context, (main) => main.remoteImage(url)),
    openExternal: async (url) => (await context.main?.openExternal(url)) ?? false,
    connectors: async () => (await whenMain()).connectors(),
    testAccount: async (draft) => flat(await ofMain(context, (main) => main.testAccount(draft))),
    saveAccount: async (draft) => flat(await ofMain(context, (main) => main.saveAccount(draft))),
    removalCost: async (accountId) => removalCostOf(context.accounts.get(accountId), context.unopened.get(accountId)),
    async removeAccount(accountId) {
      const removed = await ofMain(context, (main) => main.removeAccount(accountId));
      return removed.ok ? ok(null) : removed;
    },
    async syncNow(accountId) {
      await context.main?.syncNow(accountId);
    },
    async saveSettings(change) {
      const saved = await ofMain(context, (main) => main.saveSettings(change));
      if (!saved.ok) return saved;
      context.settings = saved.value;
      context.announce.tell({ type: 'settings', settings: saved.value });
      return saved;
    },
    async recordRuns(runs) {
      const kept = await ofMain(context, (main) => main.recordRuns([...runs]));
      if (!kept.ok) return kept;
      context.feed.runsChanged();
      return kept.value ? ok(null) : err('not-kept');
    },
    recordOwn: (events) => recordOwn(context, events),
    takeOver: parts.takeOver,
  };
}

const notHere: Failure = { code: 'notFound', detail: 'not delivered yet' };

/** The helpdesk's id of a ticket; null while it has none. */
async function remoteOf(context: StoreContext, id: string): Promise<string | null> {
  return (await stateOf(context, id)?.storage.get('tickets', id))?.ticket.remoteId ?? null;
}

const flat = <Value, Problem>(answer: Result<Result<Value, Problem>, 'no-link'>): Result<Value, Problem | 'no-link'> =>
  answer.ok ? answer.value : answer;

async function overMain<Value>(
  context: StoreContext,
  call: (main: Client<MainContract>) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const answer = await ofMain(context, call);
  return answer.ok ? answer.value : err({ code: 'offline', cause: 'other', detail: 'no link' });
}

/** Without its rows an account's outbox has no subjects, but the words are there. */
const unopenedOutbox = (journal: Journal): readonly OutboxItem[] =>
  journal.entries.filter(isLive).map((entry) => ({ entry, subject: '', number: '', waitsFor: null, mergedInto: null }));

const withWords = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.filter(hasWords).sort((a, b) => b.updatedAt - a.updatedAt);

function factsOf(state: AccountState, abilities: Abilities | null): DeskFacts {
  const byName = (a: { readonly name: string }, b: { readonly name: string }): number => a.name.localeCompare(b.name);
  return {
    account: state.account,
    abilities,
    groups: [...state.small.groups.values()].sort(byName),
    agents: [...state.people.values()].filter((person) => person.role === 'agent' && person.active).sort(byName),
    fields: [...state.small.fields.values()],
    macros: [...state.small.macros.values()].sort((a, b) => a.position - b.position || a.title.localeCompare(b.title)),
    tags: tagsInUse(state),
  };
}
