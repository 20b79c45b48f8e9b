import type { Client } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import type { OwnList } from '#shared/mine/own-list.ts';
import { searchedResponses } from './searched-responses.ts';
import type { StoreContext } from './store-context.ts';
import { createUseRanks } from './use-ranks.ts';

/**
 * Reads all of it from main, page by page; a link that breaks meanwhile leaves what was there. Macros do not wait for the responses,
 * of which there are more.
 */
export function loadOwnLists(context: StoreContext, main: Client<MainContract>): void {
  const { own, env } = context;
  const load = async (): Promise<void> => {
    const uses = await main.uses();
    const macros = await wholeList(main.ownMacros);
    if (context.main !== main) return;
    own.uses = createUseRanks(uses, env.now());
    own.macros = macros;
    context.announce.tell({ type: 'own-lists', macros: true, responses: false });
    const responses = await wholeList(main.cannedResponses);
    const searched = await searchedResponses(own.searched, responses.entries, env.pause);
    if (context.main !== main) return;
    own.responses = responses;
    own.searched = searched;
    context.announce.tell({ type: 'own-lists', macros: false, responses: true });
    const feedback = await wholeList(main.feedback);
    if (context.main !== main) return;
    own.feedback = feedback;
    context.announce.tell({ type: 'feedback' });
  };
  own.loaded = load().catch(() => undefined);
}

async function wholeList<Entry>(
  page: (from: { readonly from: number }) => Promise<OwnList<Entry> & { readonly next: number | null }>,
): Promise<OwnList<Entry>> {
  const entries: Entry[] = [];
  const unreadable: OwnList<Entry>['unreadable'][number][] = [];
  for (let from: number | null = 0; from !== null; ) {
    const told: Awaited<ReturnType<typeof page>> = await page({ from });
    entries.push(...told.entries);
    unreadable.push(...told.unreadable);
    from = told.next;
  }
  return { entries, unreadable };
}
