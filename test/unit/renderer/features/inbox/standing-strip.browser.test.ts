import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { defaultSettings } from '../../../../../src/shared/settings/settings.ts';
import { type MountedApp, mountedApp } from '../../../../support/mounted-app.ts';

let app: MountedApp | null = null;
afterEach(() => app?.close());
const strip = () => page.getByRole('group', { name: 'How you stand' });

test('who waits and what was solved today stand over the list, and lead to them by keys', async () => {
  await page.viewport(1440, 900);
  app = mountedApp();
  await expect.element(strip()).toHaveTextContent('3 wait for you2 solved today');
  strip().getByRole('button', { name: '3 wait for you' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useInterface.getState().viewId).toBe('own:mine');
});

test('where the agent does not want it, the list begins where it was', async () => {
  await page.viewport(1440, 900);
  const metrics = { ...defaultSettings().metrics, strip: false };
  app = mountedApp({ settings: { metrics } });
  await expect.element(page.getByRole('listbox', { name: /^Tickets in/ })).toBeVisible();
  expect(strip().elements()).toEqual([]);
});
