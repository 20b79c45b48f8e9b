import { describe, expect, it } from 'vitest';
import { shownOf, standingOf } from '#renderer/features/calls/shown-call.ts';
import { aCall } from '../../../../support/a-call.ts';

const ended = { answeredAt: 2_000, endedAt: 3_000 };

describe('the shown call', () => {
  const [ringing, talking, wrapping] = [aCall(3), aCall(2, { answeredAt: 2_000 }), aCall(1, ended)];

  it('is the one that needs the agent most, unless another is asked for', () => {
    expect(shownOf([ringing, talking, wrapping], null)).toBe(talking);
    expect(shownOf([ringing, wrapping], null)).toBe(wrapping);
    expect(shownOf([ringing, talking, wrapping], ringing.id)).toBe(ringing);
    expect(shownOf([ringing, talking], 'one that is done')).toBe(talking);
    expect(shownOf([], null)).toBeNull();
  });
});

describe('a call that goes on from one that broke off', () => {
  const first = aCall(1, ended);
  const rings = aCall(2, { resumes: first.id });
  const again = aCall(2, { resumes: first.id, answeredAt: 5_000 });

  it('is one with it as soon as it is answered', () => {
    expect(standingOf([rings, first])).toEqual([rings, first]);
    expect(standingOf([again, first])).toEqual([again]);
    // Nobody took it: the first is there again.
    expect(standingOf([{ ...rings, endedAt: 4_000 }, first])).toHaveLength(2);
    expect(shownOf([again, first], first.id)).toBe(again);
  });
});
