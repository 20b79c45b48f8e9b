import { callSchema } from '../calls/call.ts';
import { callChangeSchema } from '../calls/call-change.ts';
import { cannedResponseSchema } from '../canned/canned-response.ts';
import { commandRunsSchema } from '../commands/command-runs.ts';
import { accountSchema, connectorFormSchema, identitySchema } from '../domain/account.ts';
import { accountIdSchema, remoteIdSchema } from '../domain/ids.ts';
import { feedbackSchema } from '../feedback/feedback.ts';
import { ownMacroSchema } from '../macros/macro.ts';
import { ownEventSchema, ownPlaceSchema } from '../metrics/own-events.ts';
import { surveyAnswerSchema, surveyQuestionSchema } from '../metrics/survey-answer.ts';
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
import {
  accountDraftSchema,
  macroVersionSchema,
  newsSchema,
  nothing,
  outcomeOf,
  storeOutcome,
  telephoneSchema,
} from './values.ts';

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
  notify: { args: z.tuple([newsSchema]), result: nothing, lane: 'sync' },
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
  /** What customers said of the product, as for macros and canned responses. */
  feedback: {
    args: z.tuple([z.object({ from: z.number().int().nonnegative() })]),
    result: ownListPageOf(feedbackSchema),
    lane: 'sync',
  },
  changeFeedback: { args: z.tuple([ownListChangeOf(feedbackSchema)]), result: z.boolean(), lane: 'agent' },
  /** How often own and helpdesk macros and canned responses were used. */
  uses: { args: z.tuple([]), result: z.array(useCountSchema), lane: 'sync' },
  /** False where it could not be written down. */
  recordUse: { args: z.tuple([useSchema]), result: z.boolean(), lane: 'sync' },
  /** How often commands ran, by days; without what the window has counted and not told yet. */
  commandRuns: { args: z.tuple([]), result: z.array(commandRunsSchema), lane: 'sync' },
  /** How often commands ran since the last call; false where it could not be written down. */
  recordRuns: { args: z.tuple([z.array(commandRunsSchema)]), result: z.boolean(), lane: 'sync' },
  /** What the agent did to tickets, of which main does not know by itself. False where it was not taken. */
  recordOwn: { args: z.tuple([z.array(ownEventSchema)]), result: z.boolean(), lane: 'sync' },
  /** All that was recorded of an account behind a place; from the beginning on without one. */
  ownPage: {
    args: z.tuple([z.object({ accountId: accountIdSchema, after: ownPlaceSchema.nullable() })]),
    result: z.object({ events: z.array(ownEventSchema), place: ownPlaceSchema, more: z.boolean() }),
    lane: 'sync',
  },
  /** Answers of surveys that the agent imported, from a place on. */
  surveyPage: {
    args: z.tuple([z.object({ accountId: accountIdSchema, from: z.number().int().nonnegative() })]),
    result: z.object({ answers: z.array(surveyAnswerSchema), next: z.number().int().nullable() }),
    lane: 'sync',
  },
  /** How many of them were not there yet; null where they could not be written down, and nothing has changed. */
  addSurvey: {
    args: z.tuple([z.object({ accountId: accountIdSchema, answers: z.array(surveyAnswerSchema) })]),
    result: z.number().int().nullable(),
    lane: 'agent',
  },
  /** Takes all answers to a question out; false where that could not be written down. */
  removeSurvey: {
    args: z.tuple([z.object({ accountId: accountIdSchema, question: surveyQuestionSchema })]),
    result: z.boolean(),
    lane: 'agent',
  },
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

export type MainContract = typeof mainContract;
