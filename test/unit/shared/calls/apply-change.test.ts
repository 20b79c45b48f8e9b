import { expect, it } from 'vitest';
import { applyChange, applyEvent } from '#shared/calls/apply-change.ts';
import type { Call } from '#shared/calls/call.ts';
import type { CallChange } from '#shared/calls/call-change.ts';
import { aCall } from '../../../support/a-call.ts';

const after = (...changes: readonly (readonly [number, CallChange])[]): Call =>
  changes.reduce((call, [at, change]) => applyChange(call, change, at), aCall(1));

const ANSWER: CallChange = { do: 'answer' };
const HOLD: CallChange = { do: 'hold' };
const RESUME: CallChange = { do: 'resume' };
const HANG_UP: CallChange = { do: 'hang-up' };
const WRAP_UP: CallChange = { do: 'wrap-up', disposition: 'Solved', followUpAt: null };

it('keeps the instants of a call from its first ring to its wrap-up', () => {
  expect(after([2_000, ANSWER], [3_000, HOLD], [5_000, RESUME], [9_000, HANG_UP], [9_500, WRAP_UP])).toMatchObject({
    startedAt: 1_000,
    answeredAt: 2_000,
    holds: [{ from: 3_000, until: 5_000 }],
    endedAt: 9_000,
    wrappedAt: 9_500,
    disposition: 'Solved',
  });
});

it('keeps of one that goes on what has happened so far', () => {
  expect(after([2_000, ANSWER], [3_000, HOLD])).toEqual(
    aCall(1, { answeredAt: 2_000, holds: [{ from: 3_000, until: null }] }),
  );
});

it('ends a hold and a silence with the call', () => {
  expect(after([2_000, ANSWER], [3_000, HOLD], [4_000, { do: 'mute', on: true }], [9_000, HANG_UP])).toMatchObject({
    holds: [{ from: 3_000, until: 9_000 }],
    mutedSince: null,
    endedAt: 9_000,
  });
});

it('is the same call after what says nothing new', () => {
  const talking = after([2_000, ANSWER]);
  const over = after([2_000, ANSWER], [9_000, HANG_UP]);
  for (const change of [ANSWER, RESUME, WRAP_UP, { do: 'seen' }] as const)
    expect(applyChange(talking, change, 3_000)).toBe(talking);
  for (const change of [ANSWER, HOLD, RESUME, HANG_UP] as const) expect(applyChange(over, change, 9_500)).toBe(over);
  expect(applyChange(aCall(1), HOLD, 3_000)).toEqual(aCall(1));
});

it('takes why it ended from a telephone that says so after the agent, and no other end', () => {
  const over = after([2_000, ANSWER], [9_000, HANG_UP]);
  const told = { event: 'hangup', externalId: 'x', cause: 'normal' } as const;
  expect(applyEvent(over, told, { at: 9_700, isMe: true })).toEqual({ ...over, cause: 'normal' });
});

it('is over for whom a colleague took it from, and goes on for whom it was', () => {
  const told = { event: 'answer', externalId: 'x', direction: 'in', number: '', line: '', users: [] } as const;
  expect(applyEvent(aCall(1), told, { at: 3_000, isMe: false })).toEqual(
    aCall(1, { answeredElsewhere: true, endedAt: 3_000, wrappedAt: 3_000 }),
  );
  expect(applyEvent(aCall(1), told, { at: 3_000, isMe: true })).toEqual(aCall(1, { answeredAt: 3_000 }));
});
