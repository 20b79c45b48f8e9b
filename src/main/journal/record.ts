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
  /**
   * `lostAnswer` false: it must not count for an entry that may have arrived, because the agent had not seen that. `wordsKept`:
   * its words live on elsewhere.
   */
  z.object({
    type: z.literal('discard'),
    id: z.string(),
    at: instantSchema,
    lostAnswer: z.boolean().optional(),
    wordsKept: z.boolean().optional(),
  }),
  /** One entry in place of another: a reply turned into a note, or moved to another ticket. One record, so that it is both or none. */
  z.object({
    type: z.literal('replace'),
    id: z.string(),
    at: instantSchema,
    lostAnswer: z.boolean(),
    entry: outboxEntrySchema,
  }),
  z.object({ type: z.literal('draft'), draft: draftSchema }),
  /** `wordsKept`: it was sent or moved, so that there is nothing to recover. */
  z.object({
    type: z.literal('draft-discard'),
    ticketId: ticketIdSchema,
    kind: draftKindSchema,
    at: instantSchema,
    wordsKept: z.boolean().optional(),
  }),
  /** What was discarded stands in a draft again. */
  z.object({ type: z.literal('recover'), id: z.string() }),
]);
export type JournalRecord = Readonly<z.infer<typeof recordSchema>>;
