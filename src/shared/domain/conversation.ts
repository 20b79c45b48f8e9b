import { z } from '../schema.ts';
import { instantSchema, remoteIdSchema } from './ids.ts';
import { channelSchema } from './ticket.ts';

export const attachmentSchema = z.object({
  remoteId: remoteIdSchema,
  name: z.string(),
  mimeType: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** Shown inside the message, which refers to it as `attachment:<remoteId>` in an image's `src`. */
  inline: z.boolean(),
});
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;

/** `outside`: somebody to whom something of the ticket was forwarded, and who is otherwise no part of it. */
export const authorRoleSchema = z.enum(['requester', 'agent', 'system', 'outside']);
export type AuthorRole = z.infer<typeof authorRoleSchema>;

/**
 * A public reply, an internal note, or what was forwarded to people outside and what they answered. The body is what the helpdesk sent:
 * hostile until the window has sanitised it.
 */
export const messageSchema = z.object({
  remoteId: remoteIdSchema,
  ticketRemoteId: remoteIdSchema,
  kind: z.enum(['reply', 'note', 'forward']),
  authorId: remoteIdSchema.nullable(),
  authorName: z.string(),
  /** `system` is a bot, trigger or notification: it never holds a reply. */
  authorRole: authorRoleSchema,
  body: z.object({ format: z.enum(['html', 'text']), content: z.string() }),
  attachments: z.array(attachmentSchema).readonly(),
  /** Addresses to which it was forwarded, or which an answer to that was sent to; absent of others. */
  to: z.array(z.string()).readonly().optional(),
  /** Addresses of those who got a copy, as the message itself tells, without the helpdesk's own; absent where it does not. */
  cc: z.array(z.string()).readonly().optional(),
  channel: channelSchema,
  createdAt: instantSchema,
  /** The client id of the action that made it, where the helpdesk keeps one (capability `dedupe`). */
  clientId: z.string().nullable(),
});
export type Message = Readonly<z.infer<typeof messageSchema>>;

export const EVENT_KINDS = [
  'created',
  'status',
  'assignee',
  'group',
  'priority',
  'type',
  'subject',
  'requester',
  'tags',
  'field',
  'merged',
  'rating',
] as const;

/** Something that happened to a ticket beside its messages. */
export const ticketEventSchema = z.object({
  remoteId: remoteIdSchema,
  ticketRemoteId: remoteIdSchema,
  kind: z.enum(EVENT_KINDS),
  actorId: remoteIdSchema.nullable(),
  actorName: z.string(),
  at: instantSchema,
  /** Name of the custom field when `kind` is `field`. */
  field: z.string().nullable(),
  /** What people read: names, not ids, where the helpdesk tells them. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /**
   * What `from` and `to` stand for: the id of a person or a group, or our own word for a status. Null of anything else, and where it
   * was not told; rows of earlier versions have neither.
   */
  fromId: z.string().nullable().default(null),
  toId: z.string().nullable().default(null),
});
export type TicketEvent = Readonly<z.infer<typeof ticketEventSchema>>;
