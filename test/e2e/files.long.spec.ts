import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { agentAt, seesMessage } from './support/agent.ts';
import { aTicketFor, openOn, startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';

const SUBJECT = 'Which parcel is mine';
const PASTED = { name: 'image.png', type: 'image/png', bytes: randomBytes(3_000) };
const CHOSEN = { name: 'рахунок.bin', type: 'application/octet-stream', bytes: randomBytes(2_500_000) };
const DROPPED = { name: 'hóa đơn.txt', type: 'text/plain', bytes: Buffer.from('Dear all,\r\nп’ять хвилин\r\n') };
const FILES = [PASTED, CHOSEN, DROPPED] as const;
type Sample = (typeof FILES)[number];

const composer = (page: Page) => page.locator('[data-context="composer"]');
const field = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });
const attached = (page: Page) => page.getByRole('list', { name: 'Attached files' }).getByRole('listitem');

/** What a browser hands over with the files of a paste or a drop. */
const carrying = (page: Page, { name, type, bytes }: Sample) =>
  page.evaluateHandle(
    ([called, kind, base64]) => {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], called, { type: kind }));
      return transfer;
    },
    [name, type, bytes.toString('base64')] as const,
  );

const commentsSchema = z.object({
  comments: z.array(
    z.object({
      plain_body: z.string(),
      attachments: z.array(z.object({ file_name: z.string(), content_type: z.string(), content_url: z.string() })),
    }),
  ),
});

/** Comments with files, as the helpdesk hands them out. */
async function filesAt(desk: PracticeDesk, ticketId: number) {
  const { email, apiToken } = desk.credentials.agent;
  const headers = { authorization: `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}` };
  const answer = await fetch(`${desk.url}/api/v2/tickets/${ticketId}/comments`, { headers });
  const { comments } = commentsSchema.parse(await answer.json());
  return Promise.all(
    comments
      .filter(({ attachments }) => attachments.length > 0)
      .map(async ({ plain_body, attachments }) => ({
        said: plain_body.trim(),
        files: await Promise.all(
          attachments.map(async ({ file_name, content_type, content_url }) => ({
            name: file_name,
            type: content_type,
            bytes: Buffer.from(await (await fetch(content_url, { headers })).arrayBuffer()),
          })),
        ),
      })),
  );
}

test('files that were pasted, chosen and dropped without a network arrive once, whatever is killed meanwhile', async ({
  startConsole,
}) => {
  const desk = await startDesk();
  try {
    const ticketId = aTicketFor(desk, SUBJECT);
    const first = await openOn(startConsole, desk, SUBJECT);
    await desk.faults.stopListening();

    await test.step('attached by paste, by key and by drop', async () => {
      const { page } = first;
      await page.keyboard.press('r');
      await expect(field(page)).toBeFocused();
      await expect(composer(page)).toContainText('Up to 50 MB each');
      await field(page).evaluate(
        (area, clipboardData) =>
          area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })),
        await carrying(page, PASTED),
      );
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+Shift+A')]);
      await chooser.setFiles({ name: CHOSEN.name, mimeType: CHOSEN.type, buffer: CHOSEN.bytes });
      await composer(page).dispatchEvent('drop', { dataTransfer: await carrying(page, DROPPED) });
      await expect(attached(page)).toHaveCount(3);
      await expect(composer(page)).not.toContainText('being kept');
      await field(page).fill('Here they are.');
      await expect(composer(page)).toContainText('Draft saved');
      await first.kill();
      await page.close();
    });

    const second = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
    await test.step('the draft has them after a kill, and is sent', async () => {
      const { page } = second;
      await agentAt(page).open(SUBJECT);
      await page.keyboard.press('r');
      await expect(field(page)).toHaveValue('Here they are.');
      await expect(attached(page)).toContainText(FILES.map(({ name }) => name));
      await page.keyboard.press('Control+Enter');
      await expect(field(page)).toHaveCount(0);
      await seesMessage(page, 'Here they are.');
      // It is on its way only from here to the profile: what is pressed there is what lies there.
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: `Save ${DROPPED.name}` }).click();
      expect((await saving).suggestedFilename()).toBe(DROPPED.name);
      await second.kill();
      await page.close();
    });

    await desk.faults.listen();
    const third = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
    await agentAt(third.page).allSent();
    expect(await filesAt(desk, ticketId)).toEqual([{ said: 'Here they are.', files: FILES }]);
  } finally {
    await desk.stop();
  }
});
