import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedApp, mountedApp } from '../../../../support/mounted-app.ts';

let app: MountedApp | null = null;
afterEach(() => app?.close());

test('the log of calls is among the views once there was a call, with how many were missed and not seen', async () => {
  await page.viewport(1440, 900);
  app = mountedApp();
  await expect.element(page.getByRole('button', { name: 'Outbox' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Calls' }).elements()).toEqual([]);
  const call = app.desk.ring();
  await expect.element(page.getByRole('button', { name: 'Calls', exact: true })).toBeVisible();
  await app.desk.changeCall(call.id, { do: 'hang-up' });
  await expect.element(page.getByRole('button', { name: 'Calls 1' })).toBeVisible();
  await app.desk.changeCall(call.id, { do: 'seen' });
  await page.getByRole('button', { name: 'Calls', exact: true }).click();
  expect(useInterface.getState().place).toBe('calls');
});
