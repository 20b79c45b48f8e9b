import type { CallerAnswerWith, CallerWith, ScreenPopWith } from '#shared/calls/caller.ts';
import type { TicketHeader } from './desk-views.ts';

/** Who may be calling and what that opens, as the window has them. */
export type Caller = CallerWith<TicketHeader>;
export type CallerAnswer = CallerAnswerWith<TicketHeader>;
export type ScreenPop = ScreenPopWith<TicketHeader>;
