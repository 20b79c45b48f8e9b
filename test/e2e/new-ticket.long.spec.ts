import { expectAccessible, press } from './support/accessibility.ts';
import { dayAtDesk, ticketCalled } from './support/day.ts';
import { expect, test } from './support/fixtures.ts';

test('a ticket is made by keys alone, with a canned response, a copy and a file, and is there once and solved', async ({
  startConsole,
}) => {
  await dayAtDesk(startConsole, [], async ({ page, agent, desk }) => {
    await press(page, 'g', '/');
    await expect(page.getByRole('combobox', { name: 'Find a canned response' })).toBeFocused();
    await expect(page.getByRole('option', { name: 'New response' })).toHaveAttribute('data-highlighted');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
    await page.keyboard.type('Which parcel');
    await page.getByRole('textbox', { name: 'Text', exact: true }).focus();
    await page.keyboard.type('Hello {{ticket.requester.first_name}}, “{{ticket.title}}”, order {{ask:order number}}.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('option', { name: /which-parcel/ })).toBeVisible();
    await page.keyboard.press('Escape');

    const customer = desk.act.tickets().map(({ requester_id: id }) => ({ id, name: desk.act.nameOf(id) }))[0];
    if (!customer) throw new Error('the desk has no customer');
    await press(page, 'c');
    const requester = page.getByRole('combobox', { name: 'Requester' });
    await expect(requester).toBeFocused();
    await page.keyboard.type(customer.name);
    await expect(page.getByRole('option', { name: customer.name }).last()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'New customer' })).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('textbox', { name: 'Subject' })).toBeFocused();
    await page.keyboard.type('Tent pole came bent');
    const words = page.getByRole('textbox', { name: 'Message' });
    for (let tabs = 0; tabs < 7; tabs += 1) await page.keyboard.press('Tab');
    await expect(words).toBeFocused();

    // Left half written, it is there again, and the caret where it was.
    await page.keyboard.type('Good day. ');
    await page.keyboard.press('Escape');
    await expect(words).toHaveCount(0);
    await press(page, 'c');
    await expect(words).toBeFocused();
    await page.keyboard.type('/which');
    await expect(page.getByRole('option', { name: /which-parcel/ })).toBeVisible();
    await page.keyboard.press('Enter');
    const first = customer.name.split(' ')[0];
    await expect(words).toHaveValue(`Good day. Hello ${first}, “Tent pole came bent”, order {{ask:order number}}.`);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('{{ask:order number}} is not filled in');
    await page.keyboard.type('4711, card 4111 1111 1111 1111');

    await page.keyboard.press('Control+Shift+C');
    await expect(page.getByRole('combobox', { name: 'Copy to' })).toBeFocused();
    await page.keyboard.type('warehouse@partner.example');
    const choosing = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+Shift+A');
    await (await choosing).setFiles({ name: 'pole.txt', mimeType: 'text/plain', buffer: Buffer.from('bent') });
    await expect(page.getByRole('button', { name: /^pole\.txt/ })).toBeVisible();

    await words.focus();
    await page.keyboard.press('Control+Shift+Enter');
    await expect(page.getByRole('alert')).toContainText('This has a card number in it');
    await expectAccessible(page, 'the form for a new ticket');
    await words.focus();
    await page.keyboard.press('Control+Shift+Enter');
    await expect(page.getByRole('heading', { name: 'Tent pole came bent' })).toBeVisible();
    await agent.allSent();

    const said = `Good day. Hello ${first}, “Tent pole came bent”, order 4711, card 4111 1111 1111 1111.`;
    expect(desk.act.tickets().filter(({ subject }) => subject === 'Tent pole came bent')).toHaveLength(1);
    expect(desk.act.countMessages(said)).toBe(1);
    const made = ticketCalled(desk, 'Tent pole came bent');
    expect(made).toMatchObject({ requester_id: customer.id, status: 'solved' });
    expect(made.collaborator_ids).toHaveLength(1);
    const comments = desk.act.history(made.id).flatMap(({ events }) => events.filter(({ type }) => type === 'Comment'));
    expect(comments).toMatchObject([{ public: true, attachment_ids: [expect.any(Number)] }]);
  });
});
