import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { err } from '#shared/result.ts';
import { DialDialog } from '../../../../../src/renderer/src/features/calls/index.ts';
import { Customer } from '../../../../../src/renderer/src/features/ticket/facts/Customer.tsx';
import { MessageFrame } from '../../../../../src/renderer/src/features/ticket/message-frame/MessageFrame.tsx';
import { TextBody } from '../../../../../src/renderer/src/features/ticket/text/TextBody.tsx';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import type { Desk } from '../../../../../src/renderer/src/store/desk-api.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID, sampleRequesters } from '../../../../support/sample-desk-data.ts';
import { paintedFrame } from '../ticket/painted-frame.ts';

let mounted: MountedPane | null = null;
let desk: SampleDesk;
let placed: ReturnType<typeof watchPlaced>;
const watchPlaced = (on: SampleDesk) => vi.spyOn(on, 'placeCall');
/** A ticket of Maren, whose number is +46 70 555 01 12. */
let ticketId: string;
beforeEach(async () => {
  desk = createSampleDesk();
  placed = watchPlaced(desk);
  const { rows } = await desk.rows({ viewId: 'own:recent', sort: null, offset: 0, limit: 50 } as Parameters<
    Desk['rows']
  >[0]);
  ticketId = rows.find(({ requesterName }) => requesterName === 'Maren Lindqvist')?.id ?? '';
});
afterEach(() => {
  mounted?.unmount();
  mounted = null;
});

const open = async (openTicketId: string | null = null): Promise<void> => {
  useInterface.setState({ dialog: 'dial', openTicketId });
  mounted = mountPane(desk, <DialDialog />);
  await expect.element(page.getByRole('combobox', { name: 'Call somebody' })).toHaveFocus();
};
const MAREN = { number: '+46705550112', name: 'Maren Lindqvist', accountId: SAMPLE_ACCOUNT_ID, personRemoteId: 'p-1' };

test('Enter calls who asks in the open ticket, and the call is about it', async () => {
  await open(ticketId);
  await expect.element(page.getByRole('option', { name: 'Maren Lindqvist +46 70 555 01 12' })).toBeVisible();
  expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => placed.mock.calls.at(-1)?.[0]).toEqual({ ...MAREN, ticketId });
  await expect.poll(() => useInterface.getState().dialog).toBeNull();
  expect(useInterface.getState().shownCallId).toBe((await desk.calls())[0]?.id);
});

test('finds people with numbers by name, and takes a number that is nobody’s', async () => {
  await open();
  await userEvent.keyboard('okaf');
  await expect.element(page.getByRole('option', { name: /Daniel Okafor/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => placed.mock.calls.at(-1)?.[0]).toMatchObject({ number: '+442079460991', ticketId: null });
  mounted?.unmount();
  await open();
  await userEvent.keyboard('0171 234567');
  await expect.element(page.getByRole('option', { name: 'Call 0171 234567' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => placed.mock.calls.at(-1)?.[0])
    .toEqual({ number: '0171234567', name: '', accountId: null, personRemoteId: null, ticketId: null });
});

test('says where nothing dials, and keeps the number to be copied', async () => {
  placed.mockResolvedValue(err('no-handler'));
  await open(ticketId);
  await expect.element(page.getByRole('option')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent(/Nothing on this machine dials \+46705550112/);
  await expect.element(page.getByRole('textbox', { name: 'Number' })).toHaveValue('+46705550112');
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
  await page.getByRole('button', { name: 'Copy the number' }).click();
  expect(copied).toHaveBeenCalledWith('+46705550112');
  copied.mockRestore();
});

test('a number of the customer in the facts is called, with who and about what', async () => {
  const detail = await desk.ticket(ticketId);
  if (!detail) throw new Error('no ticket');
  mounted = mountPane(desk, <Customer detail={detail} />);
  await page.getByRole('link', { name: '+46 70 555 01 12' }).click();
  await expect.poll(() => placed.mock.calls.at(-1)?.[0]).toEqual({ ...MAREN, ticketId });
});

test('a number in a message is called about its ticket; the person is named only where it is theirs', async () => {
  useInterface.setState({ openTicketId: ticketId });
  const maren = sampleRequesters.find(({ remoteId }) => remoteId === 'p-1');
  if (!maren) throw new Error('no Maren');
  const caller = { accountId: SAMPLE_ACCOUNT_ID, person: maren, ticket: null, openTickets: 0 };
  const find = vi.spyOn(desk, 'findCaller').mockResolvedValue({ number: null, callers: [] });
  mounted = mountPane(desk, <TextBody text="The courier is +47 22 33 44 55, order 48291." />);
  await page.getByRole('link', { name: '+47 22 33 44 55' }).click();
  const about = { accountId: SAMPLE_ACCOUNT_ID, ticketId };
  await expect
    .poll(() => placed.mock.calls.at(-1)?.[0])
    .toEqual({ ...about, number: '+4722334455', name: '', personRemoteId: null });
  find.mockResolvedValue({ number: null, callers: [{ ...caller, why: 'suffix' }] });
  await page.getByRole('link', { name: '+47 22 33 44 55' }).click();
  await expect.poll(() => placed.mock.calls.at(-1)?.[0].personRemoteId).toBe('p-1');
  find.mockRejectedValue(new Error('no chunk'));
  await page.getByRole('link', { name: '+47 22 33 44 55' }).click();
  await expect.poll(() => placed.mock.calls.length).toBe(3);
});

test('numbers in HTML are such links, too, and a tel: link is dialled rather than opened', async () => {
  const openExternal = vi.spyOn(desk, 'openExternal');
  mounted = mountPane(
    desk,
    <MessageFrame
      html='<p>Call <b>+47 22 33 44 55</b> or <a href="tel:+46705550112;ext=7">us</a>. <a href="https://a.example">+47 99 88 77 66</a></p>'
      title="Message"
    />,
  );
  const { document: inside } = await paintedFrame(mounted.host, 'Call');
  const links = [...inside.querySelectorAll<HTMLElement>('[data-target]')];
  expect(links.map(({ textContent, dataset }) => [textContent, dataset['target']])).toEqual([
    ['+47 22 33 44 55', 'tel:+4722334455'],
    ['us', 'tel:+46705550112;ext=7'],
    ['+47 99 88 77 66', 'https://a.example'],
  ]);
  links[0]?.click();
  await expect.poll(() => placed.mock.calls.at(-1)?.[0].number).toBe('+4722334455');
  links[1]?.click();
  await expect.poll(() => placed.mock.calls.at(-1)?.[0].number).toBe('+46705550112;ext=7');
  expect(openExternal).not.toHaveBeenCalled();
});
