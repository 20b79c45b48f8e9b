import type { Abilities, FormField, Identity } from '#shared/domain/account.ts';
import type { Rows, Stream } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { ActionKind } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';
import type { z } from '#shared/schema.ts';

/** What sync may rely on. It reads these and never asks which connector it has. */
export type Capabilities = {
  readonly delta: 'cursor' | 'since' | 'search' | 'none';
  readonly tombstones: 'inline' | 'list' | 'log' | 'none';
  readonly precondition: 'etag' | 'stamp' | 'version' | 'none';
  /** How a write whose answer was lost is found again, per kind of action. */
  readonly dedupe: Readonly<Record<ActionKind, 'key' | 'metadata' | 'marker' | 'contentMatch' | 'none'>>;
  /** 0: a read sees every write before it. */
  readonly consistencyMs: number;
  /** How long a request that was cut off may still take effect. */
  readonly lateEffectMs: number;
  /** The account's budget and how often to look for changes when idle. */
  readonly budget: { readonly requests: number; readonly perMs: number };
  readonly pollMs: Readonly<Record<Stream, number>>;
  readonly streams: readonly Stream[];
  readonly actions: readonly ActionKind[];
  /** Merging and linking, which the window offers only where it can be done. */
  readonly abilities: Abilities;
  /** Who else looks at a ticket. None of them tells its agents' programs. */
  readonly presence: 'none';
  /** `pull` of tickets brings conversations itself; otherwise they are asked for one ticket at a time. */
  readonly conversations: 'inPull' | 'perTicket';
};

export type CallOptions = {
  readonly signal: AbortSignal;
  /** `agent`: a person waits for it, so it goes first and may use the last of the budget. */
  readonly lane: 'agent' | 'sync';
};

export type Page = {
  readonly rows: Rows;
  /** Opaque to sync; kept in the same transaction as the rows. */
  readonly cursor: string;
  /** Ask again at once; false once the stream's present end is reached. */
  readonly more: boolean;
  /** Tickets or articles still to come in a first fill, where known. */
  readonly remaining: number | null;
  /**
   * Our own share of one of the helpdesk's limits is used up: nothing was read, and the same cursor is to be asked with again
   * after this long. Apart from `rateLimited`, because the helpdesk refused nothing and everything else may go on.
   */
  readonly waitMs?: number;
};

/**
 * What came of a write. `rows` hold the ticket and, for messages, the whole conversation as they now are; of a forward, which leaves
 * both as they were, the message alone.
 */
export type Pushed = {
  readonly ticketRemoteId: RemoteId;
  readonly messageRemoteId: RemoteId | null;
  readonly rows: Rows;
};

/** What reading back says about a write whose answer was lost. */
export type ReadBack =
  | { readonly found: 'yes'; readonly pushed: Pushed }
  /** Not there. Sync sends again only after `lateEffectMs`. */
  | { readonly found: 'no' }
  /** Cannot be told (contentMatch with two candidates): the agent decides. */
  | { readonly found: 'undecidable' };

/** Which ticket goes into which. `tellCustomer` makes the note on the source public, where there is one. */
export type MergeRequest = {
  readonly sourceRemoteId: RemoteId;
  readonly targetRemoteId: RemoteId;
  readonly tellCustomer: boolean;
};

export type FileBytes = { readonly mimeType: string; readonly bytes: Uint8Array };
export type NamedFile = FileBytes & { readonly name: string };

/** One account's conversation with its helpdesk. Every method may be called at any time, several at once. */
export type Connector = {
  readonly capabilities: Capabilities;
  /** Proves address and secret. */
  whoAmI(options: CallOptions): Promise<Result<Identity, Failure>>;
  /** The next page of a stream after `cursor`; null starts it, newest first, the agent's own tickets before all. */
  pull(stream: Stream, cursor: string | null, options: CallOptions): Promise<Result<Page, Failure>>;
  /** One ticket with its whole conversation, as it is now. A ticket that is gone comes back as a removal in `rows`. */
  conversation(ticketRemoteId: RemoteId, options: CallOptions): Promise<Result<Rows, Failure>>;
  /**
   * Does what an entry asks, once, in one call where the helpdesk can. `version` is what the write is conditioned on, where
   * it can be; null writes without a condition. A connection that was never made is `offline`; one that broke after the
   * request began to leave is `unknownOutcome`. `along` are other entries whose changes are in this one's already: the write
   * bears the marks of all, so that each can be read back by itself. A forward's files are all in its words.
   */
  push(
    entry: OutboxEntry,
    version: string | null,
    options: CallOptions,
    along?: readonly OutboxEntry[],
  ): Promise<Result<Pushed, Failure>>;
  /**
   * Looks for the effect of an entry that was attempted and whose answer was lost: in what its ticket is, and in what was done to it
   * since it was as `before`, just before the attempt, because somebody may have changed it back. `rejected`: it arrived, and a part
   * of it was refused.
   */
  readBack(entry: OutboxEntry, before: Ticket | null, options: CallOptions): Promise<Result<ReadBack, Failure>>;
  /**
   * Begins to merge a ticket into another, once; whether it came to it is told by reading the source. Answers with what to ask
   * `mergeEnded` for, or null when it is done.
   */
  merge(request: MergeRequest, options: CallOptions): Promise<Result<string | null, Failure>>;
  /** Whether a merge that was begun is done; why not, when the helpdesk has refused it meanwhile. */
  mergeEnded(job: string, options: CallOptions): Promise<Result<boolean, Failure>>;
  /** What the helpdesk keeps with one of its macros, whole: fails rather than to leave one out. */
  macroFiles(macroRemoteId: RemoteId, options: CallOptions): Promise<Result<readonly NamedFile[], Failure>>;
  attachment(
    ticketRemoteId: RemoteId,
    attachmentRemoteId: RemoteId,
    options: CallOptions,
  ): Promise<Result<FileBytes, Failure>>;
};

/** What a connector is given. It uses no other clock, network or log. */
export type ConnectorPorts = {
  /** `fetch` without cookies and cache, with a time limit, behind the account's budget. Rejects as `fetch` does. */
  readonly fetch: (url: string, init: ConnectorRequest) => Promise<Response>;
  readonly now: () => number;
  readonly log: (event: string, facts: Readonly<Record<string, string | number | boolean>>) => void;
  /** Bytes of an outgoing file by SHA-256; null when they are gone. */
  readonly file: (sha256: string) => Promise<Uint8Array | null>;
};
export type ConnectorRequest = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | FormData;
  readonly redirect?: 'follow' | 'manual' | 'error';
  readonly signal: AbortSignal;
  readonly lane: 'agent' | 'sync';
};

/** Opens the browser for the agent and waits on loopback for the answer of an OAuth authorisation. */
export type SignIn = (request: {
  /** `redirectUri` is where the answer is awaited, `challenge` the S256 one of RFC 7636. Returns the URL to open. */
  readonly authorizeUrl: (redirectUri: string, state: string, challenge: string) => string;
  readonly signal: AbortSignal;
}) => Promise<Result<{ readonly code: string; readonly redirectUri: string; readonly verifier: string }, Failure>>;

export type ConnectorDefinition<Config, Secrets> = {
  readonly id: string;
  readonly configSchema: z.ZodType<Config>;
  readonly secretsSchema: z.ZodType<Secrets>;
  /** What the accounts dialog asks for. */
  readonly form: readonly FormField[];
  /** The address it talks to: with `id` and the remote user it makes the account's id. */
  readonly host: (config: Config) => string;
  /** Turns what the form gave into what is kept; where there is nothing to exchange it hands `secrets` back. */
  readonly authorize: (
    config: Config,
    secrets: Readonly<Record<string, string>>,
    ports: ConnectorPorts & { readonly signIn: SignIn },
  ) => Promise<Result<Secrets, Failure>>;
  readonly create: (
    config: Config,
    secrets: Secrets,
    ports: ConnectorPorts & { readonly keepSecrets: (secrets: Secrets) => Promise<void> },
    me: Identity | null,
  ) => Connector;
};

/** What the accounts dialog is told of fields that do not parse. */
export const unusableSettings = (fields: readonly string[]): Failure => ({
  code: 'rejected',
  reasons: fields.map((field) => ({ code: 'setting', field })),
  detail: 'configuration',
});

/** A definition whose own types are closed over, as the registry holds it. */
export type AnyConnectorDefinition = {
  readonly id: string;
  readonly form: readonly FormField[];
  readonly open: (
    config: Readonly<Record<string, string>>,
    secrets: Readonly<Record<string, string>>,
    ports: ConnectorPorts & { readonly keepSecrets: (secrets: Readonly<Record<string, string>>) => Promise<void> },
    me: Identity | null,
  ) => Result<{ readonly host: string; readonly connector: Connector }, readonly string[]>;
  readonly authorize: (
    config: Readonly<Record<string, string>>,
    secrets: Readonly<Record<string, string>>,
    ports: ConnectorPorts & { readonly signIn: SignIn },
  ) => Promise<Result<Readonly<Record<string, string>>, Failure>>;
};

/** Parses configuration and secrets at the edge and closes over their types. */
export function defineConnector<Config, Secrets extends Readonly<Record<string, string>>>(
  definition: ConnectorDefinition<Config, Secrets>,
): AnyConnectorDefinition {
  const parse = (config: unknown) => {
    const parsed = definition.configSchema.safeParse(config);
    return parsed.success
      ? { ok: true as const, value: parsed.data }
      : { ok: false as const, error: parsed.error.issues.map((issue) => issue.path.join('.')) };
  };
  return {
    id: definition.id,
    form: definition.form,
    open: (config, secrets, ports, me) => {
      const parsedConfig = parse(config);
      if (!parsedConfig.ok) return parsedConfig;
      const parsedSecrets = definition.secretsSchema.safeParse(secrets);
      if (!parsedSecrets.success)
        return { ok: false, error: parsedSecrets.error.issues.map((issue) => issue.path.join('.')) };
      return {
        ok: true,
        value: {
          host: definition.host(parsedConfig.value),
          connector: definition.create(parsedConfig.value, parsedSecrets.data, ports, me),
        },
      };
    },
    authorize: async (config, secrets, ports) => {
      const parsedConfig = parse(config);
      if (!parsedConfig.ok) return { ok: false, error: unusableSettings(parsedConfig.error) };
      return definition.authorize(parsedConfig.value, secrets, ports);
    },
  };
}
