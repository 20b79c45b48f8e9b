import { describe, expect, it } from 'vitest';
import { nextOf, toAnswer, toHoldFirst } from '#renderer/features/calls/bar/hold-first.ts';
import { createPressOnce, ONE_PRESS_MS } from '#renderer/features/calls/bar/press-once.ts';
import { aCall } from '../../../../../support/a-call.ts';

const talking = aCall(1, { answeredAt: 2_000 });
const held = aCall(2, { answeredAt: 2_000, holds: [{ from: 3_000, until: null }] });
const [rings, ringsLater] = [aCall(3), aCall(4)];

describe('which call a command is for', () => {
  it('puts on hold whoever is talked to, and nobody else', () => {
    expect(toHoldFirst([rings, held, talking], rings.id)).toEqual([talking]);
    expect(toHoldFirst([rings, held, talking], talking.id)).toEqual([]);
  });

  it('answers the shown one where it rings, else the one that has rung longest', () => {
    expect(toAnswer([ringsLater, rings, talking], ringsLater)).toBe(ringsLater);
    expect(toAnswer([ringsLater, rings, talking], talking)).toBe(rings);
    expect(toAnswer([held, talking], talking)).toBeNull();
    // One that was placed is answered by the other side alone, and said so where it is shown.
    const placed = aCall(5, { direction: 'out' });
    expect(toAnswer([placed, talking], talking)).toBeNull();
    expect(toAnswer([placed, talking], placed)).toBe(placed);
  });

  it('goes round from the oldest to the newest', () => {
    const calls = [rings, held, talking];
    expect(nextOf(calls, talking)).toBe(held);
    expect(nextOf(calls, held)).toBe(rings);
    expect(nextOf(calls, rings)).toBe(talking);
    expect(nextOf([talking], talking)).toBeNull();
    expect(nextOf([], null)).toBeNull();
  });
});

it('takes a second press within a second for a slip of the hand', () => {
  let at = 0;
  let runs = 0;
  const press = createPressOnce(() => at);
  const pressAt = (time: number): number => {
    at = time;
    press(() => runs++);
    return runs;
  };
  expect(pressAt(0)).toBe(1);
  expect(pressAt(ONE_PRESS_MS - 1)).toBe(1);
  expect(pressAt(ONE_PRESS_MS)).toBe(2);
});
