import { expect, test } from 'vitest';
import { foundGroups } from '#renderer/features/palette/found-groups.ts';

const same = (words: string): string => words;

test('macros stand behind the commands that begin as typed, and before those that just have the letters', () => {
  const commands = ['Refund report', 'Reply from undo'];
  expect(foundGroups(commands, ['Billing: refund'], 'refund', same)).toEqual([
    { label: '', items: ['Refund report'] },
    { label: 'app.keys.group.macros', items: ['Billing: refund'] },
    { label: 'app.palette.more', items: ['Reply from undo'] },
  ]);
  expect(foundGroups(['Đặt lại', 'Solve & stay'], ['m'], 'LAI dat', same)[0]?.items).toEqual(['Đặt lại']);
});

test('without macros commands are listed as they were found', () => {
  expect(foundGroups(['b', 'a'], [], 'a', same)).toEqual([{ label: '', items: ['b', 'a'] }]);
});
