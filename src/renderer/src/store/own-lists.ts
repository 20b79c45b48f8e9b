import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { Feedback } from '#shared/feedback/feedback.ts';
import type { OwnMacro } from '#shared/macros/macro.ts';
import { noOwnList, type OwnList } from '#shared/mine/own-list.ts';
import { createSearchedMacros, type SearchedMacros } from './searched-macros.ts';
import { noSearchedResponses, type SearchedResponses } from './searched-responses.ts';
import { createUseRanks, type UseRanks } from './use-ranks.ts';

/** The agent's macros, canned responses, feedback and uses as main keeps them, in memory; without a link as main last had them. */
export type OwnLists = {
  macros: OwnList<OwnMacro>;
  responses: OwnList<CannedResponse>;
  feedback: OwnList<Feedback>;
  uses: UseRanks;
  /** The responses as they are searched. */
  searched: SearchedResponses;
  readonly searchedMacros: SearchedMacros;
  /** Resolves once what main has is here, or cannot come. */
  loaded: Promise<void>;
};

export const noOwnLists = (now: number): OwnLists => ({
  macros: noOwnList,
  responses: noOwnList,
  feedback: noOwnList,
  uses: createUseRanks([], now),
  searched: noSearchedResponses(),
  searchedMacros: createSearchedMacros(),
  loaded: Promise.resolve(),
});
