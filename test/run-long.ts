import { runGate } from './support/gate/gate.ts';
import { prepareChromium } from './support/gate/prepare-chromium.ts';
import { seedRequestTracker } from './support/gate/prepare-request-tracker.ts';
import { buildStep, playwrightStep, vitestStep } from './support/gate/suites.ts';

process.exitCode = await runGate(
  [
    { name: 'chromium', after: [], pace: 'background', run: prepareChromium },
    {
      name: 'request-tracker',
      after: ['chromium'],
      pace: 'background',
      run: () => seedRequestTracker({ tickets: 1000, articles: 50 }),
    },
    buildStep(),
    vitestStep({
      name: 'contract-long',
      project: 'node',
      folders: ['test/long'],
      after: ['request-tracker'],
      pace: 'shared',
    }),
    vitestStep({ name: 'browser-long', project: 'browser-long', folders: [], after: ['chromium'], pace: 'shared' }),
    playwrightStep('e2e-long', ['long'], ['build', 'chromium', 'request-tracker']),
  ],
  90 * 60_000,
);
