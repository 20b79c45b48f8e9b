import { z } from '../schema.ts';
import { instantSchema } from './ids.ts';
import { channelSchema, prioritySchema, statusSchema, ticketTypeSchema } from './ticket.ts';

const listOf = <Value extends z.ZodType>(value: Value) => z.array(value).readonly();
const is = z.boolean();

/** `me` stands for the account's own user; null for nobody. */
const personTermSchema = z.union([z.literal('me'), z.string(), z.null()]);

/** Where an outbox entry stands that has not reached the helpdesk, what most needs the agent's eye first. */
export const PENDING_STATES = ['rejected', 'unknown', 'held', 'sending', 'queued'] as const;
export type PendingState = (typeof PENDING_STATES)[number];

/** Times that a ticket may have. */
export const VIEW_TIMES = ['created', 'updated', 'solved'] as const;

/**
 * One thing a ticket must be. `is: false` turns it round, but a ticket that lacks the time or number compared with (not solved,
 * nobody waits, field empty) is on neither side. Ages are in ms before now, instants UTC ms.
 */
export const conditionSchema = z.union([
  z.object({ field: z.literal('status'), is, values: listOf(statusSchema) }),
  /** The helpdesk's own name of the status, whatever its case. */
  z.object({ field: z.literal('statusName'), is, values: listOf(z.string()) }),
  z.object({ field: z.literal('priority'), is, values: listOf(prioritySchema.nullable()) }),
  z.object({ field: z.literal('type'), is, values: listOf(ticketTypeSchema.nullable()) }),
  z.object({ field: z.literal('channel'), is, values: listOf(channelSchema) }),
  z.object({ field: z.literal('assignee'), is, values: listOf(personTermSchema) }),
  z.object({ field: z.literal('requester'), is, values: listOf(personTermSchema) }),
  z.object({ field: z.literal('organization'), is, values: listOf(z.string().nullable()) }),
  /** `mine` stands for the groups that the account's own user is in. */
  z.object({ field: z.literal('group'), is, values: listOf(z.union([z.literal('mine'), z.string(), z.null()])) }),
  /** Has one of these; null is having none at all. All of several is several conditions. */
  z.object({ field: z.literal('tag'), is, values: listOf(z.string().nullable()) }),
  /** Compared as the search compares: no matter of case or of marks on Latin letters. `text`: all that the search looks at. */
  z.object({ field: z.enum(['subject', 'text']), is, contains: z.string() }),
  /** Younger than; `is: false` is older. */
  z.object({ field: z.enum(VIEW_TIMES), is, withinMs: z.number().int().positive() }),
  /** Then or later; `is: false` is earlier. */
  z.object({ field: z.enum(VIEW_TIMES), is, since: instantSchema }),
  /** The requester has waited that long; `is: false` is waiting less long. */
  z.object({ field: z.literal('waiting'), is, longerMs: z.number().int().positive() }),
  /** The requester waits at all. */
  z.object({ field: z.literal('waits'), is }),
  z.object({ field: z.literal('unread'), is }),
  z.object({ field: z.literal('starred'), is }),
  /** Out of sight now. */
  z.object({ field: z.literal('snoozed'), is }),
  z.object({ field: z.literal('draft'), is }),
  /** The state that most needs the agent's eye among the ticket's outbox entries is one of these. */
  z.object({ field: z.literal('outbox'), is, values: listOf(z.enum(PENDING_STATES)) }),
  /** A custom field by its id has one of these values; null is being empty. */
  z.object({ field: z.literal('custom'), id: z.string(), is, values: listOf(z.string().nullable()) }),
  z.object({ field: z.literal('custom'), id: z.string(), is, above: z.number() }),
  z.object({ field: z.literal('custom'), id: z.string(), is, below: z.number() }),
  /** A date field, as `YYYY-MM-DD`: that day or later; `is: false` is earlier. */
  z.object({ field: z.literal('custom'), id: z.string(), is, from: z.iso.date() }),
]);
export type Condition = Readonly<z.infer<typeof conditionSchema>>;

export const SORTS = ['updated', 'created', 'waiting', 'sla', 'priority', 'waking', 'solved', 'number'] as const;

/** What rows may be gathered under. */
export const GROUPINGS = ['status', 'assignee', 'group', 'priority', 'requester', 'organization'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which tickets, in which order. All of `all` and, when it is not empty, one of `any`. */
export const viewQuerySchema = z.object({
  all: z.array(conditionSchema).readonly(),
  any: z.array(conditionSchema).readonly(),
  sort: z.object({ by: z.enum(SORTS), descending: z.boolean() }),
  groupBy: z.enum(GROUPINGS).optional(),
});
export type ViewQuery = Readonly<z.infer<typeof viewQuerySchema>>;
