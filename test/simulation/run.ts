import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { minimise } from './minimise.ts';
import { drawSchedule, type Outcome, runSchedule } from './schedule.ts';
import { add, isClean, nothing, type Summary, summaryOf } from './summary.ts';

/**
 * `npm run simulate -- --schedules N --seed S [--late] [--json FILE]`: runs N schedules, prints what they came to, and ends with 1
 * when something that must never happen did, with the seed and the shortest trace found. `--late` runs them with helpdesks
 * that let a cut write take effect later than they promise.
 */
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    late: { type: 'boolean', default: false },
    json: { type: 'string' },
    part: { type: 'string' },
  },
});
const [schedules, seed] = [Number(values.schedules), Number(values.seed)];
const lateness = values.late ? 3 : 0.95;

type Told = { readonly seed: number; readonly summary: Summary; readonly violations: Outcome['violations'] };

/**
 * What a world still waits for when its schedule ends keeps that world in memory (a signal made of others is held for as long as
 * somebody listens), so that a process runs no more than this many.
 */
const MOST_IN_A_PROCESS = 500;

/** Many seeds in one process; an answer for each. */
async function runPart(from: number, count: number): Promise<void> {
  for (let at = from; at < from + count; at += 1) {
    const outcome = await runSchedule(drawSchedule(at, lateness));
    const told: Told = { seed: at, summary: summaryOf(outcome), violations: outcome.violations };
    process.send?.(told);
  }
  process.disconnect();
}

async function runAll(): Promise<void> {
  const begun = performance.now();
  let summary: Summary = nothing;
  const failed: Told[] = [];
  const processes = Math.min(availableParallelism(), schedules);
  const count = Math.min(MOST_IN_A_PROCESS, Math.ceil(schedules / processes));
  const left = Array.from({ length: Math.ceil(schedules / count) }, (_, part) => seed + part * count);
  const codes: (number | null)[] = [];
  const work = async (): Promise<void> => {
    for (let from = left.shift(); from !== undefined; from = left.shift()) {
      const args = [...process.argv.slice(2), '--part', `${from}/${Math.min(count, seed + schedules - from)}`];
      // Nearly everything that a schedule makes is garbage soon.
      const execArgv = [...process.execArgv, '--max-semi-space-size=64'];
      const child = fork(fileURLToPath(import.meta.url), args, { execArgv });
      child.on('message', (told: Told) => {
        summary = add(summary, told.summary);
        if (told.violations.length > 0) failed.push(told);
        if (summary.schedules % 1_000 === 0) console.log(`${summary.schedules} schedules …`);
      });
      codes.push(await ended(child));
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  summary = { ...summary, seconds: Math.round((performance.now() - begun) / 1000) };
  console.table(summary);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ seed, lateness, ...summary, failed }, null, 2)}\n`);
  for (const { seed: at, violations } of failed.slice(0, 20))
    console.log(`seed ${at}: ${violations.map(({ wrong, what }) => `${wrong}: ${what}`).join('; ')}`);
  const [first] = failed;
  const wrong = first?.violations[0]?.wrong;
  if (first && wrong) {
    const { outcome } = await minimise(drawSchedule(first.seed, lateness), wrong);
    console.log(`\nThe shortest trace found of seed ${first.seed}:\n${outcome.trace.join('\n')}`);
    for (const { what } of outcome.violations) console.log(what);
  }
  const isWhole = summary.schedules === schedules && codes.every((code) => code === 0);
  if (!isWhole) console.log(`${schedules - summary.schedules} schedules did not end.`);
  process.exitCode = isWhole && isClean(summary) ? 0 : 1;
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.on('exit', resolve));

if (values.part === undefined) await runAll();
else {
  const [from = seed, count = 1] = values.part.split('/').map(Number);
  await runPart(from, count);
}
