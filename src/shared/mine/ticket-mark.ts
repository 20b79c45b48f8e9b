import { instantSchema, ticketIdSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';

/** Out of sight from `at` on. `until` is when it wakes by itself; null: only when the customer answers, which wakes it always. */
export const snoozeSchema = z.object({
  at: instantSchema,
  until: instantSchema.nullable(),
  /** The newest message then known, by the helpdesk's clock: what the customer writes after it wakes the ticket. */
  seenAt: instantSchema,
});
export type Snooze = Readonly<z.infer<typeof snoozeSchema>>;

/** Left for another time, with why. It counts until the ticket changes: `ticketUpdatedAt` is no longer true then. */
export const skipSchema = z.object({ at: instantSchema, reason: z.string(), ticketUpdatedAt: instantSchema });
export type Skip = Readonly<z.infer<typeof skipSchema>>;

/** What is the agent's alone about a ticket; of the kind *mine*. Files of earlier versions hold `ticketId` and `readAt` alone. */
export const ticketMarkSchema = z.object({
  ticketId: ticketIdSchema,
  /** Read up to the message of this instant. */
  readAt: instantSchema.default(0),
  /** To be read once more, whatever was read before. */
  unread: z.boolean().default(false),
  snooze: snoozeSchema.nullable().default(null),
  starred: z.boolean().default(false),
  skip: skipSchema.nullable().default(null),
  /** When the agent last changed it, later with every change. */
  changedAt: instantSchema.default(0),
});
export type TicketMark = Readonly<z.infer<typeof ticketMarkSchema>>;

export const noMark = (ticketId: string): TicketMark => ticketMarkSchema.parse({ ticketId });

/** The one of two marks of a ticket that counts. What was read under an earlier version has no time of its own. */
export const newerMark = (one: TicketMark, other: TicketMark): TicketMark => {
  if (one.changedAt !== other.changedAt) return one.changedAt > other.changedAt ? one : other;
  return other.readAt > one.readAt ? other : one;
};
