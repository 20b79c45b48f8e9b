import { expect, test } from 'vitest';
import { extended, kept, targetsOf, toggled, withAll } from '../../../../src/renderer/src/state/selection.ts';

const nothing = { selected: new Set<string>(), trail: [] };
const ids = ({ selected }: { readonly selected: ReadonlySet<string> }): string => [...selected].sort().join('');

test('a press ticks, the next takes the tick away', () => {
  const one = toggled(nothing, 'a');
  expect(ids(one)).toBe('a');
  expect(ids(toggled(one, 'a'))).toBe('');
});

test('going on ticks each row passed, and going back takes back what going on ticked', () => {
  const there = extended(extended(nothing, 'b', 'c'), 'c', 'd');
  expect(ids(there)).toBe('bcd');
  const back = extended(extended(there, 'd', 'c'), 'c', 'b');
  expect(ids(back)).toBe('b');
  expect(ids(extended(back, 'b', 'a'))).toBe('ab');
});

test('what was ticked elsewhere stays', () => {
  expect(ids(extended(withAll(nothing, ['x', 'y']), 'a', 'b'))).toBe('abxy');
});

test('a ticket that is gone is not ticked; nothing changes where all are there', () => {
  const three = withAll(nothing, ['a', 'b', 'c']);
  expect(ids(kept(three, new Set(['a', 'c'])))).toBe('ac');
  expect(kept(three, new Set(['a', 'b', 'c']))).toBe(three);
});

test('a command is for what is ticked, else the open ticket, else the one with the bar', () => {
  const state = { selected: new Set(['a', 'b']), openTicketId: 'o', focusedTicketId: 'f' };
  expect(targetsOf(state)).toEqual(['a', 'b']);
  expect(targetsOf({ ...state, selected: new Set() })).toEqual(['o']);
  expect(targetsOf({ ...state, selected: new Set(), openTicketId: null })).toEqual(['f']);
});
