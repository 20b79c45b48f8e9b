import { z } from '../schema.ts';
import { streamSchema } from './batch.ts';
import { failureSchema } from './failure.ts';
import { accountIdSchema, instantSchema, remoteIdSchema } from './ids.ts';
import { LINK_KINDS } from './ticket.ts';

/** Who the helpdesk says we are. */
export const identitySchema = z.object({
  remoteId: remoteIdSchema,
  name: z.string(),
  email: z.string().nullable(),
  /** Decides what may be pulled (Zendesk's incremental export is for administrators). */
  administrator: z.boolean(),
  groupIds: z.array(remoteIdSchema).readonly(),
  /** Whether this account of the helpdesk forwards at all; absent where the helpdesk does not say, and where it was not asked yet. */
  forwards: z.boolean().optional(),
});
export type Identity = Readonly<z.infer<typeof identitySchema>>;

/** An account as the window may see it: never its secret. */
export const accountSchema = z.object({
  id: accountIdSchema,
  connectorId: z.string(),
  /** What the agent reads: a name they gave, or the host. */
  label: z.string(),
  /** As the connector's form asked for it, without secrets. */
  config: z.record(z.string(), z.string()),
  me: identitySchema,
  /** The embedded practice desk. */
  practice: z.boolean(),
});
export type Account = Readonly<z.infer<typeof accountSchema>>;

/** What the helpdesk takes of files, in bytes; null where that is not known. */
const limitsSchema = z.object({
  fileBytes: z.number().int().positive().nullable(),
  /** All files of one message together. */
  messageBytes: z.number().int().positive().nullable(),
});
export type FileLimits = Readonly<z.infer<typeof limitsSchema>>;

/** What an agent may do to tickets there beside writing on them. */
export const abilitiesSchema = z.object({
  /** `noted`: with a note on both tickets, which the customer may be shown. */
  merge: z.enum(['no', 'plain', 'noted']),
  /** As what a ticket may be linked with another. */
  links: z.array(z.enum(LINK_KINDS)).readonly(),
  /** Whether agents can follow a ticket. */
  followers: z.boolean(),
  limits: limitsSchema,
  /** Messages to people outside a ticket. `not-in-plan`: the helpdesk has that, and this account of it does not. */
  forward: z.enum(['yes', 'no', 'not-in-plan']),
});
export type Abilities = Readonly<z.infer<typeof abilitiesSchema>>;

/** What an agent may do, given what the helpdesk says of the account itself. */
export const abilitiesFor = (abilities: Abilities, { forwards }: Pick<Identity, 'forwards'>): Abilities =>
  abilities.forward === 'yes' && forwards === false ? { ...abilities, forward: 'not-in-plan' } : abilities;

/** What the status line tells of an account, as main knows it. */
export const healthSchema = z.object({
  accountId: accountIdSchema,
  /** first-sync until every stream has been read to its end once. */
  phase: z.enum(['waiting', 'first-sync', 'syncing', 'idle']),
  online: z.boolean(),
  problem: failureSchema.nullable(),
  /** When it will be tried again; null when it needs the agent (a password) or nothing is wrong. */
  retryAt: instantSchema.nullable(),
  lastSyncAt: instantSchema.nullable(),
  /** Of the first sync; `total` null while unknown. */
  progress: z.object({ done: z.number(), total: z.number().nullable() }).nullable(),
  /** Streams read to their end at least once: views over them are complete. */
  complete: z.array(streamSchema).readonly(),
  /** Helpdesk's clock minus ours. */
  clockSkewMs: z.number(),
  /** Null while no connector is open, as before the agent has signed in. */
  abilities: abilitiesSchema.nullable(),
});
export type Health = Readonly<z.infer<typeof healthSchema>>;

/** What is needed to tell whether the helpdesk can be reached. */
export type Reach = Pick<Health, 'phase' | 'online' | 'problem'>;
/** Nothing was asked of the helpdesk yet: whether it can be reached is not known. */
export const isUnasked = ({ phase, online, problem }: Reach): boolean =>
  phase === 'waiting' && !online && problem === null;
/** It is known that the helpdesk cannot be reached. */
export const isOffline = (health: Reach | undefined): boolean =>
  health !== undefined && !health.online && !isUnasked(health);

/** A field of the accounts dialog. Labels are locale keys `accounts.<connector>.<name>`. */
export const formFieldSchema = z.object({
  name: z.string(),
  kind: z.enum(['url', 'text', 'secret', 'choice']),
  choices: z.array(z.string()).readonly(),
  required: z.boolean(),
  /** Shown only while the choice field named so has the value named so. */
  when: z.object({ field: z.string(), value: z.string() }).nullable(),
});
export type FormField = Readonly<z.infer<typeof formFieldSchema>>;

export const connectorFormSchema = z.object({ connectorId: z.string(), fields: z.array(formFieldSchema).readonly() });
export type ConnectorForm = Readonly<z.infer<typeof connectorFormSchema>>;
