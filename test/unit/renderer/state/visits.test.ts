import { expect, test } from 'vitest';
import {
  type History,
  RECENT_KEPT,
  stepped,
  type Visit,
  visited,
  withRecent,
} from '../../../../src/renderer/src/state/visits.ts';

const nowhere: History = { past: [], ahead: [] };
const at = (ticketId: string | null, viewId = 'own:inbox'): Visit => ({
  place: 'inbox',
  viewId,
  query: null,
  ticketId,
});
const go = (...visits: readonly Visit[]): History =>
  visits.reduce((history, visit) => visited(history, visit, false), nowhere);
const here = ({ past }: History): string | null | undefined => past.at(-1)?.ticketId;

test('back leads through what was open and listed, forward to where back came from', () => {
  const back = stepped(go(at(null), at('a'), at('b'), at(null, 'own:mine')), 'back');
  expect(back?.to).toEqual(at('b'));
  const further = back && stepped(back, 'back');
  expect(further?.to).toEqual(at('a'));
  const forward = further && stepped(further, 'forward');
  expect(forward?.to).toEqual(at('b'));
});

test('who goes somewhere else after going back has nothing ahead', () => {
  const back = stepped(go(at('a'), at('b')), 'back');
  const elsewhere = visited(back ?? nowhere, at('c'), false);
  expect(here(elsewhere)).toBe('c');
  expect(stepped(elsewhere, 'forward')).toBeNull();
  expect(stepped(go(at('a')), 'back')).toBeNull();
});

test('arriving where back or forward led is no visit of its own', () => {
  const back = stepped(go(at('a'), at('b')), 'back');
  expect(visited(back ?? nowhere, at('a'), false)).toBe(back);
});

test('tickets passed over on the way to another are no places to go back to', () => {
  const history = ['b', 'c'].reduce((before, id) => visited(before, at(id), true), go(at(null), at('a')));
  expect(history.past).toEqual([at(null), at('c')]);
});

test('the tickets opened last stand once, the newest first, and the oldest drop out', () => {
  const ids = Array.from({ length: RECENT_KEPT + 3 }, (_, index) => `t${index}`);
  const recent = [...ids, 't5'].reduce<readonly string[]>(withRecent, []);
  expect(recent.slice(0, 2)).toEqual(['t5', `t${RECENT_KEPT + 2}`]);
  expect(recent).toHaveLength(RECENT_KEPT);
});

test('typing over the list is no visit, and back finds what was typed where it leads', () => {
  const typed = (query: string | null, ticketId: string | null = null): Visit => ({ ...at(ticketId), query });
  const history = go(at(null), typed('a'), typed('ab'), typed('ab', 't1'), at(null, 'own:mine'));
  expect(history.past).toEqual([typed('ab'), typed('ab', 't1'), at(null, 'own:mine')]);
  const back = stepped(history, 'back');
  expect(back?.to).toEqual(typed('ab', 't1'));
  // What lies ahead stays: nobody has gone anywhere.
  expect(visited(back ?? nowhere, typed('abc', 't1'), false).ahead).toEqual([at(null, 'own:mine')]);
});
