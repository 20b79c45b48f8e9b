import { accountIdSchema, instantSchema, remoteIdSchema, ticketIdSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';

/** A stretch of time; `until` is null while it goes on. */
const stretchSchema = z.object({ from: instantSchema, until: instantSchema.nullable() });

/** Both ends of a line: `in` was placed by the other side. */
export const directionSchema = z.enum(['in', 'out']);

/**
 * A telephone call of the agent, of the kind *mine*. The telephone tells when it rings, is answered and ends; the agent what it was
 * about. Instants are this machine's.
 */
export const callSchema = z.object({
  /** ULID. */
  id: z.string().length(26),
  /** The telephone's own id; null where it has none to give, as with a link. */
  externalId: z.string().max(250).nullable(),
  direction: directionSchema,
  /** The other side's number as it came; empty where it was withheld. */
  number: z.string().max(100),
  /** What the telephone calls the other side; empty where it does not know. */
  name: z.string().max(200),
  /** The number or line that was called or is called from; empty where that is not told. */
  line: z.string().max(100),
  queue: z.string().max(200),
  startedAt: instantSchema,
  /** Null as long as nobody has answered, and for good where nobody did. */
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  /** When the agent had done with it; for a call that nobody answered, when that was seen. */
  wrappedAt: instantSchema.nullable(),
  holds: z.array(stretchSchema).readonly(),
  mutedSince: instantSchema.nullable(),
  /** As the telephone says why it ended; empty where it does not. */
  cause: z.string().max(200),
  /** Somebody else took it. */
  answeredElsewhere: z.boolean(),
  /** Whom it was passed on to, in the agent's words; empty where it was not. */
  transferredTo: z.string().max(200),
  /** The call that broke off and goes on in this one. */
  resumes: z.string().length(26).nullable(),
  /** What it is about. The account is known as soon as a person, a ticket or the agent's notes are. */
  accountId: accountIdSchema.nullable(),
  personRemoteId: remoteIdSchema.nullable(),
  ticketId: ticketIdSchema.nullable(),
  /** One of the agent's own list; empty where none was chosen. */
  disposition: z.string().max(200),
  /** When to call back or look again; null where nothing was agreed. */
  followUpAt: instantSchema.nullable(),
});
export type Call = Readonly<z.infer<typeof callSchema>>;

/** Where a call stands. `wrapping` and `missed` wait for the agent. */
export type CallPhase = 'ringing' | 'talking' | 'held' | 'wrapping' | 'missed' | 'done';

export function phaseOf(call: Call): CallPhase {
  if (call.wrappedAt !== null) return 'done';
  if (call.endedAt !== null) return call.answeredAt === null ? 'missed' : 'wrapping';
  if (call.answeredAt === null) return 'ringing';
  return call.holds.at(-1)?.until === null ? 'held' : 'talking';
}

/** Still on the line. */
export const isOnLine = (call: Call): boolean => call.endedAt === null;

/** The ticket id under which the notes of a call are kept as a draft, until they are on a ticket. */
export const callDraftId = (accountId: string, callId: string): string => `${accountId}:call-${callId}`;

/** The call whose notes a draft holds; null for one of a ticket. */
export const callOfDraft = (ticketId: string): string | null => /:call-([^:]{26})$/.exec(ticketId)?.[1] ?? null;
