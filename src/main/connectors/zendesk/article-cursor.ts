import { z } from '#shared/schema.ts';

/**
 * How articles are read, in phases:
 *
 *     fill     the list by date of change, newest first, page after page
 *     changes  for ever: the incremental list since the newest second known, read again from that second because several
 *              articles may share it
 *     list     once a day: all ids that there are, page after page, because the incremental list tells of no removal
 */
const shared = {
  newest: z.number(),
  /** `id stamp` of articles of the newest second. */
  seen: z.array(z.string()),
  /** Ids handed over and not removed since, packed. See `watch.ts`. */
  known: z.string(),
};
const cursorSchema = z.discriminatedUnion('phase', [
  z.object({ ...shared, phase: z.literal('fill'), page: z.number().int() }),
  z.object({ ...shared, phase: z.literal('changes'), listedAt: z.number() }),
  /** `missing`: those of `known` that the pages so far did not show, packed. */
  z.object({ ...shared, phase: z.literal('list'), after: z.string().nullable(), missing: z.string() }),
]);
export type ArticleCursor = z.infer<typeof cursorSchema>;

/** A cursor that cannot be read starts over: rows are upserts, so nothing is lost by it. */
export function readArticleCursor(text: string | null): ArticleCursor {
  const start: ArticleCursor = { phase: 'fill', page: 1, newest: 0, seen: [], known: '' };
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(text ?? ''));
    return parsed.success ? parsed.data : start;
  } catch {
    return start;
  }
}
