import { instantSchema, ticketIdSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';

/** From the mildest to the worst. */
export const SEVERITIES = ['nuisance', 'hinders', 'blocks'] as const;
/** From the rarest to what never fails to happen. */
export const HOW_OFTEN = ['once', 'sometimes', 'often', 'always'] as const;

export const MOST_WHAT = 300;
export const MOST_QUOTE = 10_000;

/** What a customer says of the product, as an agent noted it on a ticket. Whom it came from is in the ticket alone. */
export const feedbackSchema = z.object({
  /** ULID. */
  id: z.string().length(26),
  at: instantSchema,
  ticketId: ticketIdSchema,
  /** The helpdesk's number of the ticket; empty for one that was not delivered yet. */
  ticketNumber: z.string(),
  what: z.string().trim().min(1).max(MOST_WHAT),
  howOften: z.enum(HOW_OFTEN),
  severity: z.enum(SEVERITIES),
  /** In the customer's words, without who they are; may be empty. */
  quote: z.string().max(MOST_QUOTE),
});
export type Feedback = Readonly<z.infer<typeof feedbackSchema>>;
export type Severity = Feedback['severity'];
export type HowOften = Feedback['howOften'];

/** The tag of every ticket that has such a note: views and searches of the helpdesk find it by that. */
export const FEEDBACK_TAG = 'product_feedback';

/** What it is called where people read it. */
export type FeedbackNames = {
  readonly title: string;
  readonly what: string;
  readonly howOften: string;
  readonly severity: string;
  readonly times: string;
  readonly ticket: string;
  readonly ofHowOften: Readonly<Record<HowOften, string>>;
  readonly ofSeverity: Readonly<Record<Severity, string>>;
};
