import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { RemoteId, TicketId } from '#shared/domain/ids.ts';
import type { Macro } from '#shared/macros/macro.ts';

/** Macros for these tickets; without any, macros of all accounts. An empty text finds all of them. */
export type MacroQuery = {
  readonly ticketIds: readonly TicketId[];
  readonly text: string;
  readonly limit: number;
};

/** A macro to choose. */
export type MacroChoice = {
  readonly macro: Macro;
  readonly source: 'mine' | 'helpdesk';
  /** The title's parts: those in front from the outermost in, and the last. */
  readonly folder: readonly string[];
  readonly name: string;
  /** As uses count now, which is half for one of a month ago. */
  readonly uses: number;
};

/** Macros by their ids, and the tickets that they would be run on; none where that does not matter. */
export type MacrosById = {
  readonly ids: readonly string[];
  readonly ticketIds: readonly TicketId[];
};

/** `mayRun`: it belongs to the tickets' account, and the helpdesk lets this agent run it. */
export type MacroById = MacroChoice & { readonly mayRun: boolean };

/** Canned responses for a ticket, null where there is none yet. */
export type CannedQuery = {
  readonly ticketId: TicketId | null;
  /** Of a ticket that is not there yet. */
  readonly requesterId?: RemoteId | null;
  readonly text: string;
  readonly limit: number;
};

/** A canned response to choose. */
export type CannedChoice = Pick<
  CannedResponse,
  'id' | 'shortcode' | 'title' | 'folder' | 'tags' | 'scope' | 'files'
> & {
  /** That of the requester's language first, then those to switch to. */
  readonly variants: CannedResponse['variants'];
  /** Where the words typed were found; null when none were. */
  readonly matched: 'shortcode' | 'title' | 'tags' | 'text' | null;
  /** A line of the first variant, about what was found in it; `from` to `to` is that, the same where nothing was. */
  readonly excerpt: { readonly text: string; readonly from: number; readonly to: number };
  readonly uses: number;
};

/** A macro was run on these tickets, or a canned response put into a message on them. */
export type UsedThing = {
  readonly kind: 'macro' | 'response';
  readonly id: string;
  readonly ticketIds: readonly TicketId[];
  /** Before what it led to was done, UTC ms. */
  readonly at: number;
  /** Tickets on which it went into something that was done, or that waits in the composer. */
  readonly into: readonly TicketId[];
  /** It waits there. */
  readonly waits: boolean;
};
