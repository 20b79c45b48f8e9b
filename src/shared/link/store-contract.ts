import { callSchema } from '../calls/call.ts';
import { runSourceSchema } from '../commands/command-runs.ts';
import { accountSchema, healthSchema } from '../domain/account.ts';
import { rowsSchema, streamSchema } from '../domain/batch.ts';
import { accountIdSchema, remoteIdSchema, ticketIdSchema } from '../domain/ids.ts';
import { ticketMarkSchema } from '../mine/ticket-mark.ts';
import { sha256Schema } from '../outbox/action.ts';
import { draftSchema, outboxEntrySchema } from '../outbox/entry.ts';
import { z } from '../schema.ts';
import type { Contract } from './define.ts';
import {
  batchSchema,
  macroVersionSchema,
  nothing,
  noticeSchema,
  notificationSchema,
  storeOutcome,
  storeProblemSchema,
} from './values.ts';

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

export type StoreContract = typeof storeContract;
