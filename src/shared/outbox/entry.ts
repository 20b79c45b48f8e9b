import { accountIdSchema, instantSchema, remoteIdSchema, ticketIdSchema } from '../domain/ids.ts';
import { refusalReasonSchema } from '../domain/refusal.ts';
import { z } from '../schema.ts';
import { actionSchema, outgoingFileSchema, ticketChangesSchema } from './action.ts';

/**
 * Why a queued entry is not sent by itself.
 * newer-message: a person other than me wrote since `base`; field-conflict: both sides changed the same field;
 * too-old: written more than 12 hours before it could be sent; not-in-journal: the store had it, the journal did not.
 */
export const HOLD_REASONS = ['newer-message', 'field-conflict', 'too-old', 'not-in-journal'] as const;

/** Why the helpdesk will not take it as it stands. */
export const REJECT_REASONS = ['refused', 'forbidden', 'ticket-gone', 'ticket-merged', 'ticket-closed'] as const;

export const entryStateSchema = z.discriminatedUnion('name', [
  /** Waits for its undo window, for earlier entries, for the network, or for `retryAt`. */
  z.object({ name: z.literal('queued'), retryAt: instantSchema.nullable() }),
  /** An attempt is on disk and may be on its way. */
  z.object({ name: z.literal('sending'), since: instantSchema }),
  z.object({ name: z.literal('confirmed'), at: instantSchema, messageRemoteId: remoteIdSchema.nullable() }),
  z.object({
    name: z.literal('held'),
    reason: z.enum(HOLD_REASONS),
    since: instantSchema,
    fields: z.array(z.string()).readonly(),
  }),
  /** `details` are why, as far as it was told. Journals of earlier versions hold strings alone. */
  z.object({
    name: z.literal('rejected'),
    reason: z.enum(REJECT_REASONS),
    details: z.array(refusalReasonSchema).readonly(),
    since: instantSchema,
    mergedIntoRemoteId: remoteIdSchema.nullable(),
  }),
  /**
   * An attempt was made and its answer lost at `since`, when its connection was closed; read back at `readBackAt`, where that is
   * set; `undecidable` once reading back could not tell.
   */
  z.object({
    name: z.literal('unknown'),
    since: instantSchema,
    readBackAt: instantSchema.optional(),
    undecidable: z.boolean(),
  }),
]);
export type EntryState = Readonly<z.infer<typeof entryStateSchema>>;

/** What the agent had in front of them when they acted. */
export const baseSchema = z.object({
  version: z.string().nullable(),
  /** The newest message then known, by a person or not; null on a ticket without any. */
  lastMessageRemoteId: remoteIdSchema.nullable(),
  lastMessageAt: instantSchema.nullable(),
  /** The values that the changed fields had. */
  values: ticketChangesSchema,
  /**
   * What the helpdesk's own row said in them, where entries lay over it: should those be taken back, this is what was there. Absent
   * in journals of earlier versions.
   */
  under: ticketChangesSchema.optional(),
});
export type Base = Readonly<z.infer<typeof baseSchema>>;

/**
 * `call`: notes of a telephone call, under a ticket id of their own (`callDraftId`) until they are on a ticket; `feedback`: what a
 * customer says of the product, which becomes a note.
 */
export const draftKindSchema = z.enum(['reply', 'note', 'forward', 'new-ticket', 'call', 'feedback']);

/** One thing the agent did, on its way to the helpdesk. */
export const outboxEntrySchema = z.object({
  /** ULID; sorts by time of making. */
  id: z.string().length(26),
  accountId: accountIdSchema,
  ticketId: ticketIdSchema,
  /** Null until the create before it is confirmed. */
  ticketRemoteId: remoteIdSchema.nullable(),
  action: actionSchema,
  base: baseSchema,
  createdAt: instantSchema,
  /** End of the undo window. */
  notBefore: instantSchema,
  state: entryStateSchema,
  attempts: z.number().int().nonnegative(),
  lastAttemptAt: instantSchema.nullable(),
  /** The agent said "send anyway": no hold check any more. */
  sendAnyway: z.boolean(),
  /** What was done to many tickets at once shares an id; absent otherwise, and in journals of earlier versions. */
  batchId: z.string().optional(),
  /**
   * The draft that its words were, without the signature and with what a macro had put beside them: what comes back when it is taken
   * back. Absent for what was no draft, and in journals of earlier versions.
   */
  draft: z
    .object({
      text: z.string(),
      fields: z.record(z.string(), z.string()),
      /** The draft that gives its words to the entry in the same step: what it is from then on, `handedOver` says. */
      from: z.object({ ticketId: ticketIdSchema, kind: draftKindSchema, keepsText: z.boolean() }).optional(),
    })
    .optional(),
});
export type OutboxEntry = Readonly<z.infer<typeof outboxEntrySchema>>;

/** Whether an entry still shows on the ticket and in the outbox. */
export const isLive = (entry: OutboxEntry): boolean => entry.state.name !== 'confirmed';

/** What the agent is writing. One per ticket and kind. */
export const draftSchema = z.object({
  accountId: accountIdSchema,
  ticketId: ticketIdSchema,
  kind: draftKindSchema,
  text: z.string(),
  cursorAt: z.number().int().nonnegative(),
  /** Further fields of a form, such as a new ticket's subject and requester. */
  fields: z.record(z.string(), z.string()),
  /** What goes with it. Journals of earlier versions name none. */
  files: z.array(outgoingFileSchema).readonly().default([]),
  updatedAt: instantSchema,
});
export type Draft = Readonly<z.infer<typeof draftSchema>>;
export const draftKey = (draft: Pick<Draft, 'ticketId' | 'kind'>): string => `${draft.kind} ${draft.ticketId}`;
