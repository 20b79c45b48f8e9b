import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions } from 'vite';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { CHROMIUM_FLAGS, CHROMIUM_PATH } from './support/chromium.ts';
import { messagePage } from './support/message-page.ts';
import { PATIENCE_MS } from './support/patience.ts';

const root = new URL('..', import.meta.url).pathname;
/** `require('electron')` throws where its binary is missing; tests of the shell see what it asks of the stand-in. */
const alias = { electron: new URL('support/electron-stand-in.ts', import.meta.url).pathname };

/** Whole dialogs and panes, with all that is done in them: they would take the gate's time. */
const LONG = 'test/unit/**/*.long.browser.test.{ts,tsx}';

/** More than the longest wait in a test, so that it is the wait that tells what did not come. */
const patient = {
  testTimeout: 3 * PATIENCE_MS,
  expect: { poll: { timeout: PATIENCE_MS } },
  setupFiles: [new URL('support/wait-patiently.ts', import.meta.url).pathname],
};

const inBrowser = (name: string, include: string, exclude: readonly string[]): TestProjectConfiguration => ({
  plugins: [react(), messagePage()],
  cacheDir: `node_modules/.vite/${process.env['VITE_CACHE'] ?? 'by-hand'}`,
  // As the program is built: what our workers read has no DOM.
  resolve: { conditions: ['worker', ...defaultClientConditions] },
  // What is found only while tests run makes Vite reload the page under them.
  optimizeDeps: {
    entries: ['src/renderer/src/**/*.{ts,tsx}', 'test/{unit,integration}/**/*.browser.test.{ts,tsx}'],
    include: ['react', 'react-dom', 'react-dom/client', 'react/jsx-dev-runtime', 'axe-core'],
  },
  test: {
    ...patient,
    name,
    root,
    include: [include],
    exclude: [...exclude],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: CHROMIUM_PATH, args: [...CHROMIUM_FLAGS] } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});

/** `*.browser.test.*` run in the real Chromium, the rest in Node. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          ...patient,
          name: 'node',
          root,
          include: ['test/{unit,contract,integration,simulation,long}/**/*.test.ts'],
          exclude: ['**/*.browser.test.*'],
        },
      },
      inBrowser('browser', 'test/{unit,integration}/**/*.browser.test.{ts,tsx}', [LONG]),
      inBrowser('browser-long', LONG, []),
    ],
  },
});
