import { agentAt, seesMessage } from './support/agent.ts';
import { aTicketFor, connect, startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';
import { replyWithRevokedToken } from './support/revoked-token.ts';

test('a revoked token stops and says so; giving it again sends what waited, once', async ({ startConsole }) => {
  const desk = await startDesk();
  try {
    const words = 'Written with a token that is no longer good.';
    const { page, agent, revoked } = await replyWithRevokedToken(startConsole, desk, words);
    await expect(page.getByRole('contentinfo')).toContainText(/password or token/i, { timeout: 20_000 });
    revoked.remove();
    await page.keyboard.press('Shift+S');
    await agent.allSent();
    expect(desk.act.countMessages(words)).toBe(1);
  } finally {
    await desk.stop();
  }
});

test('what the helpdesk refuses stays with its sentence and its words, and is sent when it can be', async ({
  startConsole,
}) => {
  const desk = await startDesk();
  try {
    const { page } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    await connect(agent, desk);
    const id = aTicketFor(desk, 'Refused once');
    await page.keyboard.press('Shift+S');
    await agent.open('Refused once');
    desk.faults.add({ method: 'PUT', path: `/api/v2/tickets/${id}` }, { kind: 'status', status: 422 });
    await agent.reply('Words that must not be lost.');
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    const outbox = page.getByRole('main');
    await expect(outbox).toContainText('Order number: is needed', { timeout: 20_000 });
    await expect(outbox).toContainText('Words that must not be lost.');
    await outbox.getByRole('button', { name: 'Try again' }).press('Enter');
    await agent.allSent();
    expect(desk.act.countMessages('Words that must not be lost.')).toBe(1);
  } finally {
    await desk.stop();
  }
});

test('a customer who wrote meanwhile holds the reply until the agent has seen it', async ({ startConsole }) => {
  const desk = await startDesk();
  try {
    const { page } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    await connect(agent, desk);
    const id = aTicketFor(desk, 'Overtaken');
    await page.keyboard.press('Shift+S');
    await agent.open('Overtaken');
    await seesMessage(page, 'Can you help me?');
    await desk.faults.stopListening();
    await agent.reply('Yes, we can.');
    desk.act.customerReplies(id, 'Never mind, I have found it.');
    await desk.faults.listen();
    await expect(page.getByText('somebody wrote after you did').first()).toBeVisible({ timeout: 60_000 });
    await seesMessage(page, 'Never mind, I have found it.');
    expect(desk.act.countMessages('Yes, we can.')).toBe(0);
    await page.getByRole('button', { name: 'Send anyway' }).first().press('Enter');
    await agent.allSent();
    expect(desk.act.countMessages('Yes, we can.')).toBe(1);
  } finally {
    await desk.stop();
  }
});
