import type { Call } from '#shared/calls/call.ts';
import type { CallChange } from '#shared/calls/call-change.ts';
import type { CallerAnswerWith, CallerWith } from '#shared/calls/caller.ts';
import type { Telephone } from '#shared/link/values.ts';
import type { Result } from '#shared/result.ts';
import type { CallLog, CallLogQuery, CallToPlace } from './desk-call-log.ts';
import type { TicketHeader } from './desk-views.ts';

/** Who may be calling, as the window has them. */
export type Caller = CallerWith<TicketHeader>;
export type CallerAnswer = CallerAnswerWith<TicketHeader>;

/** Countries whose numbers can be read (ISO 3166-1 alpha-2), and the one where this machine is. */
export type CallCountries = { readonly own: string; readonly all: readonly string[] };

/** What the window asks and tells about calls. */
export type DeskCalls = {
  /** Who may be calling from a number, as it came from the telephone. */
  findCaller(number: string): Promise<CallerAnswer>;
  /** Where numbers may be from that name no country. */
  callCountries(): Promise<CallCountries>;
  /** Those that are not done, the newest first. */
  calls(): Promise<readonly Call[]>;
  /** `not-kept`: the call is not known, or the change holds for this run and is not on disk yet. */
  changeCall(callId: string, change: CallChange): Promise<Result<null, 'no-link' | 'not-kept'>>;
  /** Answers with the id of the call; `no-handler`: nothing here dials, or it is no number. */
  placeCall(request: CallToPlace): Promise<Result<string, 'no-link' | 'no-handler'>>;
  /** From memory, once the log has been read; without a link what has been. */
  callLog(query: CallLogQuery): Promise<CallLog>;
  /** Where a telephone system can tell of calls. */
  telephone(): Promise<Result<Telephone, 'no-link'>>;
  /** A new token for it, shown this once; any before it is good no longer. */
  newTelephoneToken(): Promise<Result<string, 'no-link' | 'not-kept'>>;
};
