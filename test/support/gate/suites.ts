import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './checks.ts';
import { runCommand } from './command.ts';
import type { Step, StepOutcome } from './run-steps.ts';
import { oneFailed, onePassed, type PlaywrightReport, sum, tallyPlaywright, tallyVitest } from './tally.ts';

const REPORTS = 'test-results/gate';

/** Made once, for every end-to-end test. */
export const buildStep = (): Step => ({
  name: 'build',
  after: [],
  pace: 'shared',
  run: async (signal) => {
    const { exitCode, output } = await runCommand(process.execPath, ['src/main/build.mjs'], { signal });
    return exitCode === 0
      ? { tally: onePassed, output: '' }
      : { tally: oneFailed, output, missing: 'the program could not be built' };
  },
});

export type VitestRun = {
  readonly name: string;
  readonly project: string;
  readonly folders: readonly string[];
  readonly after: readonly string[];
  readonly pace: Step['pace'];
  /** Files see each other's modules: loading them anew for each takes longer than most of the tests. */
  readonly shared?: true;
  /** One part of the files, as 1/2. Parts may run side by side. */
  readonly shard?: string;
};

/** One run of Vitest over some folders. */
export const vitestStep = ({ name, project, folders, after, pace, shared, shard }: VitestRun): Step => ({
  name,
  after,
  pace,
  run: async (signal) => {
    const file = join(REPORTS, `${name}.json`);
    await freshReport(file);
    const { exitCode, output } = await runTool(
      'vitest',
      [
        'run',
        '--config',
        'test/vitest.config.ts',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...(shared ? ['--no-isolate'] : []),
        ...(shard ? [`--shard=${shard}`] : []),
        ...folders,
      ],
      signal,
      // What a browser is sent is prepared by each for itself: one would take it away from under the other.
      { VITE_CACHE: name },
    );
    return outcome(file, exitCode, output, (report) => tallyVitest(report as Parameters<typeof tallyVitest>[0]));
  },
});

/** One run of Playwright over the built program. */
export const playwrightStep = (name: string, projects: readonly string[], after: readonly string[]): Step => ({
  name,
  after,
  pace: 'alone',
  run: async (signal) => {
    const file = join(REPORTS, `${name}.json`);
    await freshReport(file);
    const { exitCode, output } = await runTool(
      'playwright',
      [
        'test',
        '--config',
        'test/e2e/playwright.config.ts',
        '--reporter=list,json',
        ...projects.map((project) => `--project=${project}`),
      ],
      signal,
      { PLAYWRIGHT_JSON_OUTPUT_FILE: join(process.cwd(), file) },
    );
    return outcome(file, exitCode, output, (report) => tallyPlaywright(report as PlaywrightReport));
  },
});

async function freshReport(file: string): Promise<void> {
  await mkdir(REPORTS, { recursive: true });
  await rm(file, { force: true });
}

async function outcome(
  file: string,
  exitCode: number,
  output: string,
  tallyOf: (report: unknown) => ReturnType<typeof sum>,
): Promise<StepOutcome> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { tally: oneFailed, output: `${output}\nThe tests left no report.\n` };
  const tally = tallyOf(JSON.parse(text));
  // Runners also fail for what belongs to no test: an unhandled rejection, or no test at all.
  const unexplained = exitCode !== 0 && tally.failed === 0;
  return { tally: unexplained ? sum([tally, oneFailed]) : tally, output };
}
