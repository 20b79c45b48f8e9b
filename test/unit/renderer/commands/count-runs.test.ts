import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRunCounter, type RunCounter } from '#renderer/commands/count-runs.ts';
import type { CommandRuns } from '#shared/commands/command-runs.ts';

describe('createRunCounter', () => {
  let now: number;
  let kept: (readonly CommandRuns[])[];
  let keeps: boolean;
  let due: (() => void)[];
  let counter: RunCounter;
  const pass = (): void => {
    for (const run of due.splice(0)) run();
  };

  beforeEach(() => {
    now = new Date(2026, 10, 26, 23, 59).getTime();
    kept = [];
    keeps = true;
    due = [];
    counter = createRunCounter({
      keep: async (runs) => {
        kept.push(runs);
        return keeps;
      },
      now: () => now,
      after: (_, run) => void due.push(run),
    });
  });

  it('hands counts on together, and nothing while a key is pressed', () => {
    counter.count('list.next', 'key');
    counter.count('list.next', 'key');
    counter.count('ticket.solve', 'button');
    expect(kept).toEqual([]);
    pass();
    expect(kept).toEqual([
      [
        { day: '2026-11-26', command: 'list.next', source: 'key', count: 2 },
        { day: '2026-11-26', command: 'ticket.solve', source: 'button', count: 1 },
      ],
    ]);
  });

  it('counts for the day on which it happened', () => {
    counter.count('list.next', 'key');
    now += 120_000;
    counter.count('list.next', 'key');
    counter.flush();
    expect(kept[0]?.map(({ day }) => day)).toEqual(['2026-11-26', '2026-11-27']);
  });

  it('tries what could not be kept again with the next', async () => {
    keeps = false;
    counter.count('list.next', 'key');
    pass();
    keeps = true;
    await vi.waitFor(() => {
      counter.count('list.next', 'key');
      pass();
      expect(kept.at(-1)?.[0]?.count).toBeGreaterThan(1);
    });
  });

  it('has nothing to hand on twice', () => {
    counter.count('list.next', 'key');
    counter.flush();
    pass();
    counter.flush();
    expect(kept).toHaveLength(1);
  });
});
