import { describe, expect, it } from 'vitest';
import { timesOf } from '#shared/calls/call-times.ts';
import { aCall } from '../../../support/a-call.ts';

describe('how long a call lasted', () => {
  it('tells ring, talk, hold and wrap apart', () => {
    const call = aCall(1, {
      startedAt: 0,
      answeredAt: 8_000,
      holds: [
        { from: 20_000, until: 35_000 },
        { from: 50_000, until: 55_000 },
      ],
      endedAt: 68_000,
      wrappedAt: 98_000,
    });
    // 68 - 8 = 60 s on the line, 15 + 5 s of them on hold.
    expect(timesOf(call, 500_000)).toEqual({ ringMs: 8_000, talkMs: 40_000, holdMs: 20_000, wrapMs: 30_000 });
  });

  it('goes on until now where a part has not ended', () => {
    const ringing = aCall(1, { startedAt: 1_000 });
    expect(timesOf(ringing, 4_000)).toEqual({ ringMs: 3_000, talkMs: 0, holdMs: 0, wrapMs: 0 });
    const held = { ...ringing, answeredAt: 2_000, holds: [{ from: 3_000, until: null }] };
    expect(timesOf(held, 4_000)).toEqual({ ringMs: 1_000, talkMs: 1_000, holdMs: 1_000, wrapMs: 0 });
    const wrapping = { ...ringing, answeredAt: 2_000, endedAt: 3_000 };
    expect(timesOf(wrapping, 4_500)).toEqual({ ringMs: 1_000, talkMs: 1_000, holdMs: 0, wrapMs: 1_500 });
  });

  it('has no talk and no wrap-up where nobody answered, and no negative time where a clock was set back', () => {
    expect(timesOf(aCall(1, { startedAt: 0, endedAt: 12_000 }), 99_000)).toEqual({
      ringMs: 12_000,
      talkMs: 0,
      holdMs: 0,
      wrapMs: 0,
    });
    expect(timesOf(aCall(1, { startedAt: 10_000, answeredAt: 4_000, endedAt: 9_000 }), 8_000)).toEqual({
      ringMs: 0,
      talkMs: 5_000,
      holdMs: 0,
      wrapMs: 0,
    });
  });
});
