import { accountIdSchema, instantSchema, remoteIdSchema, ticketIdSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';
import { callSchema, directionSchema } from './call.ts';

const { externalId, number, name, line, queue, cause, transferredTo, disposition } = callSchema.shape;

/**
 * What a telephone tells, by whichever door. `users` are whom it rings or who answered, as the telephone names them: extensions or
 * names; empty: whoever gets it.
 */
export const telephoneEventSchema = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('new'),
    externalId,
    direction: directionSchema,
    number,
    name,
    line,
    queue,
    users: z.array(z.string()).readonly(),
  }),
  /** Those which say it again with the answer; a telephone may tell of a call first when it is answered. */
  z.object({
    event: z.literal('answer'),
    externalId,
    direction: directionSchema,
    number,
    line,
    users: z.array(z.string()).readonly(),
  }),
  z.object({ event: z.literal('hangup'), externalId, cause }),
]);
export type TelephoneEvent = Readonly<z.infer<typeof telephoneEventSchema>>;

/** What the agent does with a call. What the telephone cannot be told is only timed. */
export const callChangeSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('answer') }),
  z.object({ do: z.literal('hold') }),
  z.object({ do: z.literal('resume') }),
  z.object({ do: z.literal('mute'), on: z.boolean() }),
  z.object({ do: z.literal('hang-up') }),
  /** To whom, in the agent's words; it stays on the line until it is hung up. */
  z.object({ do: z.literal('transfer'), transferredTo }),
  /** Whose call it is, and the ticket that it is about; null takes either away. */
  z.object({
    do: z.literal('about'),
    accountId: accountIdSchema.nullable(),
    personRemoteId: remoteIdSchema.nullable(),
    ticketId: ticketIdSchema.nullable(),
  }),
  /** It goes on from one that broke off. */
  z.object({ do: z.literal('continue'), resumes: z.string().length(26) }),
  /** The record is complete. */
  z.object({ do: z.literal('wrap-up'), disposition, followUpAt: instantSchema.nullable() }),
  /** A call that nobody answered has been seen. */
  z.object({ do: z.literal('seen') }),
]);
export type CallChange = Readonly<z.infer<typeof callChangeSchema>>;
