import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FAILED_ONCE } from './failed-once.ts';
import { drawSchedule, runSchedule } from './schedule.ts';

/** In processes of its own, one for each core. */
function simulate(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly said: string; readonly json: unknown }> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-simulation-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'summary.json');
  const child = fork(new URL('run.ts', import.meta.url), [...args, '--json', file], {
    execArgv: ['--import', 'tsx'],
    silent: true,
  });
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, said, json: JSON.parse(readFileSync(file, 'utf8')) })),
  );
}

test('500 schedules: nothing lost, nothing twice, nothing that was taken back, and every screen as the helpdesk has it', async () => {
  const { code, said, json } = await simulate('--schedules', '500', '--seed', '1');
  expect(json, said).toMatchObject({ schedules: 500, lost: 0, duplicated: 0, diverged: 0, resurrected: 0, failed: [] });
  expect(code).toBe(0);
}, 360_000);

test('where a helpdesk does late what it had promised to do soon, what doubles is shown as twice', async () => {
  const { code, said, json } = await simulate('--schedules', '100', '--seed', '1', '--late');
  expect(json, said).toMatchObject({ schedules: 100, lost: 0, diverged: 0, resurrected: 0 });
  expect(code).toBe(0);
}, 120_000);

test.each(FAILED_ONCE)('seed $seed, which once found $found', async ({ seed }) => {
  const { violations } = await runSchedule(drawSchedule(seed, 0.95));
  expect(violations).toEqual([]);
});

test('the same seed runs the same way', async () => {
  const [one, other] = [await runSchedule(drawSchedule(77, 0.95)), await runSchedule(drawSchedule(77, 0.95))];
  expect(one.trace).toEqual(other.trace);
});
