import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, CHROMIUM_PATH } from '../support/chromium.ts';
import { BROWSER_HOST, type HostOption } from './support/fixtures.ts';

const LONG = /\.long\.spec\.ts$/;
const MINUTE_MS = 60_000;

/**
 * The built program with a person in front of it. `browser` is the browser host with the machine's Chromium; `electron`
 * runs the same specs where Electron's binary is, and reports them as skipped where it is not.
 */
export default defineConfig<HostOption>({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  timeout: MINUTE_MS,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  use: {
    launchOptions: { executablePath: CHROMIUM_PATH, args: [...CHROMIUM_FLAGS] },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    trace: process.env.HOLDFAST_TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
  },
  projects: [
    { name: 'browser', testIgnore: LONG, use: { host: 'browser' } },
    { name: 'electron', testIgnore: LONG, grepInvert: new RegExp(BROWSER_HOST), use: { host: 'electron' } },
    { name: 'long', testMatch: LONG, timeout: 30 * MINUTE_MS, use: { host: 'browser' } },
  ],
});
