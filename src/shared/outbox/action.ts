import { attachmentSchema } from '../domain/conversation.ts';
import { remoteIdSchema } from '../domain/ids.ts';
import {
  fieldValueSchema,
  prioritySchema,
  statusSchema,
  ticketLinkSchema,
  ticketTypeSchema,
} from '../domain/ticket.ts';
import { z } from '../schema.ts';

/** Field changes; what is absent stays as it is. Null clears. */
export const ticketChangesSchema = z.object({
  status: statusSchema.optional(),
  /** The helpdesk's own name for `status`, where the agent chose it; otherwise the connector picks the first that fits. */
  statusName: z.string().optional(),
  priority: prioritySchema.nullable().optional(),
  type: ticketTypeSchema.nullable().optional(),
  subject: z.string().optional(),
  assigneeId: remoteIdSchema.nullable().optional(),
  groupId: remoteIdSchema.nullable().optional(),
  tagsAdded: z.array(z.string()).readonly().optional(),
  tagsRemoved: z.array(z.string()).readonly().optional(),
  /** Agents; merge by themselves, as tags do. */
  followersAdded: z.array(remoteIdSchema).readonly().optional(),
  followersRemoved: z.array(remoteIdSchema).readonly().optional(),
  /** Merge by themselves, as tags do; a ticket has one problem at most, which a new one takes the place of. */
  linksAdded: z.array(ticketLinkSchema).readonly().optional(),
  linksRemoved: z.array(ticketLinkSchema).readonly().optional(),
  fields: z.record(z.string(), fieldValueSchema).optional(),
});
export type TicketChanges = Readonly<z.infer<typeof ticketChangesSchema>>;

/** What one outgoing file may weigh at most, in bytes, whatever the helpdesk takes: it is held in memory as a whole. */
export const MOST_FILE_BYTES = 100_000_000;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A file that goes with a message; its bytes rest in the profile under their SHA-256 before the entry that names them. */
export const outgoingFileSchema = z.object({
  name: z.string(),
  mimeType: z.string(),
  size: z.number().int().nonnegative(),
  sha256: sha256Schema,
});
export type OutgoingFile = Readonly<z.infer<typeof outgoingFileSchema>>;

/** A file of the ticket itself that goes along as it is. The helpdesk has its bytes: they are fetched before the message leaves. */
export const originalFileSchema = attachmentSchema
  .pick({ remoteId: true, name: true, mimeType: true, size: true })
  .extend({ ticketRemoteId: remoteIdSchema });
export type OriginalFile = Readonly<z.infer<typeof originalFileSchema>>;

/** What the agent wrote, as written and as it will arrive. */
const wordsSchema = z.object({
  markdown: z.string(),
  html: z.string(),
  files: z.array(outgoingFileSchema).readonly(),
});

export const actionSchema = z.discriminatedUnion('kind', [
  /** A public reply; with `changes` it is "send and solve" and the like: one action. */
  z.object({
    kind: z.literal('reply'),
    words: wordsSchema,
    cc: z.array(z.string()).readonly(),
    changes: ticketChangesSchema,
  }),
  z.object({ kind: z.literal('note'), words: wordsSchema, changes: ticketChangesSchema }),
  z.object({ kind: z.literal('update'), changes: ticketChangesSchema }),
  /** What was said on the ticket, below the agent's own words, to people outside of it. The ticket stays as it is: no changes. */
  z.object({
    kind: z.literal('forward'),
    /** Addresses. */
    to: z.array(z.string()).min(1).readonly(),
    subject: z.string(),
    words: wordsSchema,
    originals: z.array(originalFileSchema).readonly(),
    changes: ticketChangesSchema,
  }),
  z.object({
    kind: z.literal('create'),
    subject: z.string(),
    requester: z.object({ remoteId: remoteIdSchema.nullable(), name: z.string(), email: z.string().nullable() }),
    /** Whether the first message is public or a note. */
    public: z.boolean(),
    words: wordsSchema,
    /** Addresses, as in a reply. Journals of earlier versions have none. */
    cc: z.array(z.string()).readonly().optional(),
    changes: ticketChangesSchema,
  }),
]);
export type Action = Readonly<z.infer<typeof actionSchema>>;
export type ActionKind = Action['kind'];

/** Who gets a copy of what an action says, by address. */
export const copiesOf = (action: Action): readonly string[] =>
  action.kind === 'reply' || action.kind === 'create' ? (action.cc ?? []) : [];
