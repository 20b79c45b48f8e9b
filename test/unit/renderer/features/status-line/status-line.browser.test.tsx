import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StatusLine } from '../../../../../src/renderer/src/features/status-line/StatusLine.tsx';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';

let mounted: MountedPane | null = null;
let desk: SampleDesk;
afterEach(() => mounted?.unmount());

const mount = (options: Parameters<typeof createSampleDesk>[0] = {}): void => {
  desk = createSampleDesk(options);
  mounted = mountPane(desk, <StatusLine />);
};
const line = (): string => document.querySelector('footer')?.textContent ?? '';
const sentence = page.getByRole('button', { name: /cannot be opened/ });

test('says nothing of the helpdesk while the program itself is out of reach', async () => {
  mount();
  await expect.poll(line).toContain('Online');
  desk.emit({ type: 'link', state: 'connecting', host: null, secrets: null });
  await expect.poll(line).toContain('Connecting');
  expect(line()).not.toMatch(/Online|Synced/);
});

test('says when it last synced whatever it does now', async () => {
  const now = Date.now();
  mount({ now, health: { phase: 'syncing', lastSyncAt: now - 3_600_000 } });
  await expect.poll(line).toMatch(/Synced.*1.*Syncing/);
  desk.setHealth({ phase: 'waiting', online: false });
  await expect.poll(line).toMatch(/Waiting to sync.*Synced/);
});

test('a sentence that is cut off opens whole by key, and Escape gives the focus back', async () => {
  mount();
  await expect.poll(line).toContain('Online');
  desk.emit({ type: 'storage', accountId: SAMPLE_ACCOUNT_ID, problem: 'cannot-open' });
  await expect.element(sentence).toBeVisible();
  const button = sentence.element();
  if (button instanceof HTMLElement) button.focus();
  await userEvent.keyboard('{Enter}');
  const whole = page.getByRole('dialog', { name: 'In full' });
  await expect.element(whole).toHaveTextContent('remove the account and add it again');
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  expect((await axe.run(document.body)).violations.filter(({ impact }) => impact === 'critical')).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(whole).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement).toBe(button);
});

test('says until when nothing notifies, with the way out, and no longer than that', async () => {
  mount({ settings: { doNotDisturbUntil: Date.now() - 1 } });
  await expect.poll(line).toContain('Online');
  expect(line()).not.toContain('Not disturbed');
  await desk.saveSettings({ doNotDisturbUntil: new Date(2099, 0, 1, 15, 30).getTime() });
  await expect.poll(line).toMatch(/Not disturbed until 3:30/);
  const ran = vi.fn<() => void>();
  mounted?.registry.register('app.doNotDisturb', { run: ran });
  await page.getByRole('button', { name: 'Notify again' }).click();
  expect(ran).toHaveBeenCalledTimes(1);
});
