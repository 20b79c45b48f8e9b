import { afterEach, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { TicketField } from '#shared/domain/desk.ts';
import type { FieldValue } from '#shared/domain/ticket.ts';
import { CustomField } from '../../../../../src/renderer/src/features/ticket/facts/CustomField.tsx';
import type { ChangeTicket } from '../../../../../src/renderer/src/features/ticket/use-ticket-actions.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk } from '../../../../support/sample-desk.ts';

let mounted: MountedPane;
afterEach(() => mounted.unmount());

const change = vi.fn<ChangeTicket>(async () => null);
const field = (type: TicketField['type']): TicketField => ({
  remoteId: 'f1',
  title: 'Order',
  type,
  options: [],
  required: false,
  editable: true,
});
const pane = (type: TicketField['type'], value: FieldValue) => (
  <dl>
    <CustomField field={field(type)} value={value} onChange={change} />
    <dd data-testid="arrived">{String(value)}</dd>
  </dl>
);
const box = page.getByRole('textbox', { name: 'Order' });

async function start(type: TicketField['type'], value: FieldValue): Promise<void> {
  change.mockClear();
  mounted = mountPane(createSampleDesk(), pane(type, value));
  await expect.element(box).toBeVisible();
}

test.each([
  ['number', '4711'],
  ['text', ''],
] as const)('passing through a %s field that holds %j changes nothing', async (type, value) => {
  await start(type, value);
  await box.click();
  await userEvent.tab();
  await expect.poll(() => document.activeElement).toBe(document.body);
  expect(change).not.toHaveBeenCalled();
});

test('Enter changes the field once and leaves the cursor in it', async () => {
  await start('text', 'A');
  await box.fill('B');
  await userEvent.keyboard('{Enter}');
  expect(change).toHaveBeenCalledWith({ fields: { f1: 'B' } }, 'Order');
  mounted.render(pane('text', 'B'));
  await userEvent.keyboard('e');
  await expect.element(box).toHaveValue('Be');
  await userEvent.keyboard('{Backspace}');
  await userEvent.tab();
  expect(change).toHaveBeenCalledTimes(1);
});

test('a word that is still composed is neither kept by Enter nor thrown away by Escape', async () => {
  await start('text', '');
  await box.click();
  await cdp().send('Input.imeSetComposition', { text: 'tieng', selectionStart: 5, selectionEnd: 5 });
  await expect.element(box).toHaveValue('tieng');
  for (const key of ['Enter', 'Escape'])
    await cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 });
  await cdp().send('Input.insertText', { text: 'tiếng' });
  await expect.element(box).toHaveValue('tiếng');
  expect(change).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(change.mock.calls).toEqual([[{ fields: { f1: 'tiếng' } }, 'Order']]);
});

test('what arrives waits until the agent has left the field', async () => {
  await start('text', 'A');
  await box.fill('mine');
  mounted.render(pane('text', 'theirs'));
  await expect.element(page.getByTestId('arrived')).toHaveTextContent('theirs');
  await expect.element(box).toHaveValue('mine');
});

test('what arrives shows at once in a field that is left alone', async () => {
  await start('text', 'A');
  mounted.render(pane('text', 'theirs'));
  await expect.element(box).toHaveValue('theirs');
});
