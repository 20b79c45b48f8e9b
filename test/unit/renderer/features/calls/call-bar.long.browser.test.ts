import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show, useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { callDraftId } from '../../../../../src/shared/calls/call.ts';
import { err } from '../../../../../src/shared/result.ts';
import { bar, callerOf, type OnThePhone, onThePhone, openTicket } from './on-the-phone.ts';

let phone: OnThePhone;
const start = async (): Promise<void> => {
  await page.viewport(1440, 900);
  phone = await onThePhone();
};
const press = (letter: string): Promise<void> => userEvent.keyboard(`{Control>}{Shift>}${letter}{/Shift}{/Control}`);
const does = (): readonly string[] => phone.told.map(([, change]) => change.do);
beforeEach(start);
afterEach(() => {
  vi.useRealTimers();
  phone.close();
});

describe('a call', () => {
  it('is told by name, number, way and queue, and goes by keys from ringing to its end', async () => {
    const call = phone.desk.ring({ name: 'Front desk', queue: 'Orders', line: '800 12' });
    await expect.element(bar().getByText('Ringing')).toBeVisible();
    await expect.element(bar().getByText('Front desk')).toBeVisible();
    await expect.element(bar().getByText('from 21 00 00 00 · Orders · line 800 12')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await press('O');
    await expect.element(bar().getByText('Talking')).toBeVisible();
    await press('H');
    await expect.element(bar().getByText('On hold')).toBeVisible();
    await press('H');
    await press('S');
    await expect.element(bar().getByRole('button', { name: 'Mute' })).toHaveAttribute('aria-pressed', 'true');
    await press('E');
    await expect.element(bar().getByText('Wrapping up')).toBeVisible();
    expect(phone.told.filter(([id]) => id === call.id).map(([, change]) => change.do)).toEqual([
      'answer',
      'hold',
      'resume',
      'mute',
      'hang-up',
    ]);
  });

  it('without a number says so, and one that nobody answered is done once it was seen', async () => {
    phone.desk.ring({ number: '' });
    await expect.element(bar().getByText('Number withheld')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await press('E');
    await expect.element(bar().getByText('Missed')).toBeVisible();
    await press('Y');
    await expect.element(bar()).not.toBeInTheDocument();
    expect(does()).toEqual(['hang-up', 'seen']);
  });

  it('is hung up once by a hand that presses twice', async () => {
    phone.desk.ring();
    const second = phone.desk.ring({ number: '+4722000000' });
    await expect.element(bar().getByText('Ringing').first()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await press('E');
    await press('E');
    await expect.element(bar().getByText('Missed')).toBeVisible();
    expect(does()).toEqual(['hang-up']);
    expect(phone.told[0]?.[0]).toBe(second.id);
  });

  it('says why what the agent did has not been kept', async () => {
    phone.desk.ring();
    await expect.element(bar().getByText('Ringing')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    phone.instead.changeCall = async () => err('no-link');
    await press('O');
    await expect.element(bar().getByRole('alert')).toHaveTextContent('The call and its notes are as they were');
    phone.instead.changeCall = phone.desk.changeCall;
    await press('O');
    await expect.element(bar().getByText('Talking')).toBeVisible();
    await expect.element(bar().getByRole('alert')).not.toBeInTheDocument();
  });

  it('counts each part of it second by second', async () => {
    const at = new Date('2026-11-26T10:00:00.000Z').getTime();
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: at });
    const timer = (): string => bar().getByRole('timer').element().textContent ?? '';
    const after = async (ms: number): Promise<string> => {
      await vi.advanceTimersByTimeAsync(ms);
      // Painted by real tasks, which no clock moves.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return timer();
    };
    const call = phone.desk.ring({ startedAt: at });
    expect(await after(7_000)).toBe('ring 0:07');
    await phone.desk.changeCall(call.id, { do: 'answer' });
    expect(await after(61_000)).toBe('talk 1:01ring 0:07');
    await phone.desk.changeCall(call.id, { do: 'hold' });
    expect(await after(5_000)).toBe('hold 0:05talk 1:01 · ring 0:07');
    await phone.desk.changeCall(call.id, { do: 'hang-up' });
    expect(await after(2_000)).toBe('wrap-up 0:02talk 1:01 · hold 0:05 · ring 0:07');
  });

  it('has no fault that axe finds, in any phase', async () => {
    phone.desk.ring();
    await expect.element(bar().getByText('Ringing')).toBeVisible();
    const faults = async () => (await axe.run(bar().element())).violations;
    expect(await faults()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await press('O');
    await expect.element(bar().getByText('Talking')).toBeVisible();
    expect(await faults()).toEqual([]);
    await press('E');
    await expect.element(bar().getByText('Wrapping up')).toBeVisible();
    expect(await faults()).toEqual([]);
  });
});

/** Every button of the bar is within the window's width. */
function expectInSight(width: number): void {
  const cut = bar()
    .getByRole('button')
    .elements()
    .filter((button) => {
      const { left, right } = button.getBoundingClientRect();
      return left < 0 || right > width;
    });
  expect(cut.map(({ textContent }) => textContent)).toEqual([]);
}

describe('several calls', () => {
  it('keep their keys in sight in a small window, also on hold, from a queue and with a long name', async () => {
    await page.viewport(1024, 700);
    const first = phone.desk.ring({ name: 'Anna Andersen', queue: 'Support in Norwegian', line: '+4722000000' });
    await expect.element(bar().getByText('Anna Andersen')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await press('O');
    await phone.desk.changeCall(first.id, { do: 'hold' });
    for (const name of ['Bjørn Dahl of the office', 'Cecilie Foss-Henriksen', 'Didrik Gran']) {
      phone.desk.ring({ name, number: '+4723000000' });
      await expect.element(bar().getByRole('button', { name: new RegExp(name) })).toBeVisible();
      expectInSight(1024);
    }
  });

  it('fit into one line of a small window: who is on the line waits while another is answered', async () => {
    await page.viewport(1024, 700);
    const first = phone.desk.ring({ name: 'Anna Andersen' });
    await expect.element(bar().getByText('Anna Andersen')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await press('O');
    const second = phone.desk.ring({ name: 'Bjørn Dahl', number: '+4722000000' });
    phone.desk.ring({ name: 'Cecilie Foss', number: '+4723000000' });
    await expect.element(bar().getByRole('button', { name: /Cecilie Foss/ })).toBeVisible();
    const { height, width } = bar().element().getBoundingClientRect();
    expect(height).toBeLessThanOrEqual(48);
    expect(width).toBeLessThanOrEqual(1024);
    expectInSight(1024);
    await press('O');
    await expect.element(bar().getByText('Bjørn Dahl')).toBeVisible();
    expect(phone.told.slice(-2).map(([id, change]) => [id, change.do])).toEqual([
      [first.id, 'hold'],
      [second.id, 'answer'],
    ]);
    await expect.element(bar().getByRole('button', { name: /Anna Andersen/ })).toBeVisible();
    await press('B');
    await press('B');
    await expect.poll(() => useInterface.getState().shownCallId).toBe(first.id);
    await press('H');
    expect(phone.told.slice(-2).map(([id, change]) => [id, change.do])).toEqual([
      [second.id, 'hold'],
      [first.id, 'resume'],
    ]);
  });

  it('are one where the first broke off and the second goes on from it', async () => {
    const first = phone.desk.ring({ name: 'Anna Andersen', answeredAt: Date.now(), endedAt: Date.now() });
    await expect.element(bar().getByText('Wrapping up')).toBeVisible();
    phone.desk.ring({ name: 'Anna Andersen', resumes: first.id });
    await expect.element(bar().getByRole('button', { name: /Anna Andersen/ })).toBeVisible();
    await press('O');
    await expect.element(bar().getByText('Talking')).toBeVisible();
    await expect.element(bar().getByText('Goes on')).toBeVisible();
    await expect.element(bar().getByRole('button', { name: /Anna Andersen/ })).not.toBeInTheDocument();
  });
});

describe('the ticket of a call', () => {
  it('leaves the notes where they were begun, also when it is one of another account', async () => {
    const maren = await callerOf(phone.desk, 'p-1');
    const call = phone.desk.ring({ accountId: 'another' });
    await expect.element(bar().getByText('Ringing')).toBeVisible();
    const notes = { accountId: 'another', ticketId: callDraftId('another', call.id), kind: 'call' } as const;
    const words = { text: 'Tent torn', cursorAt: 9, fields: {}, files: [], updatedAt: 1 };
    await phone.desk.saveDraft({ ...notes, ...words });
    show({ newTicket: false, openTicketId: maren.ticket?.id ?? null });
    await press('G');
    await expect.poll(() => phone.told.at(-1)?.[1]).toMatchObject({ do: 'about', ticketId: maren.ticket?.id });
    expect((await phone.desk.draft(notes))?.text).toBe('Tent torn');
    expect(await phone.desk.draft({ ticketId: callDraftId(maren.accountId, call.id), kind: 'call' })).toBeNull();
  });

  it('is put right by the open one, with its customer', async () => {
    const wrong = await callerOf(phone.desk, 'p-1');
    phone.calls(wrong);
    const call = phone.desk.ring();
    await expect.poll(openTicket).toBe(wrong.ticket?.id);
    await userEvent.keyboard('j');
    await expect.poll(openTicket).not.toBe(wrong.ticket?.id);
    const right = openTicket();
    const detail = await phone.desk.ticket(right ?? '');
    await press('G');
    await expect
      .poll(() => phone.told.at(-1))
      .toEqual([
        call.id,
        { do: 'about', accountId: detail?.accountId, personRemoteId: detail?.ticket.requesterId, ticketId: right },
      ]);
    await expect
      .element(bar().getByRole('button', { name: `#${detail?.ticket.number} ${detail?.ticket.subject}` }))
      .toBeVisible();
  });
});
