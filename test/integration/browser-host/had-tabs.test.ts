import { expect, test } from 'vitest';
import { parseArguments } from '#main/shell/arguments.ts';
import { runBrowserHost } from '#main/shell/browser/run-browser-host.ts';
import { listPageFiles } from '#main/shell/page-files.ts';
import { createText } from '#shared/i18n/text.ts';
import { echoCore } from '../../support/echo-core.ts';
import { ask, makePage, makeProfile } from './start-host.ts';

/** A host in this process, so that a test can ask it what no terminal shows. */
async function run(profileDir: string, page: string) {
  const start = parseArguments([]);
  if (!start.ok) throw new Error(start.error.code);
  const host = await runBrowserHost({
    start: start.value,
    profileDir,
    version: '0.0.0',
    createCore: echoCore,
    source: { kind: 'built', files: listPageFiles(page) },
    text: createText('en'),
    log: () => undefined,
    now: Date.now,
    random: Math.random,
    say: () => undefined,
    open: async () => true,
  });
  if (!host.ok) throw new Error(host.error.say);
  return host.value;
}

test('a start knows whether a tab of an earlier one comes back by itself', async () => {
  const [profile, page] = await Promise.all([makeProfile(), makePage()]);
  const first = await run(profile, page);
  expect(first.hadTabs).toBe(false);
  await first.stop();
  const second = await run(profile, page);
  expect(second.hadTabs).toBe(false);
  const { port, search } = new URL(second.newAddress());
  await ask(Number(port), `/${search}`);
  await second.stop();
  const third = await run(profile, page);
  expect(third.hadTabs).toBe(true);
  await third.stop();
});
