import { callSchema } from '../calls/call.ts';
import { callChangeSchema } from '../calls/call-change.ts';
import { cannedResponseSchema } from '../canned/canned-response.ts';
import { commandRunsSchema, runSourceSchema } from '../commands/command-runs.ts';
import { accountSchema, connectorFormSchema, healthSchema, identitySchema } from '../domain/account.ts';
import { rowsSchema, streamSchema } from '../domain/batch.ts';
import { failureSchema } from '../domain/failure.ts';
import { accountIdSchema, instantSchema, remoteIdSchema, ticketIdSchema } from '../domain/ids.ts';
import { ownMacroSchema } from '../macros/macro.ts';
import { ownListChangeOf, ownListPageOf } from '../mine/own-list.ts';
import { ticketMarkSchema } from '../mine/ticket-mark.ts';
import { useCountSchema, useSchema } from '../mine/use-count.ts';
import { originalFileSchema, outgoingFileSchema, sha256Schema } from '../outbox/action.ts';
import { discardedSchema } from '../outbox/discarded.ts';
import { draftSchema, outboxEntrySchema } from '../outbox/entry.ts';
import { z } from '../schema.ts';
import { settingsSchema } from '../settings/settings.ts';
import { ownViewsSchema, viewsChangeSchema } from '../views/own-view.ts';
import { bytesSchema } from './bytes.ts';
import type { Contract } from './define.ts';
import { filePartSchema } from './file-part.ts';

const nothing = z.void().or(z.null());

/** A call that may fail in a way the agent is told about. */
const outcomeOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: failureSchema }),
  ]);

/** Why the store could not keep something. */
export const storeProblemSchema = z.enum(['full', 'closed', 'timeout', 'newer-database', 'cannot-open']);
export type StoreProblem = z.infer<typeof storeProblemSchema>;

const storeOutcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.null() }),
  z.object({ ok: z.literal(false), error: storeProblemSchema }),
]);

/** Something to tell the agent outside the window. */
export const notificationSchema = z.object({
  ticketId: ticketIdSchema,
  kind: z.enum(['assigned', 'answered', 'woken']),
  who: z.string(),
  subject: z.string(),
});
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
const macroVersionSchema = z.object({ macroRemoteId: remoteIdSchema, updatedAt: instantSchema });
export type MacroVersion = Readonly<z.infer<typeof macroVersionSchema>>;

/** What main serves to the store worker. */
export const mainContract = {
  /** First call on every link. `taken` when another store holds the lease and `takeOver` is false. */
  hello: {
    args: z.tuple([z.object({ storeId: z.string(), takeOver: z.boolean() })]),
    result: z.discriminatedUnion('lease', [
      z.object({ lease: z.literal('taken') }),
      z.object({
        lease: z.literal('granted'),
        settings: settingsSchema,
        views: ownViewsSchema,
        host: z.enum(['electron', 'browser']),
        version: z.string(),
        secrets: z.enum(['os', 'file', 'session']),
      }),
    ]),
    lane: 'agent',
  },
  journalPut: { args: z.tuple([outboxEntrySchema]), result: storeOutcome, lane: 'agent' },
  /** Entries of one account with one write: all of them or none. */
  journalPutAll: {
    args: z.tuple([z.object({ accountId: accountIdSchema, entries: z.array(outboxEntrySchema) })]),
    result: storeOutcome,
    lane: 'agent',
  },
  /** Undo of many at once: the ids of those that are gone now. The others have left, or it could not be written. */
  journalDiscardAll: {
    args: z.tuple([z.object({ accountId: accountIdSchema, entryIds: z.array(z.string()) })]),
    result: z.array(z.string()),
    lane: 'agent',
  },
  /** How many of what was done at once have been delivered and taken back. */
  batchCounts: {
    args: z.tuple([z.object({ accountId: accountIdSchema, batchId: z.string() })]),
    result: z.object({ delivered: z.number().int(), takenBack: z.number().int() }),
    lane: 'agent',
  },
  /**
   * Undo or discard; false when it is too late because an attempt is on disk. An entry whose answer was lost may have arrived:
   * it goes only when the agent has seen that (`lostAnswer`).
   */
  journalDiscard: {
    args: z.tuple([
      z.object({
        accountId: accountIdSchema,
        entryId: z.string(),
        lostAnswer: z.boolean(),
        /** Its words live on elsewhere: they need not be recoverable. */
        wordsKept: z.boolean().optional(),
      }),
    ]),
    result: z.boolean(),
    lane: 'agent',
  },
  /** One entry in place of another, both or none; false as for `journalDiscard`. */
  journalReplace: {
    args: z.tuple([z.object({ entryId: z.string(), lostAnswer: z.boolean(), entry: outboxEntrySchema })]),
    result: z.boolean(),
    lane: 'agent',
  },
  /** Try a held, rejected or unknown entry again; `anyway` waives the hold check. */
  journalRetry: {
    args: z.tuple([z.object({ accountId: accountIdSchema, entryId: z.string(), anyway: z.boolean() })]),
    result: z.boolean(),
    lane: 'agent',
  },
  draftPut: { args: z.tuple([draftSchema]), result: storeOutcome, lane: 'agent' },
  draftDiscard: {
    args: z.tuple([
      draftSchema
        .pick({ accountId: true, ticketId: true, kind: true })
        .extend({ /** It was sent or moved. */ wordsKept: z.boolean().optional() }),
    ]),
    result: storeOutcome,
    lane: 'agent',
  },
  /** What was discarded in the last 30 days. */
  discarded: { args: z.tuple([accountIdSchema]), result: z.array(discardedSchema), lane: 'agent' },
  /** What was discarded stands in a draft again. False where that could not be written down. */
  recovered: {
    args: z.tuple([z.object({ accountId: accountIdSchema, id: z.string() })]),
    result: z.boolean(),
    lane: 'agent',
  },
  /**
   * Parts come one after the other, and the first one (`at` 0) begins a file anew; with the last one the whole is on disk, before
   * anything names it.
   */
  putFile: { args: z.tuple([filePartSchema]), result: storeOutcome, lane: 'agent' },
  /** The bytes of a file that is to go with a message; null when they are not here. */
  outgoingFile: { args: z.tuple([sha256Schema]), result: bytesSchema.nullable(), lane: 'agent' },
  /** A file of a ticket as one that goes with a message; null unless its bytes were fetched before. */
  keepOriginal: {
    args: z.tuple([z.object({ accountId: accountIdSchema, file: originalFileSchema })]),
    result: outgoingFileSchema.nullable(),
    lane: 'agent',
  },
  /** Of one account or several; older ones than are known change nothing. */
  putMarks: { args: z.tuple([z.array(ticketMarkSchema)]), result: nothing, lane: 'agent' },
  /** The agent opened this ticket: fetch its conversation before anything else. */
  focusTicket: {
    args: z.tuple([z.object({ accountId: accountIdSchema, ticketRemoteId: remoteIdSchema })]),
    result: outcomeOf(z.null()),
    lane: 'agent',
  },
  /** Online only; answers once it is done, refused, or cannot be told. */
  mergeTickets: {
    args: z.tuple([
      z.object({
        accountId: accountIdSchema,
        sourceRemoteId: remoteIdSchema,
        targetRemoteId: remoteIdSchema,
        tellCustomer: z.boolean(),
      }),
    ]),
    result: outcomeOf(z.null()),
    lane: 'agent',
  },
  /** Bring the files of a helpdesk's macro here; they come with a batch. */
  fetchMacroFiles: {
    args: z.tuple([macroVersionSchema.extend({ accountId: accountIdSchema })]),
    result: outcomeOf(z.null()),
    lane: 'agent',
  },
  attachment: {
    args: z.tuple([
      z.object({ accountId: accountIdSchema, ticketRemoteId: remoteIdSchema, attachmentRemoteId: remoteIdSchema }),
    ]),
    result: outcomeOf(z.object({ mimeType: z.string(), bytes: bytesSchema })),
    lane: 'agent',
  },
  /** An image on the web that the agent allowed: fetched without cookies, at most 5 MB, image types only. */
  remoteImage: {
    args: z.tuple([z.string()]),
    result: outcomeOf(z.object({ mimeType: z.string(), bytes: bytesSchema })),
    lane: 'agent',
  },
  openExternal: { args: z.tuple([z.string()]), result: z.boolean(), lane: 'agent' },
  notify: { args: z.tuple([notificationSchema]), result: nothing, lane: 'sync' },
  setBadge: { args: z.tuple([z.number().int().nonnegative()]), result: nothing, lane: 'sync' },
  connectors: { args: z.tuple([]), result: z.array(connectorFormSchema), lane: 'agent' },
  testAccount: { args: z.tuple([accountDraftSchema]), result: outcomeOf(identitySchema), lane: 'agent' },
  saveAccount: { args: z.tuple([accountDraftSchema]), result: outcomeOf(accountSchema), lane: 'agent' },
  removeAccount: { args: z.tuple([accountIdSchema]), result: nothing, lane: 'agent' },
  syncNow: { args: z.tuple([accountIdSchema]), result: nothing, lane: 'agent' },
  /** Some of the settings; each falls back by itself where its value does not parse. */
  saveSettings: { args: z.tuple([z.record(z.string(), z.unknown())]), result: settingsSchema, lane: 'agent' },
  /** All the agent's views as they now stand; null where that could not be written down, and nothing has changed. */
  changeViews: { args: z.tuple([viewsChangeSchema]), result: ownViewsSchema.nullable(), lane: 'agent' },
  /** The agent's own macros from a place in their list on, as many as go at once. */
  ownMacros: {
    args: z.tuple([z.object({ from: z.number().int().nonnegative() })]),
    result: ownListPageOf(ownMacroSchema),
    lane: 'agent',
  },
  /** The same for canned responses. */
  cannedResponses: {
    args: z.tuple([z.object({ from: z.number().int().nonnegative() })]),
    result: ownListPageOf(cannedResponseSchema),
    lane: 'agent',
  },
  /** All of a change or nothing; false where it could not be written down, and nothing has changed. */
  changeMacros: { args: z.tuple([ownListChangeOf(ownMacroSchema)]), result: z.boolean(), lane: 'agent' },
  changeCanned: { args: z.tuple([ownListChangeOf(cannedResponseSchema)]), result: z.boolean(), lane: 'agent' },
  /** How often own and helpdesk macros and canned responses were used. */
  uses: { args: z.tuple([]), result: z.array(useCountSchema), lane: 'sync' },
  /** False where it could not be written down. */
  recordUse: { args: z.tuple([useSchema]), result: z.boolean(), lane: 'sync' },
  /** How often commands ran since the last call; false where it could not be written down. */
  recordRuns: { args: z.tuple([z.array(commandRunsSchema)]), result: z.boolean(), lane: 'sync' },
  /** False for a call that is not known, and where it could not be written down: then it counts for this run. */
  changeCall: {
    args: z.tuple([z.object({ callId: z.string(), change: callChangeSchema })]),
    result: z.boolean(),
    lane: 'agent',
  },
  /** Hands a number to whatever dials on this system. The id of the call; null where nothing dials, or it is no number. */
  placeCall: {
    args: z.tuple([
      callSchema.pick({ number: true, name: true, accountId: true, personRemoteId: true, ticketId: true }),
    ]),
    result: z.string().nullable(),
    lane: 'agent',
  },
  /** Calls of the log, the newest first, at most 250: from the newest on, or those before one. */
  callPage: {
    args: z.tuple([z.object({ before: z.string().nullable() })]),
    result: z.array(callSchema),
    lane: 'sync',
  },
  /** Where a telephone system can tell of calls. `address` lacks the token, which stands behind it. */
  telephone: { args: z.tuple([]), result: telephoneSchema, lane: 'agent' },
  /** A new token in place of any before, told this once; null where it could not be written down. */
  newTelephoneToken: { args: z.tuple([]), result: z.string().nullable(), lane: 'agent' },
} as const satisfies Contract;

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

/** What the store worker serves to main. */
export const storeContract = {
  /** Opens the account's database and folds the journal into it; the journal wins. */
  openAccount: {
    args: z.tuple([
      z.object({
        account: accountSchema,
        entries: z.array(outboxEntrySchema),
        /** Confirmed or discarded lately: entries the store may still hold and must drop. */
        settledIds: z.array(z.string()),
        /** Creates that were delivered: by them the tickets made here keep their ids. */
        delivered: z.array(outboxEntrySchema),
        drafts: z.array(draftSchema),
        marks: z.array(ticketMarkSchema),
      }),
    ]),
    result: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        value: z.object({
          cursors: z.partialRecord(streamSchema, z.string()),
          complete: z.array(streamSchema),
          /** Entries the store has and the journal does not know: shown, held, never sent by themselves. */
          strangers: z.array(outboxEntrySchema),
        }),
      }),
      z.object({ ok: z.literal(false), error: storeProblemSchema }),
    ]),
    lane: 'sync',
  },
  closeAccount: {
    args: z.tuple([z.object({ accountId: accountIdSchema, forget: z.boolean() })]),
    result: nothing,
    lane: 'sync',
  },
  applyBatch: { args: z.tuple([batchSchema]), result: storeOutcome, lane: 'sync' },
  /** Entries as they now stand with the rows that came back, in one transaction. */
  settle: {
    args: z.tuple([z.object({ accountId: accountIdSchema, entries: z.array(outboxEntrySchema), rows: rowsSchema })]),
    result: storeOutcome,
    lane: 'agent',
  },
  /** Remote ids whose conversation is missing or behind, best first: open and mine, my groups, then the newest. */
  conversationsWanted: {
    args: z.tuple([z.object({ accountId: accountIdSchema, prefetchTickets: z.number(), limit: z.number() })]),
    result: z.array(remoteIdSchema),
    lane: 'sync',
  },
  /** Macros that come with files which are not here yet. */
  macroFilesWanted: {
    args: z.tuple([z.object({ accountId: accountIdSchema })]),
    result: z.array(macroVersionSchema),
    lane: 'sync',
  },
  /** Remote ids of every ticket that is kept and was not removed. */
  ticketsKept: {
    args: z.tuple([z.object({ accountId: accountIdSchema })]),
    result: z.array(remoteIdSchema),
    lane: 'sync',
  },
  /** SHA-256 of every file that a draft, an entry or a macro here names: it may be somebody's words that the journal does not know. */
  filesNamed: { args: z.tuple([]), result: z.array(sha256Schema), lane: 'sync' },
  /** Every call that is not done, and those that have just become so. Of those not named, none is left. */
  callsNow: { args: z.tuple([z.object({ calls: z.array(callSchema) })]), result: nothing, lane: 'agent' },
  health: { args: z.tuple([healthSchema]), result: nothing, lane: 'sync' },
  accounts: { args: z.tuple([z.array(accountSchema)]), result: nothing, lane: 'sync' },
  notice: { args: z.tuple([noticeSchema]), result: nothing, lane: 'sync' },
  /** Another window took the lease; this one shows so and stops. */
  leaseLost: { args: z.tuple([]), result: nothing, lane: 'agent' },
  /** For the host that cannot notify by itself: the window does. */
  showNotification: {
    args: z.tuple([z.object({ notification: notificationSchema, title: z.string(), body: z.string() })]),
    result: nothing,
    lane: 'agent',
  },
  /** The agent clicked a notification, a deep link or a menu: run this command in the window. */
  runCommand: {
    args: z.tuple([
      z.object({
        command: z.string(),
        ticketId: ticketIdSchema.nullable(),
        source: runSourceSchema.extract(['menu', 'outside']),
      }),
    ]),
    result: nothing,
    lane: 'agent',
  },
} as const satisfies Contract;

export type MainContract = typeof mainContract;
export type StoreContract = typeof storeContract;
