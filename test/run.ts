import { checkSteps } from './support/gate/checks.ts';
import { runGate } from './support/gate/gate.ts';
import { prepareChromium } from './support/gate/prepare-chromium.ts';
import { seedRequestTracker } from './support/gate/prepare-request-tracker.ts';
import { buildStep, playwrightStep, vitestStep } from './support/gate/suites.ts';

const MINUTE_MS = 60_000;

process.exitCode = await runGate(
  [
    { name: 'chromium', after: [], pace: 'background', run: prepareChromium },
    {
      name: 'request-tracker',
      // One apt at a time.
      after: ['chromium'],
      pace: 'background',
      run: () => seedRequestTracker({ tickets: 200, articles: 10 }),
    },
    buildStep(),
    ...checkSteps(),
    vitestStep({ name: 'unit', project: 'node', folders: ['test/unit'], after: [], pace: 'shared', shared: true }),
    vitestStep({
      name: 'contract',
      project: 'node',
      folders: ['test/contract'],
      after: ['request-tracker'],
      pace: 'shared',
    }),
    ...[1, 2].map((part) =>
      vitestStep({
        name: `browser-${part}`,
        project: 'browser',
        folders: [],
        after: ['chromium'],
        pace: 'shared',
        shard: `${part}/2`,
      }),
    ),
    // On a clock of its own: what else runs does not disturb it.
    vitestStep({ name: 'simulation', project: 'node', folders: ['test/simulation'], after: [], pace: 'shared' }),
    vitestStep({
      name: 'integration',
      project: 'node',
      folders: ['test/integration'],
      after: ['build', 'request-tracker'],
      pace: 'alone',
    }),
    playwrightStep('e2e', ['browser', 'electron'], ['build', 'chromium', 'request-tracker']),
  ],
  12 * MINUTE_MS,
);
