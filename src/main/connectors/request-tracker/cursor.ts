import { z } from '#shared/schema.ts';

/**
 * How far the tickets were read. Changes are followed by transaction id: `at` is the highest that was read, `seen` those of
 * the last two hundred, because ids become visible out of order.
 */
const cursorSchema = z.object({
  v: z.literal(1),
  at: z.number().int(),
  seen: z.array(z.number().int()),
  /** When changes were last looked for; a long first fill stops for them. */
  lookedAt: z.number(),
  /** When they were last looked for with all care, as `changes` does; between, one request tells that nothing is new. */
  combedAt: z.number(),
  /**
   * The first fill, by falling ticket id: `mine` and `rest` bring headers, `talk` then brings conversations, ours first.
   * Null once it is done.
   */
  fill: z
    .object({
      step: z.enum(['mine', 'rest', 'my-talk', 'talk']),
      below: z.number().int(),
      left: z.number().int().nullable(),
    })
    .nullable(),
  /** Where the round that looks for tickets that vanished without a trace goes on. */
  sweep: z.number().int(),
  /** The highest ticket id that was handed on: nothing above it can have vanished. */
  high: z.number().int(),
  /** Queues that we could see when it was filled: a new one has tickets that no transaction will name. */
  queues: z.array(z.string()),
});
export type TicketCursor = z.infer<typeof cursorSchema>;

/** Null for none, and for one that this version cannot read: then everything is read again. */
export function readCursor(text: string | null): TicketCursor | null {
  if (text === null) return null;
  try {
    return cursorSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
