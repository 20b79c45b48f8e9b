import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { bar, callerOf, type OnThePhone, onThePhone, openTicket } from './on-the-phone.ts';

let phone: OnThePhone;
beforeEach(async () => {
  await page.viewport(1440, 900);
  phone = await onThePhone();
});
afterEach(() => phone.close());

const press = (letter: string): Promise<void> => userEvent.keyboard(`{Control>}{Shift>}${letter}{/Shift}{/Control}`);
const abouts = () => phone.told.filter(([, { do: what }]) => what === 'about');
const said = (): string =>
  [...document.querySelectorAll('p[role="status"]')].map(({ textContent }) => textContent).join('\n');
const reply = () => page.getByRole('textbox', { name: /reply/i });

/** What the form for a new ticket has as its subject; null where no form is open. */
const subject = (): string | null =>
  [...document.querySelectorAll('label')]
    .find(({ textContent }) => textContent?.startsWith('Subject'))
    ?.control?.getAttribute('value') ?? null;

describe('a call opens by itself', () => {
  it('the ticket of a known caller, and main is told whose call it is', async () => {
    const maren = await callerOf(phone.desk, 'p-1');
    phone.calls(maren);
    const call = phone.desk.ring();
    await expect.poll(openTicket).toBe(maren.ticket?.id);
    await expect.element(bar().getByText('Maren Lindqvist')).toBeVisible();
    await expect
      .poll(abouts)
      .toEqual([
        [call.id, { do: 'about', accountId: maren.accountId, personRemoteId: 'p-1', ticketId: maren.ticket?.id }],
      ]);
    await expect.poll(said).toContain('Maren Lindqvist is calling. What it is about is open.');
  });

  it('the tickets of a caller who has none of late, and offers a new one for them', async () => {
    phone.calls(await callerOf(phone.desk, 'p-2', { withTicket: false }));
    phone.desk.ring();
    await expect.poll(() => useInterface.getState().query).toMatch(/^from:/);
    await expect.element(bar().getByRole('button', { name: /New ticket/ })).toBeVisible();
    await userEvent.keyboard('c');
    await expect.poll(subject).toContain('Call from');
  });

  it('the form for a new ticket where nobody is known', async () => {
    phone.desk.ring();
    await expect.poll(subject).toContain('Call from');
    expect(abouts()).toEqual([]);
  });

  it('what it is about already, also where it goes on from one that broke off', async () => {
    const [row] = (await phone.desk.rows({ viewId: 'own:recent', sort: null, offset: 3, limit: 1 })).rows;
    phone.desk.ring({
      ticketId: row?.id ?? null,
      accountId: row?.accountId ?? null,
      resumes: '01JCAFE0000000000000000099',
    });
    await expect.poll(openTicket).toBe(row?.id);
    expect(abouts()).toEqual([]);
  });

  it('nothing where the agent placed it about a ticket, or it was over before it was seen', async () => {
    const maren = await callerOf(phone.desk, 'p-1');
    phone.calls(maren);
    phone.desk.ring({ direction: 'out', ticketId: maren.ticket?.id ?? null, accountId: maren.accountId });
    phone.desk.ring({ number: '+4722000000', endedAt: Date.now() });
    await expect.element(bar().getByText('Calling')).toBeVisible();
    await expect.element(bar().getByRole('button', { name: /Maren/ })).toBeVisible();
    expect(openTicket()).toBeNull();
  });
});

describe('a call waits', () => {
  it('while a reply is half typed: no letter goes astray, and its key opens what it says', async () => {
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: /^Reply/ })).toBeVisible();
    const first = openTicket();
    await userEvent.keyboard('r');
    await expect.element(reply()).toHaveFocus();
    await userEvent.keyboard('Dear Maren, we have');
    const other = await callerOf(phone.desk, 'p-4');
    phone.calls(other);
    phone.desk.ring();
    await userEvent.keyboard(' sent');
    await expect.element(bar().getByRole('button', { name: `Show #${other.ticket?.number}` })).toBeVisible();
    await userEvent.keyboard(' it.');
    await expect.element(reply()).toHaveValue('Dear Maren, we have sent it.');
    await expect.element(reply()).toHaveFocus();
    expect(openTicket()).toBe(first);
    await expect.poll(said).toContain(`Daniel Okafor is calling. Show #${other.ticket?.number}: press Ctrl Shift X.`);
    // Answered while one types, it does not open either.
    await press('O');
    await expect.element(bar().getByText('Talking')).toBeVisible();
    await expect.element(reply()).toHaveFocus();
    expect(openTicket()).toBe(first);
    await press('X');
    await expect.poll(openTicket).toBe(other.ticket?.id);
    expect((await phone.desk.draft({ ticketId: first ?? '', kind: 'reply' }))?.text).toBe(
      'Dear Maren, we have sent it.',
    );
  });

  it('until it is known who calls, where its key was pressed before that', async () => {
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: /^Reply/ })).toBeVisible();
    await userEvent.keyboard('r');
    await expect.element(reply()).toHaveFocus();
    const { promise, resolve } = Promise.withResolvers<void>();
    const { findCaller } = phone.instead;
    phone.instead.findCaller = async (number) => {
      await promise;
      return findCaller(number);
    };
    phone.desk.ring();
    await expect.element(bar().getByText('Ringing')).toBeVisible();
    await press('X');
    expect(subject()).toBeNull();
    resolve();
    await expect.poll(subject).toContain('Call from');
  });

  it('while another is talked to, and opens once it is answered', async () => {
    const [maren, daniel] = [await callerOf(phone.desk, 'p-1'), await callerOf(phone.desk, 'p-4')];
    phone.calls(maren);
    phone.desk.ring();
    await expect.poll(openTicket).toBe(maren.ticket?.id);
    await press('O');
    await expect.element(bar().getByText('Talking')).toBeVisible();
    phone.calls(daniel);
    phone.desk.ring({ number: '+4722000000' });
    await expect.element(bar().getByRole('button', { name: `Show #${daniel.ticket?.number}` })).toBeVisible();
    expect(openTicket()).toBe(maren.ticket?.id);
    await press('O');
    await expect.poll(openTicket).toBe(daniel.ticket?.id);
  });

  it('while one goes through the list by keys, and opens once it is answered', async () => {
    const maren = await callerOf(phone.desk, 'p-1');
    phone.calls(maren);
    await userEvent.keyboard('jj');
    phone.desk.ring();
    await expect.element(bar().getByRole('button', { name: `Show #${maren.ticket?.number}` })).toBeVisible();
    expect(openTicket()).toBeNull();
    await press('O');
    await expect.poll(openTicket).toBe(maren.ticket?.id);
  });

  it('while something was asked for: a dialog, a picker, a new ticket', async () => {
    const maren = await callerOf(phone.desk, 'p-1');
    phone.calls(maren);
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    phone.desk.ring();
    await expect.poll(said).toContain('press Ctrl Shift X');
    expect(openTicket()).toBeNull();
    expect(useInterface.getState().dialog).toBe('help');
  });
});

describe('several who may be calling', () => {
  const list = () => page.getByRole('listbox', { name: 'Who calls from 21 00 00 00?' });
  const ring = async (): Promise<readonly [string, Awaited<ReturnType<typeof callerOf>>]> => {
    const [maren, daniel] = [
      await callerOf(phone.desk, 'p-1', { why: 'shared' }),
      await callerOf(phone.desk, 'p-4', { why: 'shared' }),
    ];
    phone.calls(maren, daniel);
    return [phone.desk.ring().id, daniel];
  };

  it('are listed with why, and one digit chooses', async () => {
    const [id, daniel] = await ring();
    await expect.element(list()).toHaveFocus();
    await expect.element(list().getByRole('option').nth(1)).toHaveTextContent('shares this number with others');
    await userEvent.keyboard('2');
    await expect.poll(openTicket).toBe(daniel.ticket?.id);
    await expect.element(list()).not.toBeInTheDocument();
    await expect
      .poll(abouts)
      .toEqual([
        [id, { do: 'about', accountId: daniel.accountId, personRemoteId: 'p-4', ticketId: daniel.ticket?.id }],
      ]);
  });

  it('are gone through by arrows, or left for a new ticket, or for later', async () => {
    const [id, daniel] = await ring();
    await expect.element(list()).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(list()).not.toBeInTheDocument();
    // No digit chooses any more.
    await userEvent.keyboard('2');
    await userEvent.keyboard('{Escape}');
    expect(openTicket()).toBeNull();
    await press('X');
    await expect.element(list()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(openTicket).toBe(daniel.ticket?.id);
    expect(abouts()).toHaveLength(1);
    expect(abouts()[0]?.[0]).toBe(id);
  });

  it('are chosen with the mouse, and none of them is a new ticket', async () => {
    await ring();
    await userEvent.click(list().getByRole('option', { name: /None of them/ }));
    await expect.poll(subject).toContain('Call from');
  });
});

it('says where it could not be found out who calls, and looks again', async () => {
  const maren = await callerOf(phone.desk, 'p-1');
  phone.calls(maren);
  const { findCaller } = phone.instead;
  phone.instead.findCaller = async () => Promise.reject(new Error('its chunk did not load'));
  phone.desk.ring();
  await expect.element(bar().getByText('Could not look up who calls.')).toBeVisible();
  await expect.element(bar().getByText('+4721000000')).toBeVisible();
  phone.instead.findCaller = findCaller;
  await press('X');
  await expect.poll(openTicket).toBe(maren.ticket?.id);
});
