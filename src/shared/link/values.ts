import { rowsSchema, streamSchema } from '../domain/batch.ts';
import { failureSchema } from '../domain/failure.ts';
import { accountIdSchema, instantSchema, remoteIdSchema, ticketIdSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';

export const nothing = z.void().or(z.null());

/** A call that may fail in a way the agent is told about. */
export const outcomeOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: failureSchema }),
  ]);

/** Why the store could not keep something. */
export const storeProblemSchema = z.enum(['full', 'closed', 'timeout', 'newer-database', 'cannot-open']);
export type StoreProblem = z.infer<typeof storeProblemSchema>;

export const storeOutcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.null() }),
  z.object({ ok: z.literal(false), error: storeProblemSchema }),
]);

/** Something that has happened and is to be told outside the window. */
export const newsSchema = z.object({
  /** Null for what is about no ticket. */
  ticketId: ticketIdSchema.nullable(),
  kind: z.enum(['assigned', 'answered', 'woken', 'called']),
  who: z.string(),
  subject: z.string(),
});
export type News = Readonly<z.infer<typeof newsSchema>>;

/** What is told outside the window. meanwhile: several news that were held back. */
export const notificationSchema = newsSchema.extend({ kind: z.enum([...newsSchema.shape.kind.options, 'meanwhile']) });
export type Notification = Readonly<z.infer<typeof notificationSchema>>;

/** One sentence for the agent about the machine rather than a ticket: locale key `notices.<code>`. */
export const noticeSchema = z.object({
  code: z.enum([
    'journal-damaged',
    'journal-unwritable',
    'calls-unwritable',
    'secrets-not-kept',
    'storage-not-persistent',
  ]),
  detail: z.string(),
});
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

/** `port-taken`: another program listens where this profile's address is. */
export const telephoneSchema = z.object({
  address: z.string().nullable(),
  problem: z.enum(['port-taken', 'off']).nullable(),
  hasToken: z.boolean(),
  /** Commands of calls whose global key another program has, as far as the host has such keys and the agent wants them. */
  takenKeys: z.array(z.string()),
});
export type Telephone = Readonly<z.infer<typeof telephoneSchema>>;

export const accountDraftSchema = z.object({
  /** Set when an account is edited. */
  id: accountIdSchema.nullable(),
  connectorId: z.string(),
  label: z.string(),
  config: z.record(z.string(), z.string()),
  /** Secret fields of the form; left out when unchanged. */
  secrets: z.record(z.string(), z.string()),
});
export type AccountDraft = Readonly<z.infer<typeof accountDraftSchema>>;

/** A macro of the helpdesk as it was changed last. */
export const macroVersionSchema = z.object({ macroRemoteId: remoteIdSchema, updatedAt: instantSchema });
export type MacroVersion = Readonly<z.infer<typeof macroVersionSchema>>;

/** The rows of one page with the cursor that covers them: kept together or not at all. */
export const batchSchema = z.object({
  accountId: accountIdSchema,
  /** Null when the rows come from outside a stream (an opened ticket). */
  stream: streamSchema.nullable(),
  cursor: z.string().nullable(),
  /** The stream has been read to its end with this page. */
  complete: z.boolean(),
  rows: rowsSchema,
});
export type Batch = z.infer<typeof batchSchema>;
