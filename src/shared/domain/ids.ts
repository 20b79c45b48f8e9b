import { z } from '../schema.ts';

/** One helpdesk login: connector, host and remote user, as a file-name-safe slug. Names the database and the profile's files. */
export const accountIdSchema = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/);
export type AccountId = z.infer<typeof accountIdSchema>;

/**
 * Holdfast's own id of a ticket, unique over all accounts. A ticket that came from the helpdesk is
 * `<account>:<remote id>`; one made here and not yet delivered is `<account>:new-<ULID>`, and keeps that id for good
 * (its remote id becomes an attribute), so that nothing that points at it has to be rewritten.
 */
export const ticketIdSchema = z.string().min(3).max(300);
export type TicketId = z.infer<typeof ticketIdSchema>;

/** The helpdesk's id of anything, as a string whatever the helpdesk calls it. */
export const remoteIdSchema = z.string().min(1).max(200);
export type RemoteId = z.infer<typeof remoteIdSchema>;

/** The ticket id under which a row that came from the helpdesk is kept, unless it was made here first. */
export const ticketIdOf = (account: AccountId, remoteId: RemoteId): TicketId => `${account}:${remoteId}`;

/** The id of a ticket made here; `ulid` is the create action's. */
export const newTicketId = (account: AccountId, ulid: string): TicketId => `${account}:new-${ulid}`;

/** The account a ticket id belongs to. */
export const accountOf = (ticketId: TicketId): AccountId => ticketId.slice(0, ticketId.indexOf(':'));

/** Ids that are numbers by size, others as text: of two things made in the same second the later id is the later thing. */
export const compareRemoteIds = (a: RemoteId, b: RemoteId): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** UTC milliseconds. */
export const instantSchema = z.number().int();
