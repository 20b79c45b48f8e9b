import type { CallerAnswerWith, CallerWith } from '#shared/calls/caller.ts';
import type { TicketHeader } from './desk-views.ts';

/** Who may be calling, as the window has them. */
export type Caller = CallerWith<TicketHeader>;
export type CallerAnswer = CallerAnswerWith<TicketHeader>;

/** Countries whose numbers can be read (ISO 3166-1 alpha-2), and the one where this machine is. */
export type CallCountries = { readonly own: string; readonly all: readonly string[] };
