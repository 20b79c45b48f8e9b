import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StatusLine } from '../../../../../src/renderer/src/features/status-line/StatusLine.tsx';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type Ticker, TickerProvider } from '../../../../../src/renderer/src/ui/ticker.tsx';
import { defaultSettings } from '../../../../../src/shared/settings/settings.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';

const MINUTE = 60_000;
const AFTER = 60;
let mounted: MountedPane;
let desk: SampleDesk;
let now = 0;
const listeners = new Set<() => void>();
const ticker: Ticker = {
  now: () => now,
  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
const tick = (): void => {
  for (const listener of [...listeners]) listener();
};

beforeEach(() => mount(AFTER));
afterEach(() => mounted.unmount());

async function mount(breakAfterMinutes: number | null): Promise<void> {
  now = Date.now();
  desk = createSampleDesk({ settings: { metrics: { ...defaultSettings().metrics, breakAfterMinutes } } });
  mounted = mountPane(
    desk,
    <TickerProvider ticker={ticker}>
      <textarea aria-label="Your reply" />
      <StatusLine />
    </TickerProvider>,
  );
  await expect.element(page.getByText('Online')).toBeVisible();
}

/** So many minutes with a key in each. */
async function work(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    now += MINUTE;
    tick();
  }
  await painted();
}
async function rest(minutes: number): Promise<void> {
  now += minutes * MINUTE;
  tick();
  await painted();
}
const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
const reminder = () => page.getByText(/minutes of work without a pause/);
const isShown = (): boolean => reminder().elements().length > 0;

test('it comes after the chosen time of work, says for how long that has been, and goes with a pause', async () => {
  await work(AFTER - 1);
  expect(isShown()).toBe(false);
  await work(1);
  await expect.element(reminder()).toHaveTextContent('60 minutes of work without a pause');
  await work(6);
  await expect.element(reminder()).toHaveTextContent('65 minutes');
  await rest(5);
  expect(isShown()).toBe(false);
  // After the pause the time begins anew.
  await work(AFTER - 1);
  expect(isShown()).toBe(false);
  await work(1);
  expect(isShown()).toBe(true);
});

test('a pause in the middle puts it off, and where it is not wanted it never comes', async () => {
  await work(AFTER - 10);
  await rest(5);
  await work(AFTER - 10);
  expect(isShown()).toBe(false);
  mounted.unmount();
  await mount(null);
  await work(4 * AFTER);
  expect(isShown()).toBe(false);
});

test('it never comes during a call; talking is work, and after it the reminder is there', async () => {
  await work(AFTER - 10);
  const call = desk.ring({ answeredAt: now });
  // Nobody presses a key while they listen.
  for (let minute = 0; minute < 20; minute += 1) await rest(1);
  expect(isShown()).toBe(false);
  expect(mounted.registry.canRun('app.breakLater')).toBe(false);
  await desk.changeCall(call.id, { do: 'hang-up' });
  await expect.element(reminder()).toBeVisible();
});

test('it stands in the status line, takes no focus and covers nothing of what is being written', async () => {
  const reply = page.getByRole('textbox', { name: 'Your reply' });
  reply.element().focus();
  await work(AFTER);
  expect(isShown()).toBe(true);
  await userEvent.keyboard('Half a sentence');
  await expect.element(reply).toHaveFocus();
  await expect.element(reply).toHaveValue('Half a sentence');
  expect(reminder().element().closest('footer')).not.toBeNull();
  expect(document.querySelector('[role=dialog], [role=alertdialog], [role=alert]')).toBeNull();
  expect(useInterface.getState().told).toBeNull();
  expect(reminder().element().getBoundingClientRect().top).toBeGreaterThanOrEqual(
    reply.element().getBoundingClientRect().bottom,
  );
});

test('“Not now” puts it off by keys, and it says nothing again before a pause and its whole time after that', async () => {
  expect(mounted.registry.canRun('app.breakLater')).toBe(false);
  await work(AFTER);
  const later = page.getByRole('button', { name: 'Not now' });
  later.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(isShown).toBe(false);
  await work(3 * AFTER);
  expect(isShown()).toBe(false);
  await rest(5);
  await work(AFTER - 1);
  expect(isShown()).toBe(false);
  await work(1);
  expect(isShown()).toBe(true);
  // The same as a command.
  expect(mounted.registry.run('app.breakLater', 'palette')).toBe(true);
  await expect.poll(isShown).toBe(false);
});
