import { afterEach, expect, test, vi } from 'vitest';
import { Customer } from '../../../../src/renderer/src/features/ticket/facts/Customer.tsx';
import { MessageFrame } from '../../../../src/renderer/src/features/ticket/message-frame/MessageFrame.tsx';
import { TextBody } from '../../../../src/renderer/src/features/ticket/text/TextBody.tsx';
import { useInterface } from '../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../support/mount-pane.tsx';
import { createSampleDesk } from '../../../support/sample-desk.ts';
import { paintedFrame } from '../features/ticket/painted-frame.ts';

const refusing = { ...createSampleDesk({ tickets: 4 }), openExternal: async () => false };
const refusal = () => useInterface.getState().refusal;
let pane: MountedPane;
afterEach(() => {
  pane.unmount();
  vi.restoreAllMocks();
});

/** Waits for a link in the pane and follows it. */
async function follow(selector: string): Promise<void> {
  await expect.poll(() => pane.host.querySelector(selector)).not.toBeNull();
  pane.host.querySelector<HTMLElement>(selector)?.click();
}

test('a link that cannot be opened is named, and is on the clipboard', async () => {
  const copy = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  pane = mountPane(refusing, <TextBody text="Look at http://shop.example/order/7 please" />);
  await follow('a');
  await expect.poll(refusal).toContain('http://shop.example/order/7');
  expect(refusal()).toContain('is on your clipboard');
  expect(copy).toHaveBeenCalledWith('http://shop.example/order/7');
});

test('where the clipboard cannot be written nothing else is claimed', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  pane = mountPane(refusing, <TextBody text="https://shop.example/order/7" />);
  await follow('a');
  await expect.poll(refusal).toContain('https://shop.example/order/7');
  expect(refusal()).not.toContain('is on your clipboard');
});

test('a message’s and a customer’s links say so too', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  pane = mountPane(refusing, <MessageFrame html={'<p><a href="https://a.example/x">there</a></p>'} title="Message" />);
  const frame = await paintedFrame(pane.host, 'there');
  frame.document.querySelector<HTMLElement>('[data-target]')?.click();
  await expect.poll(refusal).toContain('https://a.example/x');
  useInterface.setState({ refusal: null });
  const { rows } = await refusing.rows({ viewId: 'own:recent', sort: null, offset: 0, limit: 1 });
  const detail = await refusing.ticket(rows[0]?.id ?? '');
  if (detail) pane.render(<Customer detail={detail} />);
  await follow('a[href^="mailto:"]');
  await expect.poll(refusal).toContain('mailto:');
});

test('one that opens takes the last refusal away', async () => {
  useInterface.setState({ refusal: 'earlier' });
  pane = mountPane({ ...refusing, openExternal: async () => true }, <TextBody text="https://shop.example/" />);
  await follow('a');
  await expect.poll(refusal).toBeNull();
});
