import { writeCsvRows } from '../csv/csv-rows.ts';
import type { Call } from './call.ts';
import { outcomeOf } from './call-outcome.ts';
import { timesOf } from './call-times.ts';

/** A call with the names of whom and what it was about; empty where there are none. */
export type CallRecord = {
  readonly call: Call;
  readonly person: string;
  readonly ticket: { readonly number: string; readonly subject: string } | null;
};

const COLUMNS = [
  ...['started', 'answered', 'ended', 'direction', 'outcome', 'number', 'name', 'customer', 'line', 'queue'],
  ...['ring_seconds', 'talk_seconds', 'hold_seconds', 'wrap_up_seconds', 'disposition', 'passed_on_to', 'follow_up'],
  ...['ticket', 'subject', 'cause', 'id', 'goes_on_from'],
] as const;

/** Calls as RFC 4180 has a table: instants in ISO 8601 (UTC), spans in whole seconds; what goes on counts until `now` (UTC ms). */
export const writeCallLogCsv = (records: readonly CallRecord[], now: number): string =>
  writeCsvRows([COLUMNS, ...records.map((record) => cellsOf(record, now))]);

function cellsOf({ call, person, ticket }: CallRecord, now: number): readonly string[] {
  const { ringMs, talkMs, holdMs, wrapMs } = timesOf(call, now);
  return [
    ...[instant(call.startedAt), instant(call.answeredAt), instant(call.endedAt)],
    ...[call.direction, outcomeOf(call), call.number, call.name, person, call.line, call.queue],
    ...[ringMs, talkMs, holdMs, wrapMs].map(seconds),
    ...[call.disposition, call.transferredTo, instant(call.followUpAt)],
    ...[ticket?.number ?? '', ticket?.subject ?? '', call.cause, call.id, call.resumes ?? ''],
  ];
}

const instant = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());
const seconds = (ms: number): string => String(Math.round(ms / 1_000));
