import { z } from '#shared/schema.ts';

/**
 * How tickets are read, in phases; the cursor says where in which. `highWater` is the newest `updated_at` that the first page over
 * all tickets showed: whatever changes later is newer, so that phase `changes`, which begins there, misses nothing of the fill.
 *
 *     mine     search: open and assigned to me, newest first                 (both modes)
 *     newest   search: everything, newest first; agents to the very end,
 *              administrators the first thousand, to have something to show  (both modes)
 *     export   incremental cursor export from the beginning                  (administrators)
 *     changes  for ever: activities, which tell of my own tickets at once; twice a minute search since `highWater`, then for
 *              administrators the export from its cursor, which is complete but a minute late and tells deletions; for
 *              agents one of their views, and a look whether tickets in `watch` are still there (both modes)
 *
 * Searches go by keyset (`updated<=bound`), never by offset alone: a ticket that changes while pages are read leaves the
 * set and would shift another one past the page's edge.
 */
const searchAt = { bound: z.string().nullable(), page: z.number().int().positive() };
const shared = {
  v: z.literal(1),
  mode: z.enum(['agent', 'admin']),
  highWater: z.string().nullable(),
  /** Ids of tickets not closed, packed; agents only. See `watch.ts`. */
  watch: z.string(),
};
export const ticketCursorSchema = z.discriminatedUnion('phase', [
  z.object({ ...shared, ...searchAt, phase: z.literal('mine') }),
  z.object({ ...shared, ...searchAt, phase: z.literal('newest'), pages: z.number().int() }),
  z.object({ ...shared, phase: z.literal('export'), after: z.string().nullable(), offset: z.number().int() }),
  z.object({
    ...shared,
    phase: z.literal('changes'),
    /** Where a pass over the search stands; null between passes. */
    pass: z.object({ ...searchAt, newest: z.string().nullable() }).nullable(),
    /** `id stamp` of what the last pass brought from within the overlap, so that it is not brought again. */
    seen: z.array(z.string()),
    after: z.string().nullable(),
    exportedAt: z.number(),
    activitiesSince: z.string().nullable(),
    viewTurn: z.number().int(),
    watchAt: z.number(),
  }),
]);
export type TicketCursor = z.infer<typeof ticketCursorSchema>;
export type ChangesCursor = Extract<TicketCursor, { phase: 'changes' }>;

/**
 * A cursor that cannot be read, or an administrator's in the hands of somebody who is none any more, starts over: rows are
 * upserts, so nothing is lost by it. An agent's cursor goes on to serve whoever became administrator.
 */
export function readTicketCursor(text: string | null, administrator: boolean): TicketCursor {
  const mode = administrator ? 'admin' : 'agent';
  const start: TicketCursor = { v: 1, mode, phase: 'mine', highWater: null, watch: '', bound: null, page: 1 };
  if (text === null) return start;
  try {
    const parsed = ticketCursorSchema.safeParse(JSON.parse(text));
    return parsed.success && (administrator || parsed.data.mode === 'agent') ? parsed.data : start;
  } catch {
    return start;
  }
}

export const changesFrom = (cursor: TicketCursor, after: string | null, now: number): ChangesCursor => ({
  v: 1,
  mode: cursor.mode,
  phase: 'changes',
  highWater: cursor.highWater,
  watch: cursor.watch,
  pass: null,
  seen: [],
  after,
  exportedAt: now,
  activitiesSince: cursor.highWater,
  viewTurn: 0,
  watchAt: 0,
});
