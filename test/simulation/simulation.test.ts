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

/** What a run must come to. What it said stands in the failure, because the seed and the trace are in it. */
async function expectClean(...args: readonly string[]): Promise<void> {
  const { code, said, json } = await simulate(...args);
  if (code !== 0) throw new Error(said);
  expect(json).toMatchObject({ lost: 0, duplicated: 0, diverged: 0, resurrected: 0, failed: [] });
}

test('500 schedules: nothing lost, nothing twice, nothing that was taken back, and every screen as the helpdesk has it', async () => {
  await expectClean('--schedules', '500', '--seed', '1');
}, 360_000);

test('where a helpdesk does late what it had promised to do soon, what doubles is shown as twice', async () => {
  await expectClean('--schedules', '60', '--seed', '1', '--late');
}, 120_000);

test.each(FAILED_ONCE)('seed $seed, which once found $found', async ({ seed, edition }) => {
  const { violations } = await runSchedule(drawSchedule(seed, 0.95, edition));
  expect(violations).toEqual([]);
});

test('the same seed runs the same way', async () => {
  const [one, other] = [await runSchedule(drawSchedule(77, 0.95)), await runSchedule(drawSchedule(77, 0.95))];
  expect(one.trace).toEqual(other.trace);
});
