import { expectAccessible, press } from './support/accessibility.ts';
import { dayAtDesk } from './support/day.ts';
import { expect, test } from './support/fixtures.ts';
import { answersOn } from './support/macros.ts';

test('a canned response is made by keys, put into a reply by a few letters, filled in and sent', async ({
  startConsole,
}) => {
  const subject = 'The parcel has not come';
  await dayAtDesk(startConsole, [subject], async ({ page, agent, desk }) => {
    await agent.open(subject);
    await press(page, 'g', '/');
    await expect(page.getByRole('combobox', { name: 'Find a canned response' })).toBeFocused();
    await expectAccessible(page, 'the canned responses');
    await page.getByRole('combobox', { name: 'Find a canned response' }).focus();
    await expect(page.getByRole('option', { name: 'New response' })).toHaveAttribute('data-highlighted');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
    await expectAccessible(page, 'a canned response');
    await page.getByRole('textbox', { name: 'Title' }).focus();
    await page.keyboard.type('Which parcel');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('textbox', { name: 'Shortcode' })).toHaveValue('which-parcel');
    await page.getByRole('textbox', { name: 'Text', exact: true }).focus();
    await page.keyboard.type('Your order {{ask:order number}} is due on {{ask:day}}.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('option', { name: /which-parcel/ })).toBeVisible();

    await page.locator('[role=dialog] input[type=file]').setInputFiles({
      name: 'theirs.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('name,keywords,content\nGreeting,hi,"<p>Hello <b>you</b></p>"\n'),
    });
    await expect(page.getByRole('button', { name: 'Take 1 response' })).toBeFocused();
    await expectAccessible(page, 'a file of canned responses');
    await page.getByRole('button', { name: 'Take 1 response' }).focus();
    await page.keyboard.press('Enter');
    // The last is the line for a new one.
    await expect(page.getByRole('option')).toHaveCount(3);
    await page.keyboard.press('Escape');

    await press(page, 'r');
    const reply = page.getByRole('textbox', { name: 'Your reply' });
    await expect(reply).toBeFocused();
    await page.keyboard.type('Hello, /which');
    await expect(page.getByRole('option', { name: /which-parcel/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(reply).toHaveValue('Hello, Your order {{ask:order number}} is due on {{ask:day}}.');
    await page.keyboard.type('4711');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Friday');
    await page.keyboard.press('Control+Enter');
    await expect(reply).toHaveCount(0);
    await agent.allSent();
    await expect.poll(() => answersOn(desk, subject)).toEqual(['Hello, Your order 4711 is due on Friday.']);
  });
});
