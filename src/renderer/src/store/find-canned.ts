import { bestOf } from './best-of.ts';
import { compareFound, type Found } from './compare-found.ts';
import type { CannedChoice, CannedQuery } from './desk-own.ts';
import { excerptOf } from './excerpt.ts';
import { foldText } from './fold-text.ts';
import { requesterLanguage } from './requester-language.ts';
import { RESPONSE_PARTS, type SearchedResponse } from './searched-responses.ts';
import type { StoreContext } from './store-context.ts';
import { ticketFacets } from './ticket-facets.ts';
import { NOWHERE, wantedWords } from './word-table.ts';

/** A shortcode that is what was typed, then one that begins with it, then words found in the parts of a response. */
const EXACT = 0;
const PREFIX = 1;
const FIRST_PART = 2;

/** Responses that have every word typed at the beginning of one of theirs: by where they have them, then by use, then by title. */
export function findCanned(
  context: StoreContext,
  { ticketId, requesterId = null, text, limit }: CannedQuery,
): readonly CannedChoice[] {
  const { own, env } = context;
  const { list, table } = own.searched;
  const typed = foldText(text.trim());
  const wanted = wantedWords(text);
  const parts = table.find(wanted);
  const rank = own.uses.rankerFor(ticketFacets(context, ticketId === null ? [] : [ticketId]));

  const fitOf = ({ shortcode, thing }: SearchedResponse): number => {
    if (typed === '' || shortcode === typed) return EXACT;
    if (shortcode.startsWith(typed)) return PREFIX;
    const part = wanted.length === 0 ? NOWHERE : (parts[thing] ?? NOWHERE);
    return part === NOWHERE ? NOWHERE : FIRST_PART + part;
  };
  const found: Found<SearchedResponse>[] = [];
  for (const item of list) {
    const fit = fitOf(item);
    if (fit !== NOWHERE) found.push({ item, fit, use: rank(item.usedId), title: item.title });
  }

  const language = requesterLanguage(context, ticketId, requesterId);
  return bestOf(found, limit, compareFound).map(({ item: { response, usedId, variantsIn }, fit }) => {
    const { id, shortcode, title, folder, tags, scope, files } = response;
    const variants = variantsIn(language);
    const matched = typed === '' ? null : (RESPONSE_PARTS[Math.max(0, fit - FIRST_PART)] ?? null);
    return {
      ...{ id, shortcode, title, folder, tags, scope, files, variants, matched },
      excerpt: excerptOf(variants[0]?.text ?? '', matched === 'text' ? wanted : []),
      uses: own.uses.usesAt(usedId, env.now()),
    };
  });
}
