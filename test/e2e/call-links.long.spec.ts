import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { BROWSER_HOST, expect, OWN_DESK, test } from './support/fixtures.ts';
import { openStores, storeOf } from './support/store-calls.ts';

const shownIn = async (page: Page): Promise<readonly string[]> =>
  (await storeOf(page).calls()).map(({ number }) => number);

// Not in Electron: the system hands links over there.
test('links on other sites, telephone programs and a second start show calls in the console', {
  tag: BROWSER_HOST,
}, async ({ startConsole, context }) => {
  await openStores(context);
  const { page, profile } = await startConsole(OWN_DESK);
  const { origin } = new URL(page.url());
  // By this name it is another site than the console, as any page on the web is.
  const elsewhere = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(
      `<a href="${origin}/call?link=tel%3A%2B4791234567">Call us</a>
       <img alt="" src="${origin}/call?link=tel%3A%2B4799999999">`,
    ),
  ).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  try {
    const other = await context.newPage();
    await other.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`);
    await other.getByRole('link', { name: 'Call us' }).click();
    await expect(other.getByText('The call is shown in Holdfast.')).toBeVisible();
    await expect.poll(() => shownIn(page)).toEqual(['+4791234567']);

    await other.goto(`${origin}/call?number=+4721000000&name=Ann%20Berg`);
    await expect(other.getByText('The call is shown in Holdfast.')).toBeVisible();
    await other.goto(`${origin}/call?number=nobody`);
    await expect(other.getByText('This is no call that can be shown.')).toBeVisible();
    await expect.poll(() => shownIn(page)).toEqual(['+4721000000', '+4791234567']);

    const second = spawnSync(
      process.execPath,
      ['out/main/browser.js', '--profile', profile, '--port', '0', '--no-open', '--call', 'tel:112'],
      { encoding: 'utf8' },
    );
    expect(second).toMatchObject({ status: 0, stdout: 'Handed over to the Holdfast that runs on this profile.\n' });
    await expect.poll(() => shownIn(page)).toEqual(['112', '+4721000000', '+4791234567']);

    // A page on this machine may open such links, though it is not served over https.
    await other.goto(`${origin}/call`);
    for (const name of ['Open tel: links here', 'Open web+holdfast: links here']) {
      await other.reload();
      await other.getByRole('button', { name }).press('Enter');
      await expect(other.getByRole('status')).toHaveText('If your browser asks, allow it.');
    }
  } finally {
    elsewhere.close();
  }
});
