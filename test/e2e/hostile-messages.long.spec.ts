import { HOSTILE_HOST, HOSTILE_MESSAGES, READABLE } from '../fixtures/hostile/messages.ts';
import { agentAt, seesMessage } from './support/agent.ts';
import { connect, startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';

test('hostile mail is read without running, fetching or leaving anything', async ({ startConsole, pageProblems }) => {
  test.setTimeout(180_000);
  expect(HOSTILE_MESSAGES.length).toBeGreaterThanOrEqual(20);
  const desk = await startDesk(20);
  const left: string[] = [];
  try {
    const { email, apiToken } = desk.credentials.administrator;
    for (const { name, html } of HOSTILE_MESSAGES) {
      const made = await fetch(`${desk.url}/api/v2/tickets`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ ticket: { subject: `Hostile: ${name}`, comment: { html_body: html } } }),
      });
      expect(made.status, name).toBe(201);
    }
    const { page } = await startConsole(OWN_DESK);
    page.context().on('request', (request) => {
      if (!/^(http:\/\/127\.0\.0\.1:|app:|blob:|data:)/.test(request.url())) left.push(request.url());
    });
    const agent = agentAt(page);
    await connect(agent, desk);
    const home = page.url();
    for (const { name } of HOSTILE_MESSAGES) {
      await agent.open(`Hostile: ${name}`);
      await seesMessage(page, READABLE);
      // A click anywhere in the message is what an agent does; it must not run or fetch anything either.
      await page.frameLocator('iframe').first().getByText(READABLE).first().click();
    }
    expect(page.url()).toBe(home);
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
    expect(left.filter((url) => url.includes(HOSTILE_HOST))).toEqual([]);
    expect(left).toEqual([]);
    // Parsing a <base> already asks the browser to set one, before it is taken out; the policy's refusal is reported.
    expect(pageProblems.filter((problem) => !problem.includes("base URI to 'https://hostile.invalid/'"))).toEqual([]);
  } finally {
    await desk.stop();
    pageProblems.length = 0;
  }
});
