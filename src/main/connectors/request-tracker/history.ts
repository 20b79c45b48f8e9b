import type { RemoteId } from '#shared/domain/ids.ts';
import type { Status } from '#shared/domain/ticket.ts';
import type { WireAttachment, WireTicket, WireTransaction } from './wire.ts';

/** Everything of one ticket that a conversation is made from. */
export type History = {
  readonly ticket: WireTicket;
  readonly transactions: readonly WireTransaction[];
  /** By transaction id. */
  readonly attachments: ReadonlyMap<string, readonly WireAttachment[]>;
  readonly fieldNames: ReadonlyMap<string, string>;
  /** By numeric id: who is named in the values of a change of owner. */
  readonly userNames: ReadonlyMap<string, string>;
  /** Ids of those who wrote or did something and are no agents, besides the requestors. */
  readonly customers: ReadonlySet<RemoteId>;
  readonly queueNames: ReadonlyMap<string, string>;
  /** Our word for a status that the ticket has or had. */
  readonly statusOf: (name: string) => Status;
  /** Addresses of RT's own queues, in lower case. */
  readonly own: ReadonlySet<string>;
};
