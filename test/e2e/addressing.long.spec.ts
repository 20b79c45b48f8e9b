import type { Page } from '@playwright/test';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { expectAccessible } from './support/accessibility.ts';
import { agentAt, seesMessage } from './support/agent.ts';
import { aTicketFor, openOn, startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';

const SUBJECT = 'Where is my parcel';
const LABEL = { name: 'étiquette.txt', type: 'text/plain', bytes: Buffer.from('To: Bergen\r\n') };
const OWN = { name: 'map.bin', type: 'application/octet-stream', bytes: Buffer.from([0, 255, 13, 10]) };

const composer = (page: Page) => page.locator('[data-context="composer"]');

type Asked = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

/** What the helpdesk is asked for besides the console. */
function askAt({ url, credentials }: PracticeDesk) {
  const { email, apiToken } = credentials.agent;
  const authorization = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
  return (path: string, { headers, ...init }: Asked = {}): Promise<Response> =>
    fetch(path.startsWith('http') ? path : url + path, {
      ...init,
      headers: { authorization, 'content-type': 'application/json', ...headers },
    });
}

/** The customer writes once more, with a file and somebody in copy. */
async function customerSends(desk: PracticeDesk, ticketId: number, text: string): Promise<void> {
  const ask = askAt(desk);
  const uploaded = await ask(`/api/v2/uploads?filename=${encodeURIComponent(LABEL.name)}`, {
    method: 'POST',
    headers: { 'content-type': LABEL.type },
    body: new Uint8Array(LABEL.bytes),
  });
  const { upload } = (await uploaded.json()) as { upload: { token: string } };
  const author_id = desk.act.ticket(ticketId)?.requester_id;
  const comment = { body: text, author_id, uploads: [upload.token] };
  const ticket = { comment, email_ccs: [{ user_email: 'bo@other.example', action: 'put' }] };
  const written = await ask(`/api/v2/tickets/${ticketId}`, { method: 'PUT', body: JSON.stringify({ ticket }) });
  expect(written.status).toBe(200);
}

/** Files of what went to people outside, as the helpdesk hands them out. */
async function forwardedFiles(desk: PracticeDesk, ticketId: number) {
  const ask = askAt(desk);
  const path = `/api/v2/tickets/${ticketId}/side_conversations`;
  const [conversation] = desk.act.sideConversations(ticketId);
  const answer = await ask(`${path}/${conversation?.id}/events`);
  type Told = {
    events: { message: { attachments: { file_name: string; content_type: string; content_url: string }[] } }[];
  };
  const { events } = (await answer.json()) as Told;
  return Promise.all(
    events
      .flatMap(({ message }) => message.attachments)
      .map(async ({ file_name, content_type, content_url }) => ({
        name: file_name,
        type: content_type,
        bytes: Buffer.from(await (await ask(content_url)).arrayBuffer()),
      })),
  );
}

test('a reply to all and a forward with files, written without a network, go once and to whom it was said', async ({
  startConsole,
}) => {
  const desk = await startDesk();
  try {
    const ticketId = aTicketFor(desk, SUBJECT);
    await customerSends(desk, ticketId, 'The label is attached.');
    const first = await openOn(startConsole, desk, SUBJECT);
    await seesMessage(first.page, 'The label is attached.');
    await expect(composer(first.page)).toHaveCount(0);

    await test.step('a reply to all has everybody in copy', async () => {
      const { page } = first;
      await page.keyboard.press('Shift+C');
      await expect(page.getByRole('combobox', { name: 'Copy to' })).toHaveValue('bo@other.example');
      await page.keyboard.type('We are looking for it.');
      await page.keyboard.press('Control+Enter');
      await expect(composer(page)).toHaveCount(0);
      await agentAt(page).allSent();
      const told = desk.act.history(ticketId).flatMap(({ events }) => events);
      expect(told.filter((event) => event.type === 'Comment' && event.body === 'We are looking for it.')).toHaveLength(
        1,
      );
      const copied = told.findLast((event) => event.type === 'Notification');
      expect(copied?.type === 'Notification' && copied.recipients).toHaveLength(2);
    });

    await desk.faults.stopListening();
    await test.step('a forward quotes the message that has the focus, with its file', async () => {
      const { page } = first;
      const asked = page.getByRole('article').filter({ hasText: LABEL.name });
      await asked.getByRole('button', { expanded: true }).focus();
      await page.keyboard.press('f');
      const words = page.getByRole('textbox', { name: 'What you forward' });
      await expect(words).toHaveValue(/> The label is attached\./);
      await expect(page.getByRole('list', { name: 'Files of what is forwarded' })).toContainText(LABEL.name);
      await expectAccessible(page, 'forward');

      await page.getByRole('combobox', { name: 'To' }).fill('post@carrier.example, ');
      await words.focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('Can you find this parcel?');
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+Shift+A')]);
      await chooser.setFiles({ name: OWN.name, mimeType: OWN.type, buffer: OWN.bytes });
      await expect(page.getByRole('list', { name: 'Attached files' })).toContainText(OWN.name);
      await words.focus();
      await page.keyboard.press('Control+Enter');
      await expect(composer(page)).toHaveCount(0);
      await seesMessage(page, 'Can you find this parcel?');
      await expect(page.getByText('To post@carrier.example')).toBeVisible();
      await first.kill();
      await page.close();
    });

    const second = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
    await test.step('it waits through a kill, and fetches the file before it leaves', async () => {
      const { page } = second;
      await agentAt(page).open(SUBJECT);
      await seesMessage(page, 'Can you find this parcel?');
      expect(desk.act.sideConversations(ticketId)).toEqual([]);
      // Its first answer is lost on the way back.
      desk.faults.add({ method: 'POST', path: /\/side_conversations$/ }, { kind: 'responseDropped' });
      await desk.faults.listen();
      await agentAt(page).allSent();
      const [sent, ...others] = desk.act.sideConversations(ticketId);
      expect(others).toEqual([]);
      expect(sent?.events).toHaveLength(1);
      const { message } = sent?.events[0] ?? {};
      expect(message?.to.map(({ email }) => email)).toEqual(['post@carrier.example']);
      expect(message?.subject).toBe(`Fwd: ${SUBJECT}`);
      expect(message?.body).toContain('Can you find this parcel?');
      expect(await forwardedFiles(desk, ticketId)).toEqual([OWN, LABEL]);
    });

    await test.step('the answer from outside stands in the conversation, and holds no reply', async () => {
      const { page } = second;
      desk.act.outsideAnswers(ticketId, 'post@carrier.example', 'It is in Oslo.');
      await page.keyboard.press('Shift+R');
      await seesMessage(page, 'It is in Oslo.', 30_000);
      await expect(page.getByRole('article').filter({ hasText: 'From outside the ticket' })).toHaveCount(1);
      await agentAt(page).reply('Your parcel is in Oslo.');
      await agentAt(page).allSent();
      expect(desk.act.countMessages('Your parcel is in Oslo.')).toBe(1);
      expect(desk.act.countMessages('Can you find this parcel?')).toBe(0);
    });
  } finally {
    await desk.stop();
  }
});

test('a text message says how many it will be, and has no copies', async ({ startConsole }) => {
  const { page } = await startConsole();
  await expect(page.getByRole('option').first()).toBeVisible();
  await agentAt(page).open('Text message from Luis Arrieta');
  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: 'Your reply' })).toBeFocused();
  await expect(composer(page).getByRole('button', { name: 'Copy to' })).toHaveCount(0);
  await page.keyboard.type('Hello Luis,');
  await expect(composer(page)).toContainText('11 of 160 · 1 message');
  // What GSM has only behind an escape counts two; what it has not makes every message shorter.
  await page.keyboard.type('€');
  await expect(composer(page)).toContainText('13 of 160 · 1 message');
  await page.keyboard.type('x'.repeat(148));
  await expect(composer(page)).toContainText('161 of 306 · 2 messages');
  await page.keyboard.type('ł');
  await expect(composer(page)).toContainText('161 of 201 · 3 messages · “ł” leaves room for less');
});
