import type { Rating } from '../domain/desk.ts';
import type { AccountId, RemoteId, TicketId } from '../domain/ids.ts';
import type { SlaMetric } from '../domain/sla.ts';
import type { Channel, Priority, Status } from '../domain/ticket.ts';

/** `system` is a bot, a rule or the helpdesk itself. */
export type Actor = { readonly role: 'agent' | 'requester' | 'system'; readonly id: RemoteId | null };

/** Something that happened to a ticket; `at` is UTC ms by the helpdesk's clock. */
export type Step =
  /** A public message, and an internal one. `opening`: the words that the ticket was made with. */
  | { readonly kind: 'reply'; readonly at: number; readonly by: Actor; readonly opening: boolean }
  | { readonly kind: 'note'; readonly at: number; readonly by: Actor; readonly opening: boolean }
  /** `from` is null of the status that the ticket began with. */
  | {
      readonly kind: 'status';
      readonly at: number;
      readonly by: Actor;
      readonly from: Status | null;
      readonly to: Status;
    }
  | { readonly kind: 'assign'; readonly at: number; readonly by: Actor; readonly to: RemoteId | null }
  | { readonly kind: 'rating'; readonly at: number; readonly score: Rating['score'] }
  /**
   * What came of a promise, once for each. One that is still to be met is told as missed at the time when it will be: `at` lies in the
   * future as long as it can be met.
   */
  | { readonly kind: 'sla'; readonly at: number; readonly metric: SlaMetric; readonly what: 'met' | 'breached' };
export type StepOf<Kind extends Step['kind']> = Extract<Step, { readonly kind: Kind }>;

/** All that figures need of a ticket, without a word of what was said in it. */
export type TicketHistory = {
  readonly ticketId: TicketId;
  readonly accountId: AccountId;
  readonly createdAt: number;
  readonly createdBy: Actor;
  /** As the header tells it; null also where it tells nothing. */
  readonly solvedAt: number | null;
  readonly channel: Channel;
  readonly priority: Priority | null;
  readonly groupId: RemoteId | null;
  readonly tags: readonly string[];
  /** Everything that happened to it is in `steps`; otherwise only what its header and those messages tell that are here. */
  readonly whole: boolean;
  /** Its words went into another ticket: it counts in no figure. */
  readonly merged: boolean;
  /** In order of time; those of one instant as the helpdesk lists them. */
  readonly steps: readonly Step[];
};

/** Steps of some kinds, in their order. */
export const stepsOf = <Kind extends Step['kind']>(
  { steps }: Pick<TicketHistory, 'steps'>,
  ...kinds: readonly Kind[]
): readonly StepOf<Kind>[] => steps.filter((step): step is StepOf<Kind> => kinds.some((kind) => kind === step.kind));
