import type { CallerAnswerWith, CallerWith } from '#shared/calls/caller.ts';
import type { TicketHeader } from './desk-views.ts';

/** Who may be calling, as the window has them. */
export type Caller = CallerWith<TicketHeader>;
export type CallerAnswer = CallerAnswerWith<TicketHeader>;
