import { expect, it } from 'vitest';
import { applyChange } from '#shared/calls/apply-change.ts';
import type { Call } from '#shared/calls/call.ts';
import type { CallChange } from '#shared/calls/call-change.ts';
import { callEventsOf } from '#shared/calls/call-events.ts';
import { aCall } from '../../../support/a-call.ts';

const after = (...changes: readonly (readonly [number, CallChange])[]): Call =>
  changes.reduce((call, [at, change]) => applyChange(call, change, at), aCall(1));
const told = (call: Call): readonly string[] => callEventsOf(call).map(({ event, at }) => `${event} ${at}`);

const ANSWER: CallChange = { do: 'answer' };
const HOLD: CallChange = { do: 'hold' };
const RESUME: CallChange = { do: 'resume' };
const HANG_UP: CallChange = { do: 'hang-up' };
const WRAP_UP: CallChange = { do: 'wrap-up', disposition: 'Solved', followUpAt: null };

it('tells a call from its first ring to its wrap-up', () => {
  const call = after([2_000, ANSWER], [3_000, HOLD], [5_000, RESUME], [9_000, HANG_UP], [9_500, WRAP_UP]);
  expect(told(call)).toEqual(['start 1000', 'answer 2000', 'hold 3000', 'resume 5000', 'end 9000', 'wrap 9500']);
  expect(new Set(callEventsOf(call).map(({ callId }) => callId))).toEqual(new Set([call.id]));
});

it('tells of one that goes on what has happened so far', () => {
  expect(told(aCall(1))).toEqual(['start 1000']);
  expect(told(after([2_000, ANSWER], [3_000, HOLD]))).toEqual(['start 1000', 'answer 2000', 'hold 3000']);
});

it('resumes nothing that was hung up while it stood on hold, also where a clock was set back', () => {
  expect(told(after([2_000, ANSWER], [3_000, HOLD], [9_000, HANG_UP]))).toEqual([
    'start 1000',
    'answer 2000',
    'hold 3000',
    'end 9000',
  ]);
  expect(told(after([500, ANSWER], [400, HANG_UP]))).toEqual(['start 1000', 'answer 500', 'end 400']);
});

it('has no wrap-up of a call that nobody answered, here or elsewhere', () => {
  expect(told(after([4_000, HANG_UP], [6_000, { do: 'seen' }]))).toEqual(['start 1000', 'end 4000']);
  const elsewhere = aCall(1, { answeredElsewhere: true, endedAt: 3_000, wrappedAt: 3_000 });
  expect(told(elsewhere)).toEqual(['start 1000', 'end 3000']);
});
