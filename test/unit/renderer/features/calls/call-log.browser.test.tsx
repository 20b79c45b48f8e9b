import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { err } from '#shared/result.ts';
import { CallLogPanel } from '../../../../../src/renderer/src/features/calls/log/CallLogPanel.tsx';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import type { Desk } from '../../../../../src/renderer/src/store/desk-api.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';

let mounted: MountedPane | null = null;
afterEach(() => {
  mounted?.unmount();
  mounted = null;
});

const TICKET = `${SAMPLE_ACCOUNT_ID}:48291`;
const NOW = Date.now();
const DAY = 24 * 3_600_000;

/** A missed call, one with Maren about a ticket that was answered, and one of ours a fortnight ago that nobody took. */
function deskWithCalls() {
  const desk = createSampleDesk();
  const over = (startedAt: number) => ({ startedAt, endedAt: startedAt + 30_000, wrappedAt: startedAt + 40_000 });
  desk.ring({ ...over(NOW - 14 * DAY), direction: 'out', number: '+4722334455', name: 'Courier' });
  const talked = desk.ring({
    ...over(NOW - 3_000),
    answeredAt: NOW + 1_000,
    endedAt: NOW + 66_000,
    wrappedAt: NOW + 70_000,
    number: '+46705550112',
    accountId: SAMPLE_ACCOUNT_ID,
    personRemoteId: 'p-1',
    ticketId: TICKET,
    disposition: 'Sale',
  });
  desk.ring({ ...over(NOW - 2_000), number: '+4791234567' });
  return { desk, talked };
}
const open = (desk: Desk): void => {
  mounted = mountPane(desk, <CallLogPanel />);
};
const rows = (): readonly string[] =>
  [...document.querySelectorAll('li')].map((row) => row.textContent?.replace(/\s+/g, ' ') ?? '');

test('lists every call, the newest first, with what came of it in words', async () => {
  open(deskWithCalls().desk);
  await expect.poll(() => rows().length).toBe(3);
  expect(rows()[0]).toMatch(/^\+4791234567.*Missed.*rang 0:30/);
  expect(rows()[1]).toMatch(/^Maren Lindqvist\+46705550112.*Answered1:05.*Sale#48291/);
  expect(rows()[2]).toMatch(/^Courier.*Not reached/);
  expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
});

test('j and Enter open the ticket of a call, and the customer where it is about none', async () => {
  const { desk, talked } = deskWithCalls();
  const writeQuery = vi.spyOn(desk, 'writeQuery');
  open(desk);
  await expect.poll(() => rows().length).toBe(3);
  await userEvent.keyboard('j{Enter}');
  await expect.poll(() => useInterface.getState().openTicketId).toBe(TICKET);
  await desk.changeCall(talked.id, {
    do: 'about',
    accountId: SAMPLE_ACCOUNT_ID,
    personRemoteId: 'p-1',
    ticketId: null,
  });
  await expect.poll(() => rows()[1]).not.toContain('#48291');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useInterface.getState().place).toBe('inbox');
  expect(writeQuery.mock.calls[0]?.[0]).toMatchObject({
    accountId: null,
    query: { all: [{ field: 'requester', is: true, values: [`${SAMPLE_ACCOUNT_ID}:p-1`] }] },
  });
});

test('says where a call has neither ticket nor customer', async () => {
  open(deskWithCalls().desk);
  await expect.poll(() => rows().length).toBe(3);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Nobody is named for this call, and it is about no ticket.')).toBeVisible();
});

test('the key for calling calls the number under the bar back, and says where nothing dials', async () => {
  const { desk } = deskWithCalls();
  const placeCall = vi.spyOn(desk, 'placeCall');
  open(desk);
  await expect.poll(() => rows().length).toBe(3);
  await userEvent.keyboard('j{Control>}{Shift>}D{/Shift}{/Control}');
  await expect.poll(() => placeCall.mock.calls.length).toBe(1);
  expect(placeCall.mock.calls[0]?.[0]).toEqual({
    number: '+46705550112',
    name: 'Maren Lindqvist',
    accountId: SAMPLE_ACCOUNT_ID,
    personRemoteId: 'p-1',
    ticketId: TICKET,
  });
  await expect.poll(() => rows().length).toBe(4);
  placeCall.mockResolvedValue(err('no-handler'));
  await userEvent.keyboard('{Control>}{Shift>}D{/Shift}{/Control}');
  await expect.poll(() => useInterface.getState().refusal).toMatch(/Nothing on this machine dials \+46705550112/);
});

test('is searched by words and by time, by keys', async () => {
  open(deskWithCalls().desk);
  await expect.poll(() => rows().length).toBe(3);
  await userEvent.keyboard('q');
  await expect.element(page.getByRole('textbox', { name: /Search/ })).toHaveFocus();
  await userEvent.keyboard('courier');
  await expect.poll(rows).toEqual([expect.stringContaining('Courier')]);
  await userEvent.keyboard('{Tab}');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(page.getByText('No call fits.')).toBeVisible();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Escape}');
  await expect.poll(() => rows().length).toBe(2);
});

test('exports all that was found, and not only what is listed', async () => {
  const { desk } = deskWithCalls();
  for (let count = 0; count < 250; count++) desk.ring({ startedAt: NOW, endedAt: NOW, wrappedAt: NOW });
  open(desk);
  await expect.poll(() => rows().length).toBe(200);
  let saved: Blob | null = null;
  const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved = blob;
    return 'about:blank#';
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  await expect.element(page.getByText('253 calls were saved as calls.csv.')).toBeVisible();
  const text = await (saved as Blob | null)?.text();
  expect(text?.match(/\r\n/g)?.length).toBe(254);
  create.mockRestore();
  click.mockRestore();
});

test('says how calls come here while there was none', async () => {
  open(createSampleDesk());
  await expect.element(page.getByText('There has been no call yet.')).toBeVisible();
  expect(mounted?.registry.canRun('call.export')).toBe(false);
});
