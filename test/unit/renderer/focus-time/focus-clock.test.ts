import { beforeEach, expect, it } from 'vitest';
import { createFocusClock, type FocusClock, IDLE_MS } from '#renderer/focus-time/focus-clock.ts';
import { measureFocus } from '#shared/metrics/measures/focus.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';

const SECOND = 1_000;
let now: number;
let told: OwnEvent[];
let clock: FocusClock;
beforeEach(() => {
  now = 1_000_000;
  told = [];
  clock = createFocusClock(
    () => now,
    (focus) => told.push(focus),
  );
});
/** Time goes by, with ticks as the window has them. */
const pass = (seconds: number): void => {
  for (let second = 0; second < seconds; second++) {
    now += SECOND;
    if (now % (5 * SECOND) === 0) clock.tick();
  }
};
/** Ticket and seconds, as they count in the end. */
const spent = () => measureFocus(told).map(({ ticketId, measured }) => `${ticketId} ${measured.value / SECOND}`);

it('counts a ticket from its coming to its going', () => {
  clock.before('a:1');
  pass(30);
  clock.before(null);
  pass(60);
  clock.before('a:2');
  pass(10);
  clock.before('a:1');
  pass(4);
  clock.before(null);
  expect(spent()).toEqual(['a:1 30', 'a:2 10', 'a:1 4']);
});

it('tells of what goes on every few seconds, so that a kill costs no more', () => {
  clock.before('a:1');
  for (let second = 0; second < 60; second++) {
    clock.sign();
    pass(1);
  }
  expect(told.length).toBeGreaterThan(5);
  // The window dies here: nothing more is told.
  expect(spent()).toEqual(['a:1 59']);
});

it('stops with the last sign of the agent where they are idle, and goes on with the next', () => {
  clock.before('a:1');
  pass(20);
  clock.sign();
  pass(10 * 60);
  clock.sign();
  pass(15);
  clock.before(null);
  expect(spent()).toEqual(['a:1 20', 'a:1 15']);
});

it('stands through reading without a touch, up to two minutes', () => {
  clock.before('a:1');
  pass(IDLE_MS / SECOND);
  clock.sign();
  pass(10);
  clock.before(null);
  expect(spent()).toEqual(['a:1 130']);
});

it('does not count the sleep of a machine, whose timers stood still', () => {
  clock.before('a:1');
  pass(30);
  clock.sign();
  now += 8 * 3_600 * SECOND;
  clock.sign();
  pass(5);
  clock.before(null);
  expect(spent()).toEqual(['a:1 30', 'a:1 5']);
});

it('counts no look of a moment, and nothing while no ticket is there', () => {
  clock.before('a:1');
  pass(1);
  clock.before('a:2');
  pass(1);
  clock.before(null);
  clock.sign();
  pass(30);
  clock.sign();
  expect(told).toEqual([]);
});
