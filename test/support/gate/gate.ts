import { availableParallelism } from 'node:os';
import { runSteps, type Step, type StepReport } from './run-steps.ts';
import { closingLine, isGreen, sum } from './tally.ts';

/** Runs the steps, tells of each as it ends, and closes with the line that sums them. Resolves with the exit code. */
export async function runGate(steps: readonly Step[], limitMs: number): Promise<number> {
  const strict = process.env.CI === 'true';
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), limitMs);
  const onSignal = (): void => stop.abort();
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);

  const startedAt = Date.now();
  const reports = await runSteps(steps, {
    places: Math.max(2, availableParallelism()),
    signal: stop.signal,
    now: Date.now,
    onReport: (report) => console.log(lineOf(report, strict)),
  });
  clearTimeout(limit);
  process.off('SIGINT', onSignal);
  process.off('SIGTERM', onSignal);

  for (const report of reports.filter((one) => one.tally.failed > 0))
    console.log(`\n── ${report.name} ${'─'.repeat(Math.max(0, 100 - report.name.length))}\n${report.output.trimEnd()}`);
  const total = sum(reports.map((report) => report.tally));
  if (total.skipped.length > 0) console.log(`\nSkipped:\n${listOf(total.skipped.map((skip) => skip.name))}`);
  const green = isGreen(total, strict);
  if (!green && total.failed === 0) console.log('\nWith CI=true nothing but the Electron suite may be skipped.');
  console.log(`\n${((Date.now() - startedAt) / 1000).toFixed(0)} s in all.`);
  console.log(closingLine(total));
  return green ? 0 : 1;
}

function lineOf({ name, seconds, tally, missing }: StepReport, strict: boolean): string {
  const failed = tally.failed > 0 || (strict && tally.skipped.some((skip) => !skip.allowed));
  const counts = [
    ...(tally.passed > 1 || tally.failed > 0 ? [`${tally.passed} passed`] : []),
    ...(tally.failed > 0 ? [`${tally.failed} failed`] : []),
    ...(tally.skipped.length > 0 ? [`${tally.skipped.length} skipped`] : []),
    ...(missing === undefined ? [] : [missing]),
  ];
  return `${failed ? '✗' : '✓'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${counts.join(', ')}`.trimEnd();
}

const MOST_NAMED = 40;
const listOf = (names: readonly string[]): string => {
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])]
    .map((name) => `  ${name}`)
    .join('\n');
};
