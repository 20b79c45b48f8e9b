import { expectAccessible, press } from './support/accessibility.ts';
import { agentAt, seesMessage } from './support/agent.ts';
import { aTicketFor, connect, startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';
import { look, openTicket, search, showsOption } from './support/screens.ts';

test('axe finds nothing serious and Tab comes to every control: a helpdesk that is new, away, or says no', async ({
  startConsole,
}) => {
  test.setTimeout(180_000);
  const desk = await startDesk(0);
  try {
    const { page } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    await expect(page.getByText('No helpdesk is connected.')).toBeVisible();
    await expectAccessible(page, 'no account');
    await look(page, 'g a', 'Accounts');
    await expectAccessible(page, 'accounts, none');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Zendesk' }).press('Enter');
    await dialog.getByLabel('Sign in with').selectOption({ label: 'An API token' });
    await dialog.getByLabel('Address', { exact: true }).fill(desk.url);
    await dialog.getByLabel('API token', { exact: true }).fill('mistyped');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(dialog.getByText('Email address is needed.')).toBeVisible();
    await expectAccessible(page, 'account form with a field missing');
    await dialog.getByLabel('Email address', { exact: true }).fill(desk.credentials.agent.email);
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expectAccessible(page, 'account form with a refusal');
    await page.keyboard.press('Escape');

    const refused = aTicketFor(desk, 'Refused');
    const overtaken = aTicketFor(desk, 'Overtaken');
    const unread = aTicketFor(desk, 'Not read yet');
    for (let more = 0; more < 100; more += 1) desk.act.createTicket({ subject: `More ${more}`, text: 'And this?' });
    desk.faults.add({ method: 'PUT', path: `/api/v2/tickets/${refused}` }, { kind: 'status', status: 422 });
    desk.faults.add({ path: `/api/v2/tickets/${unread}/audits` }, { kind: 'status', status: 500 }, { times: 10_000 });
    const second = desk.faults.add({ path: /^\/api\/v2\/search\?.*\bpage=2\b/ }, { kind: 'latency', ms: 60_000 });
    await connect(agent, desk);
    await second.struck();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expectAccessible(page, 'first sync');

    // That also ends the wait.
    await desk.faults.stopListening();
    await desk.faults.listen();
    await press(page, 'Shift+S');
    await agent.synced('Test desk');
    await page.getByRole('button', { name: /^Solved this week/ }).press('Enter');
    await expect(page.getByText('No ticket is in this view.')).toBeVisible();
    await expectAccessible(page, 'empty view');

    await agent.open('Refused');
    await agent.reply('Words that are refused.');
    await agent.open('Overtaken');
    await desk.faults.stopListening();
    await agent.reply('Words that come too late.');
    desk.act.customerReplies(overtaken, 'Never mind, I have found it.');
    await desk.faults.listen();
    await press(page, 'Shift+S', 'g', 'o');
    const outbox = page.getByRole('main');
    await expect(outbox).toContainText('Order number: is needed', { timeout: 30_000 });
    await expect(outbox).toContainText('Held for you', { timeout: 30_000 });
    await desk.faults.stopListening();
    await press(page, 'g', 'i');
    await agent.open('Overtaken');
    await seesMessage(page, 'Never mind, I have found it.');
    await expectAccessible(page, 'ticket with a held reply');
    await agent.create({ requester: '@', subject: 'Made here', words: 'They called.' });
    await agent.note('They will call again.');
    await expectAccessible(page, 'ticket that waits to be delivered');
    await press(page, 'g', 'o');
    await expect(outbox.getByRole('button', { name: 'Discard' })).toHaveCount(4);
    await expectAccessible(page, 'outbox with waiting, held and refused');
    await outbox
      .getByRole('listitem')
      .filter({ hasText: 'They called.' })
      .getByRole('button', { name: 'Discard' })
      .press('Enter');
    await expect(page.getByRole('dialog', { name: 'Others wait for this one' })).toBeVisible();
    await expectAccessible(page, 'discarding what others wait for');
    await page.keyboard.press('Escape');

    await press(page, 'r');
    await page.getByRole('textbox', { name: 'Your reply' }).fill('Half a sentence');
    await page.keyboard.press('Escape');
    await press(page, 'g', 'd');
    await expect(outbox).toContainText('Half a sentence');
    await expectAccessible(page, 'drafts');
    await press(page, 'Delete');
    await expect(outbox.getByRole('button', { name: 'Put it back' })).toBeVisible();
    await expectAccessible(page, 'drafts, one discarded');
    await look(page, 'g a', 'Accounts');
    await expectAccessible(page, 'accounts, one offline');
    await dialog.getByRole('button', { name: 'Remove Test desk…' }).press('Enter');
    await expect(dialog).toContainText('4 actions that have not been sent');
    await expectAccessible(page, 'removing an account');
    await page.keyboard.press('Escape');

    await press(page, 'g', 'i');
    await search(page, 'Not read yet');
    await showsOption(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Fetch now/ })).toBeVisible();
    await expectAccessible(page, 'ticket whose conversation has not come');
  } finally {
    await desk.stop();
  }
});

test('axe finds nothing serious and Tab comes to every control: narrow windows', async ({ startConsole }) => {
  test.setTimeout(180_000);
  const { page } = await startConsole();
  for (const width of [1024, 700]) {
    await page.setViewportSize({ width, height: 700 });
    await showsOption(page);
    await expectAccessible(page, `inbox at ${width}`);
    await openTicket(page);
    await expectAccessible(page, `ticket at ${width}`);
    await press(page, ']');
    await expect(page.getByRole('button', { name: /^Status: / })).toBeVisible();
    await expectAccessible(page, `ticket with its facts at ${width}`);
    await press(page, 'Escape');
  }
  await press(page, '[');
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await expectAccessible(page, 'views at 700');
});
