import type { AnyConnectorDefinition } from '#main/connectors/contract.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { Priority, Status } from '#shared/domain/ticket.ts';

/** What the suite needs of a real helpdesk beside the connector: other people at work on it, and an honest count of effects. */
export type Bench = {
  readonly definition: AnyConnectorDefinition;
  readonly config: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly driver: Driver;
  /** The helpdesk's clock, which the connector is given as its own. */
  readonly now: () => number;
  /** Lets this much of that clock pass: moves it where it is ours to move, really waits where it is not. */
  readonly passTime: (ms: number) => Promise<void>;
  /**
   * Breaks one ticket record inside an answer's JSON as a helpdesk might (a number where an object belongs) and returns the
   * broken answer; null when this answer holds no ticket that the pull reads.
   */
  readonly spoilTicket: (url: string, json: unknown) => unknown | null;
  readonly close: () => Promise<void>;
};

/** Acts on the helpdesk as customers and colleagues do, by its own interface and never through the connector. */
export type Driver = {
  /** A customer writes in. `mine` assigns it to the connector's user, in a status that is not solved. */
  readonly createTicket: (ticket: {
    readonly subject: string;
    /** Plain text. */
    readonly body: string;
    readonly mine: boolean;
  }) => Promise<RemoteId>;
  readonly customerReplies: (ticket: RemoteId, text: string) => Promise<void>;
  /** Customer's message with a file. Left out where the helpdesk cannot be told so. */
  readonly customerSendsFile?: (
    ticket: RemoteId,
    text: string,
    file: { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array },
  ) => Promise<void>;
  /** A colleague, not the connector's user, writes. */
  readonly colleagueWrites: (ticket: RemoteId, kind: 'reply' | 'note', text: string) => Promise<void>;
  readonly colleagueChanges: (
    ticket: RemoteId,
    changes: { readonly status?: Status; readonly subject?: string; readonly priority?: Priority },
  ) => Promise<void>;
  /** That colleague follows the ticket. Left out where nobody can. */
  readonly colleagueFollows?: (ticket: RemoteId) => Promise<void>;
  readonly deleteTicket?: (ticket: RemoteId) => Promise<void>;
  readonly mergeTickets?: (from: RemoteId, into: RemoteId) => Promise<void>;
  /** Takes the ticket out of the connector user's sight without deleting it. */
  readonly hideTicket?: (ticket: RemoteId) => Promise<void>;
  /** Every ticket that the connector's user may see and that is neither deleted nor merged away. */
  readonly everyTicket: () => Promise<readonly RemoteId[]>;
  /** How many messages of the ticket contain `text`; `kind` narrows it to replies or notes. */
  readonly countMessages: (ticket: RemoteId, text: string, kind: 'reply' | 'note') => Promise<number>;
  /** How many messages with `text` went from the ticket to just these people outside of it; left out where none can. */
  readonly countForwarded?: (ticket: RemoteId, text: string, to: readonly string[]) => Promise<number>;
  /** The tickets whose subject is exactly this. */
  readonly ticketsWithSubject: (subject: string) => Promise<readonly RemoteId[]>;
  /** The ticket as the helpdesk itself tells it. */
  readonly read: (ticket: RemoteId) => Promise<{
    readonly subject: string;
    readonly status: Status;
    readonly priority: Priority | null;
    readonly assigneeId: RemoteId | null;
    readonly tags: readonly string[];
    readonly followerIds: readonly RemoteId[];
  }>;
  /** Addresses of those who are in copy on a ticket. */
  readonly copiedOn: (ticket: RemoteId) => Promise<readonly string[]>;
  /** An address at which a new customer may be reached, for a ticket made by the agent. */
  readonly newCustomerEmail: string;
};
