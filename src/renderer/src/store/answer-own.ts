import type { CannedResponse } from '#shared/canned/canned-response.ts';
import { variantsFor } from '#shared/canned/choose-variant.ts';
import { expandNested } from '#shared/canned/expand-nested.ts';
import { shortcodeKey, takenShortcode } from '#shared/canned/shortcodes.ts';
import { accountOf } from '#shared/domain/ids.ts';
import type { Client } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import { asHelpdeskMacro } from '#shared/macros/helpdesk-macro.ts';
import { asMacro, type Macro } from '#shared/macros/macro.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';
import { changedList, type OwnList, type OwnListChange } from '#shared/mine/own-list.ts';
import { usedResponseId } from '#shared/mine/use-count.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { DeskApi } from './desk-api.ts';
import { findCanned } from './find-canned.ts';
import { findMacros } from './find-macros.ts';
import { createLock } from './lock.ts';
import { answerMacroFiles } from './macro-files.ts';
import { macrosById } from './macros-by-id.ts';
import { ofMain } from './of-main.ts';
import { recordOwn } from './record-own.ts';
import { requesterLanguage } from './requester-language.ts';
import { searchedResponses } from './searched-responses.ts';
import { type StoreContext, soonOpened } from './store-context.ts';
import { ticketFacets } from './ticket-facets.ts';

type OwnAnswers = Pick<
  DeskApi,
  | 'findMacros'
  | 'macrosById'
  | 'findCanned'
  | 'macro'
  | 'macroFiles'
  | 'canned'
  | 'expandResponses'
  | 'ownMacros'
  | 'cannedResponses'
  | 'changeMacros'
  | 'changeCanned'
  | 'feedback'
  | 'changeFeedback'
  | 'recordUse'
>;

/** What the store does for the window with macros, canned responses and feedback. Found and read from memory; main keeps what is changed. */
export function createOwnAnswers(context: StoreContext): OwnAnswers {
  const { own, env, announce } = context;
  const responseOf = createResponsesByShortcode();
  /** A shortcode is looked at and taken by one change at a time. */
  const inTurn = createLock();

  const kept = async (write: (main: Client<MainContract>) => Promise<boolean>) => {
    const told = await ofMain(context, write);
    if (!told.ok) return told;
    return told.value ? ok(null) : err('not-kept' as const);
  };
  /** What main has by now is known first: nothing that is still on its way is taken for missing. */
  const change = <Entry extends { readonly id: string }, Problem>(
    known: () => OwnList<Entry>,
    changes: OwnListChange<Entry>,
    take: (entries: readonly Entry[]) => Result<null, Problem>,
    write: (main: Client<MainContract>) => Promise<boolean>,
    show: (list: OwnList<Entry>) => Promise<void> | void,
  ): Promise<Result<null, Problem | 'no-link' | 'not-kept'>> =>
    inTurn(async () => {
      await own.loaded;
      const entries = changedList(known().entries, changes, ({ id }) => id);
      const may = take(entries);
      if (!may.ok) return may;
      const written = await kept(write);
      if (written.ok) await show({ ...known(), entries });
      return written;
    });

  return {
    async findMacros(query) {
      await soonOpened(context);
      return findMacros(context, query);
    },
    async macrosById(request) {
      await soonOpened(context);
      return macrosById(context, request);
    },
    findCanned: async (query) => findCanned(context, query),
    macro: async (id) => macroOf(context, id),
    macroFiles: async (id) => answerMacroFiles(context, id),
    canned: async (id) => own.responses.entries.find((response) => response.id === id) ?? null,
    async expandResponses({ text, ticketId, requesterId = null }) {
      const language = requesterLanguage(context, ticketId, requesterId);
      return expandNested(text, (shortcode) => textIn(responseOf(own.responses, shortcode), language));
    },
    ownMacros: async () => own.macros,
    cannedResponses: async () => own.responses,
    changeMacros: (changes) =>
      change(
        () => own.macros,
        changes,
        () => ok(null),
        (main) => main.changeMacros({ ...changes }),
        (macros) => {
          own.macros = macros;
          announce.tell({ type: 'own-lists', macros: true, responses: false });
        },
      ),
    changeCanned: (changes) =>
      change(
        () => own.responses,
        changes,
        (entries) => (takenShortcode(entries, changes.put) === null ? ok(null) : err('shortcode-taken' as const)),
        (main) => main.changeCanned({ ...changes }),
        async (responses) => {
          own.searched = await searchedResponses(own.searched, responses.entries, env.pause);
          own.responses = responses;
          announce.tell({ type: 'own-lists', macros: false, responses: true });
        },
      ),
    feedback: async () => own.feedback,
    changeFeedback: (changes) =>
      change(
        () => own.feedback,
        changes,
        () => ok(null),
        (main) => main.changeFeedback({ ...changes }),
        (feedback) => {
          own.feedback = feedback;
          announce.tell({ type: 'feedback' });
        },
      ),
    async recordUse({ kind, id, ticketIds, at, into, waits }) {
      const use = {
        id: kind === 'macro' ? id : usedResponseId(id),
        at: env.now(),
        facets: ticketFacets(context, ticketIds),
      };
      own.uses.add(use);
      const events = into.map(
        (ticketId): OwnEvent =>
          kind === 'macro'
            ? { event: 'macro-used', at, ticketId, macroId: id, waits }
            : { event: 'canned-used', at, ticketId, responseId: id },
      );
      void recordOwn(context, events).catch(() => undefined);
      return kept((main) => main.recordUse(use));
    },
  };
}

/** Most texts name no other response: the whole list is looked through for the first that does. */
function createResponsesByShortcode() {
  let known: { readonly of: OwnList<CannedResponse>; readonly byKey: ReadonlyMap<string, CannedResponse> } | null =
    null;
  return (list: OwnList<CannedResponse>, shortcode: string): CannedResponse | undefined => {
    if (known?.of !== list)
      known = {
        of: list,
        byKey: new Map(list.entries.map((response) => [shortcodeKey(response.shortcode), response])),
      };
    return known.byKey.get(shortcodeKey(shortcode));
  };
}

const textIn = (response: CannedResponse | undefined, language: string | null): string | null =>
  response ? (variantsFor(response.variants, language)[0]?.text ?? null) : null;

function macroOf({ own, accounts }: StoreContext, id: string): Macro | null {
  const mine = own.macros.entries.map(asMacro).find((macro) => macro.id === id);
  if (mine) return mine;
  const accountId = accountOf(id);
  const row = accounts.get(accountId)?.small.macros.get(id.slice(accountId.length + 1));
  return row ? asHelpdeskMacro(accountId, row) : null;
}
