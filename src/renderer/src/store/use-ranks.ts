import { countUse, type Use, type UseCount, worthAt } from '#shared/mine/use-count.ts';

/** How much something is used in a kind of ticket, and in all. */
export type UseRank = { readonly inKind: number; readonly inAll: number };
const UNUSED: UseRank = { inKind: 0, inAll: 0 };

/**
 * Ranks by use. Every use loses its worth at the same rate, so that all are compared as of one instant, and nothing has to be counted
 * again as time goes by.
 */
export function createUseRanks(counts: readonly UseCount[], now: number) {
  const known = new Map<string, UseCount>();
  /** How much everything together is used in tickets of each kind. */
  const kinds = new Map<string, number>();
  let all = 0;
  const scaleOf = ({ at }: UseCount): number => (at > now ? 1 / worthAt(at, now) : worthAt(now, at));

  const weigh = (count: UseCount, sign: 1 | -1): void => {
    const scale = sign * scaleOf(count);
    all += count.total * scale;
    for (const [facet, uses] of Object.entries(count.facets)) kinds.set(facet, (kinds.get(facet) ?? 0) + uses * scale);
  };
  const put = (count: UseCount): void => {
    const before = known.get(count.id);
    if (before) weigh(before, -1);
    weigh(count, 1);
    known.set(count.id, count);
  };
  for (const count of counts) put(count);

  /** The same tickets are asked about letter by letter. */
  let latest: { readonly facets: string; readonly ranks: ReadonlyMap<string, UseRank> } | null = null;
  const ranksIn = (facets: readonly string[]): ReadonlyMap<string, UseRank> => {
    const weights = facets.flatMap((facet) => {
      const uses = kinds.get(facet) ?? 0;
      return uses > 0 ? [[facet, Math.log2(1 + all / uses)] as const] : [];
    });
    const ranks = new Map<string, UseRank>();
    for (const count of known.values()) {
      const scale = scaleOf(count);
      let inKind = 0;
      for (const [facet, weight] of weights) inKind += (count.facets[facet] ?? 0) * weight;
      ranks.set(count.id, { inKind: inKind * scale, inAll: count.total * scale });
    }
    return ranks;
  };

  return {
    add(use: Use): void {
      put(countUse(known.get(use.id), use));
      latest = null;
    },
    /** Whole uses as they count at an instant. */
    usesAt(id: string, at: number): number {
      const count = known.get(id);
      return count ? Math.round(count.total * worthAt(at, count.at)) : 0;
    },
    /** What nearly every ticket has, as a channel, says little; a tag that few have says much. */
    rankerFor(facets: readonly string[]): (id: string) => UseRank {
      const key = facets.join('\n');
      latest = latest?.facets === key ? latest : { facets: key, ranks: ranksIn(facets) };
      const { ranks } = latest;
      return (id) => ranks.get(id) ?? UNUSED;
    },
  };
}
export type UseRanks = ReturnType<typeof createUseRanks>;
