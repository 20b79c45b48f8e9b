import { paginate } from './paging.ts';
import type { Ctx, Web } from './web.ts';
import { answer, refuse } from './web.ts';

/** Answers a list of plain records, paged either way, ordered by id unless `key` says otherwise. */
export const answerList = <Item extends { readonly id: number | string }>(
  web: Web,
  c: Ctx,
  name: string,
  items: readonly Item[],
  present: (item: Item) => unknown,
  order: { readonly key: (item: Item) => string | number; readonly descending: boolean } = {
    key: (item) => item.id,
    descending: false,
  },
  side: (shown: readonly Item[]) => Readonly<Record<string, unknown>> = () => ({}),
): Response => {
  const url = new URL(c.req.url);
  const page = paginate(items, new URL(url.pathname + url.search, web.address()), order);
  if (!page.ok) return refuse(web, page.error);
  return answer(web, { [name]: page.value.items.map(present), ...side(page.value.items), ...page.value.envelope });
};
