import { press } from './support/accessibility.ts';
import { dayAtDesk, ticketCalled } from './support/day.ts';
import { expect, test } from './support/fixtures.ts';
import { pickMacro } from './support/macros.ts';

test('what the helpdesk keeps with its macros goes along without it: a file, its own texts, who follows', async ({
  startConsole,
}) => {
  const [slip, address, lead] = ['Slip wanted', 'Where do I send it', 'For a lead'];
  await dayAtDesk(startConsole, [slip, address, lead], async ({ page, agent, desk }) => {
    const preview = page.getByRole('region', { name: 'What it does' });
    const reply = page.getByRole('textbox', { name: 'Your reply' });
    await agent.open(slip);
    await pickMacro(page, 'slip');
    // It says so as soon as the file has come, and not before.
    await expect(preview).toContainText('return-slip.txt', { timeout: 60_000 });
    await page.keyboard.press('Escape');
    await desk.faults.stopListening();

    await pickMacro(page, 'slip');
    await expect(preview).toContainText('return-slip.txt');
    await page.keyboard.press('Enter');
    await expect(reply).toBeFocused();
    await expect(page.getByRole('button', { name: /^return-slip.txt/ })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(reply).toHaveCount(0);

    await agent.open(address);
    await pickMacro(page, 'language');
    await page.keyboard.press('Enter');
    await expect(reply).toHaveValue(
      /^Hello \S+,\n\nPlease send the parcel within 14 days to\n\nFjell & Fathom, Returns\n/,
    );
    await expect(reply).toHaveValue(/\n\n\S+ from Fjell & Fathom$/);
    await page.keyboard.press('Control+Enter');
    await expect(reply).toHaveCount(0);

    await agent.open(lead);
    await pickMacro(page, 'lead should');
    await expect(preview).toContainText(
      /Followers.*None.*becomes.*Sunniva Berge, Robin Lindqvist|Sunniva Berge, Robin Lindqvist/,
    );
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Followers: Sunniva Berge, Robin Lindqvist. Change' })).toBeVisible();
    await press(page, 'Shift+F');
    await expect(page.getByRole('button', { name: 'Followers: Sunniva Berge. Change' })).toBeVisible();

    await desk.faults.listen();
    await press(page, 'Shift+S');
    await agent.allSent(120_000);
    const said = (subject: string) =>
      desk.act
        .history(ticketCalled(desk, subject).id)
        .flatMap(({ events }) => events)
        .flatMap((event) =>
          event.type === 'Comment' && event.author_id === desk.credentials.agent.userId ? [event] : [],
        );
    expect(said(slip).map(({ attachment_ids }) => attachment_ids.length)).toEqual([1]);
    expect(said(address).map(({ body }) => body.includes('5032 Bergen, Norway'))).toEqual([true]);
    expect(ticketCalled(desk, lead)).toMatchObject({
      priority: 'high',
      follower_ids: [desk.credentials.administrator.userId],
    });
  });
});
