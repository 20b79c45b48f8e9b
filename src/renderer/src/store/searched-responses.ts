import type { CannedResponse } from '#shared/canned/canned-response.ts';
import { variantsFor } from '#shared/canned/choose-variant.ts';
import { usedResponseId } from '#shared/mine/use-count.ts';
import { foldText } from './fold-text.ts';
import type { Pause } from './plan-rows.ts';
import { createWordTable, type WordTable } from './word-table.ts';

/** Parts of a response in which words are looked for, those first that say most. Its folders count with its tags. */
export const RESPONSE_PARTS = ['shortcode', 'title', 'tags', 'text'] as const;

/** A response as it is searched. */
export type SearchedResponse = {
  readonly response: CannedResponse;
  /** Its number in the table. */
  readonly thing: number;
  readonly usedId: string;
  /** Folded, as is the title. */
  readonly shortcode: string;
  readonly title: string;
  /** That of a language first (`variantsFor`); told at once for the language of last time, which is that of letter after letter. */
  readonly variantsIn: (language: string | null) => CannedResponse['variants'];
};

export type SearchedResponses = { readonly list: readonly SearchedResponse[]; readonly table: WordTable };

export const noSearchedResponses = (): SearchedResponses => ({ list: [], table: createWordTable() });

/**
 * A list as it is searched, out of what was there before: only what has changed is read anew, or all of it when the table holds
 * more of what is gone than of what is there. Reading 5,000 of 1,100 characters takes about half a second, and gives way.
 */
export async function searchedResponses(
  before: SearchedResponses,
  responses: readonly CannedResponse[],
  pause: Pause,
): Promise<SearchedResponses> {
  const known = new Map(before.list.map((searched) => [searched.response, searched]));
  const changed = responses.reduce((count, response) => count + (known.has(response) ? 0 : 1), 0);
  const isKept = before.table.size() + changed <= 2 * responses.length + 1_000;
  const table = isKept ? before.table : createWordTable();
  const list: SearchedResponse[] = [];
  for (const response of responses) {
    const same = isKept ? known.get(response) : undefined;
    list.push(same ?? added(table, response));
    if (!same) await pause();
  }
  return { list, table };
}

function added(table: WordTable, response: CannedResponse): SearchedResponse {
  const { id, shortcode, title, tags, folder, variants } = response;
  const text = variants.map((variant) => variant.text).join('\n');
  return {
    response,
    thing: table.add([shortcode, title, [...tags, ...folder].join('\n'), text]),
    usedId: usedResponseId(id),
    shortcode: foldText(shortcode),
    title: foldText(title),
    variantsIn: variantsByLanguage(variants),
  };
}

function variantsByLanguage(variants: CannedResponse['variants']): SearchedResponse['variantsIn'] {
  let last: { readonly language: string | null; readonly variants: CannedResponse['variants'] } | null = null;
  return (language) => {
    if (last?.language !== language) last = { language, variants: variantsFor(variants, language) };
    return last.variants;
  };
}
