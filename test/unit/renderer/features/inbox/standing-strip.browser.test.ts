import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { show, useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { defaultSettings } from '../../../../../src/shared/settings/settings.ts';
import { barriersIn } from '../../../../support/barriers.ts';
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

/** The sample desk, with a promise on the first ticket of its inbox, at a moment from now. */
async function promised(inMs: number): Promise<{ readonly id: string }> {
  await page.viewport(1440, 900);
  app = mountedApp({}, productPanes());
  const { desk } = app;
  const [first] = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 1 })).rows;
  if (!first) throw new Error('an empty inbox');
  const nextSla = { ...first, slaMetric: 'next-reply', slaAt: Date.now() + inMs } as const;
  desk.standing = async () => ({ waitingForMe: 3, nextSla, solved: 2 });
  desk.emit({ type: 'changed', views: true, ticketIds: [], outbox: false, articles: false, facts: false });
  return first;
}

test('the next promise leads to its ticket, by its button and by its keys', async () => {
  const { id } = await promised(20 * 60_000 + 500);
  const button = strip().getByRole('button', { name: /^Next reply: until .* on #/ });
  await expect.element(button).toBeVisible();
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useInterface.getState().openTicketId).toBe(id);
  show({ openTicketId: null, place: 'outbox' });
  await userEvent.keyboard('gn');
  await expect.poll(() => useInterface.getState().openTicketId).toBe(id);
  expect(useInterface.getState().place).toBe('inbox');
});

test('where nothing is promised its keys say so', async () => {
  await page.viewport(1440, 900);
  app = mountedApp({}, productPanes());
  await expect.element(strip()).toHaveTextContent('3 wait for you');
  await userEvent.keyboard('gn');
  await expect.element(page.getByText('None of your tickets has a promise that is still to be kept.')).toBeVisible();
  expect(useInterface.getState().openTicketId).toBeNull();
});

test('axe finds nothing in it, light and dark, with a promise that is near and with one that was missed', async () => {
  await promised(5 * 60_000);
  await expect.element(strip().getByRole('button', { name: /^Next reply/ })).toBeVisible();
  expect(await barriersIn(strip().element())).toEqual([]);
  app?.close();
  await promised(-5 * 60_000);
  await expect.element(strip().getByRole('button', { name: /Missed/ })).toBeVisible();
  expect(await barriersIn(strip().element())).toEqual([]);
});

test('where the agent does not want it, the list begins where it was', async () => {
  await page.viewport(1440, 900);
  const metrics = { ...defaultSettings().metrics, strip: false };
  app = mountedApp({ settings: { metrics } });
  await expect.element(page.getByRole('listbox', { name: /^Tickets in/ })).toBeVisible();
  expect(strip().elements()).toEqual([]);
});
