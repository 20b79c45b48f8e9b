import { z } from '../schema.ts';
import { channelSchema, prioritySchema, statusSchema, ticketTypeSchema } from './ticket.ts';

/** `me` stands for the account's own user; null for nobody. */
const personTermSchema = z.union([z.literal('me'), z.string(), z.null()]);

/** One thing a ticket must be. `is: false` turns it round. Ages are in ms before now. */
export const conditionSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('status'), is: z.boolean(), values: z.array(statusSchema).readonly() }),
  z.object({ field: z.literal('priority'), is: z.boolean(), values: z.array(prioritySchema.nullable()).readonly() }),
  z.object({ field: z.literal('type'), is: z.boolean(), values: z.array(ticketTypeSchema.nullable()).readonly() }),
  z.object({ field: z.literal('channel'), is: z.boolean(), values: z.array(channelSchema).readonly() }),
  z.object({ field: z.literal('assignee'), is: z.boolean(), values: z.array(personTermSchema).readonly() }),
  z.object({ field: z.literal('requester'), is: z.boolean(), values: z.array(personTermSchema).readonly() }),
  /** `mine` stands for the groups that the account's own user is in. */
  z.object({
    field: z.literal('group'),
    is: z.boolean(),
    values: z.array(z.union([z.literal('mine'), z.string(), z.null()])).readonly(),
  }),
  z.object({ field: z.literal('tag'), is: z.boolean(), values: z.array(z.string()).readonly() }),
  z.object({ field: z.literal('updated'), is: z.boolean(), withinMs: z.number().int().positive() }),
  z.object({ field: z.literal('created'), is: z.boolean(), withinMs: z.number().int().positive() }),
  z.object({ field: z.literal('unread'), is: z.boolean() }),
  z.object({ field: z.literal('starred'), is: z.boolean() }),
  /** Out of sight now. */
  z.object({ field: z.literal('snoozed'), is: z.boolean() }),
]);
export type Condition = Readonly<z.infer<typeof conditionSchema>>;

export const SORTS = ['updated', 'created', 'waiting', 'sla', 'priority', 'waking'] as const;

/** Which tickets, in which order. All of `all` and, when it is not empty, one of `any`. */
export const viewQuerySchema = z.object({
  all: z.array(conditionSchema).readonly(),
  any: z.array(conditionSchema).readonly(),
  sort: z.object({ by: z.enum(SORTS), descending: z.boolean() }),
});
export type ViewQuery = Readonly<z.infer<typeof viewQuerySchema>>;
