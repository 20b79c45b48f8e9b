import { instantSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';

/** After this time a use counts half of what it did. */
const HALF_LIFE_MS = 30 * 24 * 60 * 60 * 1_000;
/** Kinds of ticket that are counted apart for one thing. */
const MOST_FACETS = 40;
/** What a single use is worth after four months: such kinds of ticket are forgotten. */
const LEAST = 0.06;

const usedIdSchema = z.string().min(1).max(320);

/**
 * A macro (by the id that it is run under) or a canned response (`usedResponseId`) was used. `facets` are what kind of ticket it was
 * used in, as `tag:refund`.
 */
export const useSchema = z.object({
  id: usedIdSchema,
  at: instantSchema,
  facets: z.array(z.string().max(320)).max(200).readonly(),
});
export type Use = Readonly<z.infer<typeof useSchema>>;

/** How often something was used, in all and by kind of ticket, in uses that are worth one each at `at`. */
export const useCountSchema = z.object({
  id: usedIdSchema,
  at: instantSchema,
  total: z.number().nonnegative(),
  facets: z.record(z.string(), z.number().nonnegative()),
});
export type UseCount = Readonly<z.infer<typeof useCountSchema>>;

/** No account's id has a slash, so that it is no macro's. */
export const usedResponseId = (responseId: string): string => `response/${responseId}`;

/** What is left at `now` of a use that was worth one at `at`. A clock that was set back makes nothing grow. */
export const worthAt = (now: number, at: number): number => 2 ** (-Math.max(0, now - at) / HALF_LIFE_MS);

/** One more use. The kinds of ticket in which it was used least and longest ago are forgotten. */
export function countUse(known: UseCount | undefined, { id, at, facets }: Use): UseCount {
  const worth = known ? worthAt(at, known.at) : 0;
  const counts = new Map(Object.entries(known?.facets ?? {}).map(([facet, count]) => [facet, count * worth]));
  for (const facet of new Set(facets)) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  const kept = [...counts]
    .filter(([, count]) => count >= LEAST)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_FACETS);
  return {
    id,
    at: Math.max(at, known?.at ?? at),
    total: rounded((known?.total ?? 0) * worth + 1),
    facets: Object.fromEntries(kept.map(([facet, count]) => [facet, rounded(count)])),
  };
}

const rounded = (count: number): number => Math.round(count * 1_000) / 1_000;
