import { z } from '../schema.ts';
import { statusSchema } from './ticket.ts';

/** How a sign-in in the browser can fail, told apart because each asks for something else. */
export const SIGN_IN_PROBLEMS = [
  /** No browser could be started here; the failure's `detail` is the address to open by hand. */
  'sign-in-not-opened',
  /** The helpdesk's page, or its exchange of the code, said no. */
  'sign-in-refused',
  /** Nobody answered in time. */
  'sign-in-unfinished',
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

/** Why Holdfast itself refused, or what it makes of a refusal without words. Each has its sentence in the locale. */
export const ownReasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('no-ticket-types') }),
  /** The queue has no custom field in which tags are kept. */
  z.object({ code: z.literal('no-tags-field') }),
  /** The queue has no status that means this one of ours. */
  z.object({ code: z.literal('no-such-status'), status: statusSchema }),
  /** There is no queue in which this user may create tickets. */
  z.object({ code: z.literal('no-queue') }),
  /** The bytes of an attached file are no longer on this machine. */
  z.object({ code: z.literal('file-gone'), file: z.string() }),
  /** A file of the ticket that was to go along is no longer at the helpdesk. */
  z.object({ code: z.literal('original-gone'), file: z.string() }),
  /** The helpdesk said yes, and reading back shows that not all of it was done. */
  z.object({ code: z.literal('not-done') }),
  /** Refused with this HTTP status and no word about why. */
  z.object({ code: z.literal('unexplained'), status: z.number().int() }),
  /** A ticket that was to be merged has gone into another one already. */
  z.object({ code: z.literal('merged-elsewhere'), number: z.string() }),
  /** This helpdesk has no such link between tickets. */
  z.object({ code: z.literal('no-such-link') }),
  /** This account of the helpdesk sends nothing to people outside a ticket. */
  z.object({ code: z.literal('no-forwarding') }),
  /** What an account's form gave for this field does not parse. */
  z.object({ code: z.literal('setting'), field: z.string() }),
  /** An account that is changed would sign in as somebody else. */
  z.object({ code: z.literal('another-user'), name: z.string() }),
  z.object({ code: z.enum(SIGN_IN_PROBLEMS) }),
]);
export type OwnReason = Readonly<z.infer<typeof ownReasonSchema>>;

/** Why something was refused: a string is the helpdesk's own words, shown as they are. */
export const refusalReasonSchema = z.union([z.string(), ownReasonSchema]);
export type RefusalReason = string | OwnReason;
