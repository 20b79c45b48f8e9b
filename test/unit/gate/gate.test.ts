import { describe, expect, test } from 'vitest';
import { runCommand } from '../../support/gate/command.ts';
import { runSteps, type Step } from '../../support/gate/run-steps.ts';
import {
  closingLine,
  isGreen,
  oneFailed,
  onePassed,
  oneSkipped,
  sum,
  tallyPlaywright,
  tallyVitest,
} from '../../support/gate/tally.ts';

describe('what is counted', () => {
  test('Vitest: a file that cannot be loaded is a failure', () => {
    const file = (status: string, ...assertions: readonly string[]) => ({
      name: 'a.test.ts',
      status,
      assertionResults: assertions.map((one, index) => ({ status: one, fullName: `test ${index}` })),
    });
    expect(
      tallyVitest({ testResults: [file('passed', 'passed', 'skipped'), file('failed'), file('failed', 'failed')] }),
    ).toEqual({ passed: 1, failed: 2, skipped: [{ name: 'test 1', allowed: false }] });
  });

  test('Playwright: passing on the second try fails, and only Electron may be skipped', () => {
    const spec = (title: string, projectName: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped') => ({
      title,
      tests: [{ projectName, status }],
    });
    const report = {
      errors: [],
      suites: [
        {
          specs: [spec('reads', 'browser', 'expected')],
          suites: [
            {
              specs: [
                spec('writes', 'browser', 'flaky'),
                spec('writes', 'electron', 'skipped'),
                spec('waits', 'browser', 'skipped'),
              ],
            },
          ],
        },
      ],
    };
    expect(tallyPlaywright(report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: [
        { name: 'writes (electron)', allowed: true },
        { name: 'waits (browser)', allowed: false },
      ],
    });
    expect(tallyPlaywright({ suites: [], errors: [{}] }).failed).toBe(1);
  });

  test('the closing line and the verdict', () => {
    expect(closingLine(sum([onePassed, onePassed]))).toBe('2 passed, 0 failed');
    expect(closingLine(sum([onePassed, oneFailed, oneSkipped('e2e')]))).toBe('1 passed, 1 failed, 1 skipped');
    expect(isGreen(onePassed, true)).toBe(true);
    expect(isGreen(sum([onePassed, oneSkipped('e2e')]), false)).toBe(true);
    expect(isGreen(sum([onePassed, oneSkipped('e2e')]), true)).toBe(false);
    expect(isGreen({ passed: 1, failed: 0, skipped: [{ name: 'electron', allowed: true }] }, true)).toBe(true);
    expect(isGreen(oneFailed, false)).toBe(false);
    expect(isGreen(sum([]), false)).toBe(false);
  });
});

describe('the order of steps', () => {
  const options = (signal = new AbortController().signal) => ({ places: 2, signal, now: () => 0, onReport: () => {} });

  test('what needs another step starts after it; no more at once than there are places; alone is alone', async () => {
    const log: string[] = [];
    const step = (name: string, pace: Step['pace'], after: readonly string[] = []): Step => ({
      name,
      pace,
      after,
      run: async () => {
        log.push(`+${name}`);
        await new Promise((resolve) => setImmediate(resolve));
        log.push(`-${name}`);
        return { tally: onePassed, output: '' };
      },
    });
    const reports = await runSteps(
      [step('e2e', 'alone', ['build']), step('build', 'shared'), step('lint', 'shared'), step('types', 'shared')],
      options(),
    );
    expect(log).toEqual(['+build', '+lint', '-build', '+types', '-lint', '-types', '+e2e', '-e2e']);
    expect(reports.map((report) => report.name)).toEqual(['e2e', 'build', 'lint', 'types']);
  });

  test('what lacks something is skipped, what lacks something that failed has failed, and a throw is a failure', async () => {
    const run = async () => ({ tally: onePassed, output: '' });
    const reports = await runSteps(
      [
        {
          name: 'chromium',
          pace: 'background',
          after: [],
          run: async () => ({ tally: sum([]), output: '', missing: 'no Chromium' }),
        },
        {
          name: 'build',
          pace: 'shared',
          after: [],
          run: async () => ({ tally: oneFailed, output: '', missing: 'no build' }),
        },
        { name: 'browser', pace: 'shared', after: ['chromium'], run },
        { name: 'e2e', pace: 'shared', after: ['build'], run },
        { name: 'texts', pace: 'shared', after: [], run: () => Promise.reject(new Error('planted')) },
      ],
      options(),
    );
    const byName = Object.fromEntries(reports.map((report) => [report.name, report]));
    expect(byName.browser?.tally).toEqual(oneSkipped('browser: no Chromium'));
    expect(byName.e2e?.tally).toEqual(oneFailed);
    expect(byName.texts?.output).toContain('planted');
  });

  test('when time is up, programs are killed with all they started', async () => {
    const stop = new AbortController();
    // Its output stays open until the last of its children has ended.
    const ended = runCommand('sh', ['-c', 'sleep 600 & wait'], { signal: stop.signal });
    setTimeout(() => stop.abort(), 200);
    const { exitCode, output } = await ended;
    expect(exitCode).not.toBe(0);
    expect(output).toContain('ran out of time');
    const reports = await runSteps(
      [{ name: 'late', pace: 'shared', after: [], run: async () => ({ tally: onePassed, output: '' }) }],
      options(stop.signal),
    );
    expect(reports[0]?.tally).toEqual(oneFailed);
  });
});
