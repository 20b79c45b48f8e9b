import type { CallOptions } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Client, Condition, Params } from './client.ts';

export const PAGE = 100;

type Reach = {
  readonly ahead?: number;
  readonly sure?: boolean;
  /** Whether what was read so far is known to be all. */
  readonly complete?: (items: readonly unknown[]) => boolean;
};

/**
 * Every row of a search, in pages of a hundred. Where RT filters rows by rights after it has cut the page, a page may be short or
 * even empty before the end and no total is told: so only an empty page ends it, and `ahead` pages are asked for at once.
 * `sure`: rights filter nothing here, so that a short page is the last.
 */
export async function allPages(
  client: Client,
  path: string,
  query: readonly Condition[] | string,
  params: Params,
  call: CallOptions,
  { ahead = 1, sure = false, complete = () => false }: Reach = {},
): Promise<Result<readonly unknown[], Failure>> {
  const items: unknown[] = [];
  for (let page = 1; ; page += ahead) {
    const answers = await Promise.all(
      Array.from({ length: ahead }, (_, offset) =>
        client.search(path, query, { ...params, per_page: String(PAGE), page: String(page + offset) }, call),
      ),
    );
    for (const answer of answers) {
      if (!answer.ok) return answer;
      items.push(...answer.value.items);
      const { total } = answer.value;
      if (answer.value.items.length < (sure ? PAGE : 1) || (total !== null && items.length >= total)) return ok(items);
    }
    if (complete(items)) return ok(items);
  }
}
