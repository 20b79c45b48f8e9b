import { z } from '../schema.ts';
import { instantSchema, remoteIdSchema } from './ids.ts';
import { slaTargetSchema } from './sla.ts';

export const STATUSES = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'] as const;
export const statusSchema = z.enum(STATUSES);
export type Status = z.infer<typeof statusSchema>;

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export const prioritySchema = z.enum(PRIORITIES);
export type Priority = z.infer<typeof prioritySchema>;

/** Kept by their places: new ones come last. */
export const CHANNELS = ['email', 'chat', 'phone', 'web', 'social', 'other', 'sms'] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof channelSchema>;

export const TICKET_TYPES = ['question', 'incident', 'problem', 'task'] as const;
export const ticketTypeSchema = z.enum(TICKET_TYPES);
export type TicketType = z.infer<typeof ticketTypeSchema>;

export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type FieldValue = z.infer<typeof fieldValueSchema>;

/**
 * What a ticket says of another one. Told from one side only: problem: it is an incident of that problem; follow-up: it takes
 * that closed ticket up again; depends, refers: Request Tracker's links.
 */
export const LINK_KINDS = ['problem', 'follow-up', 'depends', 'refers'] as const;
export const ticketLinkSchema = z.object({ kind: z.enum(LINK_KINDS), remoteId: remoteIdSchema });
export type TicketLink = Readonly<z.infer<typeof ticketLinkSchema>>;

/** Somebody in copy: by address, or by name alone where the helpdesk tells no address. */
export const copySchema = z.object({ name: z.string(), email: z.string().nullable() });
export type Copy = Readonly<z.infer<typeof copySchema>>;

/** A ticket's header as the helpdesk tells it: the truth, before what the agent has pending is laid over it. */
export const ticketSchema = z.object({
  remoteId: remoteIdSchema,
  /** What people call it, without `#`. */
  number: z.string(),
  subject: z.string(),
  /** Plain text, at most 200 characters, of the newest public message known; empty when none is. */
  preview: z.string(),
  status: statusSchema,
  /** The helpdesk's own name of the status (RT lifecycles have names of their own); written back as it is. */
  statusName: z.string(),
  priority: prioritySchema.nullable(),
  type: ticketTypeSchema.nullable(),
  channel: channelSchema,
  requesterId: remoteIdSchema.nullable(),
  assigneeId: remoteIdSchema.nullable(),
  groupId: remoteIdSchema.nullable(),
  organizationId: remoteIdSchema.nullable(),
  tags: z.array(z.string()).readonly(),
  /** Custom fields by the helpdesk's field id. */
  fields: z.record(z.string(), fieldValueSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  solvedAt: instantSchema.nullable(),
  /** What was promised; empty where the helpdesk tells nothing. */
  sla: z.array(slaTargetSchema).readonly(),
  links: z.array(ticketLinkSchema).readonly(),
  /** Agents who hear of everything that happens to it; empty where the helpdesk has none. */
  followerIds: z.array(remoteIdSchema).readonly(),
  /**
   * Who gets every public message besides the requester, because the helpdesk keeps them in copy. Absent where that was not told, as
   * in rows of earlier versions.
   */
  copies: z.array(copySchema).readonly().optional(),
  /** What a conditional write is conditioned on (RT: ETag, Zendesk: updated_stamp); changes whenever the ticket does. */
  version: z.string(),
  /** Where the helpdesk's own interface shows it; https only, or null. */
  url: z.string().nullable(),
});
export type Ticket = Readonly<z.infer<typeof ticketSchema>>;

/** Why a ticket that was here is not any more. */
export const removalSchema = z.object({
  remoteId: remoteIdSchema,
  reason: z.enum(['deleted', 'merged', 'invisible']),
  /** Set when `reason` is `merged`. */
  mergedIntoRemoteId: remoteIdSchema.nullable(),
});
export type Removal = Readonly<z.infer<typeof removalSchema>>;
