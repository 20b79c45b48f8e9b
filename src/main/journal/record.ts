import { instantSchema, remoteIdSchema, ticketIdSchema } from '#shared/domain/ids.ts';
import { ticketSchema } from '#shared/domain/ticket.ts';
import { baseSchema, draftKindSchema, draftSchema, entryStateSchema, outboxEntrySchema } from '#shared/outbox/entry.ts';
import { z } from '#shared/schema.ts';

/** One line of the journal. Records only ever add to what came before them. */
export const recordSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('put'), entry: outboxEntrySchema }),
  /** On disk before the request leaves; `before` is the ticket as it was then. */
  z.object({
    type: z.literal('attempt'),
    id: z.string(),
    at: instantSchema,
    before: ticketSchema.nullable().optional(),
  }),
  /** On disk before the store settles. `bind` names the ticket that a create made. */
  z.object({
    type: z.literal('outcome'),
    id: z.string(),
    state: entryStateSchema,
    bind: remoteIdSchema.nullable(),
    at: instantSchema,
  }),
  z.object({ type: z.literal('rebase'), id: z.string(), base: baseSchema }),
  z.object({ type: z.literal('retry'), id: z.string(), anyway: z.boolean(), at: instantSchema }),
  z.object({ type: z.literal('discard'), id: z.string(), at: instantSchema }),
  z.object({ type: z.literal('draft'), draft: draftSchema }),
  z.object({ type: z.literal('draft-discard'), ticketId: ticketIdSchema, kind: draftKindSchema, at: instantSchema }),
]);
export type JournalRecord = Readonly<z.infer<typeof recordSchema>>;
