import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { agentAt } from '../../e2e/support/agent.ts';
import { startBrowserHost } from '../../e2e/support/browser-host.ts';
import { type RequestTracker, requestTrackerOrReason, USERS } from '../../support/request-tracker/rig.ts';
import type { Outcome } from '../report/figures.ts';
import { inWords, median } from '../report/statistics.ts';
import { openBrowser } from '../stage/console.ts';
import { conversationPainted } from './open-ticket.ts';
import { pauseBetween, timeKey, untilStill } from './time-key.ts';

const SIZE = { tickets: 200, articles: 10 };
const TICKETS = 40;

/** The same tickets, newest first, on the same machine: the next one by j in Holdfast, and by the next link in RT's own pages. */
export async function measureAgainstRequestTracker(): Promise<readonly Outcome[]> {
  const { rt, why } = await requestTrackerOrReason(SIZE);
  if (rt === null) return [{ figure: 'request-tracker', skipped: why }];
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-bench-rt-'));
  try {
    const theirs = await inTheirPages(join(folder, 'their-browser'), rt);
    const ours = await inHoldfast(folder, rt);
    return [
      {
        figure: 'request-tracker',
        value: median(theirs) / median(ours),
        beside: `Holdfast ${inWords(ours)}, Request Tracker ${inWords(theirs)} (p50 / p95)`,
        samples: theirs.length,
      },
    ];
  } finally {
    await rt.dispose();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** From the navigation to a painted history; the time until the browser takes up the click is left out. */
async function inTheirPages(folder: string, rt: RequestTracker): Promise<readonly number[]> {
  const context = await openBrowser(folder, 'unlimited');
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(rt.url);
    await page.locator('input[name=user]').fill(USERS.anh.name);
    await page.locator('input[name=pass]').fill(USERS.anh.password);
    await page.locator('input[name=pass]').press('Enter');
    await page.waitForURL((url) => !url.pathname.includes('Login'));
    const search = new URLSearchParams({
      Query: "Status != 'deleted'",
      OrderBy: 'LastUpdated',
      Order: 'DESC',
      RowsPerPage: '50',
    });
    await page.goto(`${rt.url}/Search/Results.html?${search}`);
    await page.locator('a[href*="/Ticket/Display.html?id="]').first().click();
    await historyPainted(page);
    const took: number[] = [];
    for (let ticket = 0; ticket < TICKETS; ticket += 1) {
      // By a script: a click with the mouse did not get through here, and why was not found out.
      await Promise.all([
        page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()),
        page.locator('#page-next').dispatchEvent('click'),
      ]);
      took.push(await historyPainted(page));
      await pauseBetween(300);
    }
    return took;
  } finally {
    await context.close();
  }
}

const historyPainted = (page: Page): Promise<number> =>
  page.evaluate(() =>
    recorder.paintedAt(() => document.querySelector('.history .transaction, .transaction .content') !== null),
  );

async function inHoldfast(folder: string, rt: RequestTracker): Promise<readonly number[]> {
  const host = await startBrowserHost(['--port', '0', '--store-secrets', 'file', '--profile', join(folder, 'profile')]);
  const context = await openBrowser(join(folder, 'browser'), 'unlimited');
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(host.url);
    await page.getByRole('contentinfo').waitFor();
    const agent = agentAt(page);
    await agent.addAccount(
      'Request Tracker',
      { 'Sign in with': 'Name and password' },
      { Address: rt.url, 'User name': USERS.anh.name, Password: USERS.anh.password, Name: 'Tracker' },
    );
    await agent.synced('Tracker', 300_000);
    await page.getByRole('button', { name: /^All tickets/ }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'All tickets' }).waitFor();
    await page.locator('body').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Home');
    await timeKey(page, 'Enter', conversationPainted);
    await untilStill(page);
    const took: number[] = [];
    for (let ticket = 0; ticket < TICKETS; ticket += 1) {
      took.push(await timeKey(page, 'j', conversationPainted));
      await pauseBetween(300);
    }
    return took;
  } finally {
    await context.close();
    await host.stop();
  }
}
