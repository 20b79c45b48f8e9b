import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchWindows } from '#main/shell/browser/window-watch.ts';
import { createText } from '#shared/i18n/text.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What the terminal says once the last of the windows has stayed away. */
function saidWith(unsent: number): readonly string[] {
  const lines: string[] = [];
  const watch = watchWindows({
    say: (line) => lines.push(line),
    text: createText('en'),
    unsentCount: () => unsent,
  });
  watch.count(1);
  watch.count(0);
  vi.runAllTimers();
  watch.count(1);
  return lines;
}

test('a window that stays away is told of with how much waits unsent', () => {
  expect(saidWith(0)[0]).toContain('Nothing waits to be sent.');
  expect(saidWith(1)[0]).toContain('1 answer or change waits to be sent');
  expect(saidWith(3)).toEqual([
    expect.stringContaining('3 answers and changes wait to be sent'),
    'A window is connected again.',
  ]);
});
