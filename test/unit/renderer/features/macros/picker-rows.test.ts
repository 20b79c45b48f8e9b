import { expect, test } from 'vitest';
import { pickerRows, withDigitsNow } from '#renderer/features/macros/picker-rows.ts';
import type { MacroById } from '#renderer/store/desk-own.ts';

const choice = (id: string, mayRun = true): MacroById => ({
  macro: { id, title: id, description: '', accountId: null, steps: [], restriction: null },
  source: 'mine',
  folder: [],
  name: id,
  uses: 0,
  mayRun,
});
const best = ['a', 'b', 'c', 'd'].map((id) => choice(id));
const listed = (rows: ReturnType<typeof pickerRows>) => rows.map(({ name, digit }) => `${digit ?? '-'}${name}`);

test('without digits of the agent’s own those used most have them', () => {
  const many = Array.from({ length: 11 }, (_, at) => choice(`m${at}`));
  const rows = pickerRows(many, { digits: {}, known: [], at: null });
  expect(rows.map(({ digit }) => digit)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null, null]);
  expect(rows.map(({ name }) => name)).toEqual(many.map(({ name }) => name));
});

test('a given digit is always the same macro’s, also of one that is used less than those listed', () => {
  const rows = pickerRows(best, { digits: { c: 1, z: 3 }, known: [choice('c'), choice('z')], at: null });
  expect(listed(rows)).toEqual(['1c', '2a', '3z', '4b', '5d']);
});

test('the digit of a macro that cannot be run here, or is gone, is nobody else’s', () => {
  const known = [choice('y', false)];
  expect(listed(pickerRows(best, { digits: { y: 1, gone: 2 }, known, at: null }))).toEqual(['3a', '4b', '5c', '6d']);
});

test('of two macros for one digit, of two helpdesks, both are listed', () => {
  const known = [choice('x'), choice('y')];
  const rows = pickerRows(best.slice(0, 1), { digits: { x: 1, y: 1 }, known, at: null });
  expect(listed(rows)).toEqual(['1x', '2a', '-y']);
});

test('the one that the picker was opened at stands first, once, also where it cannot be run', () => {
  expect(listed(pickerRows(best, { digits: {}, known: [choice('c')], at: 'c' }))).toEqual(['3c', '1a', '2b', '4d']);
  expect(listed(pickerRows(best.slice(0, 1), { digits: {}, known: [choice('y', false)], at: 'y' }))).toEqual([
    '-y',
    '1a',
  ]);
});

test('rows keep their places while digits are given', () => {
  const before = { c: 1 };
  const rows = pickerRows(best, { digits: before, known: [choice('c')], at: null });
  expect(listed(rows)).toEqual(['1c', '2a', '3b', '4d']);
  expect(listed(withDigitsNow(rows, before, { c: 1, a: 4 }))).toEqual(['1c', '4a', '3b', '-d']);
  expect(listed(withDigitsNow(rows, before, { b: 1 }))).toEqual(['-c', '2a', '1b', '4d']);
});
