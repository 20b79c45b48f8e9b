import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Telephone } from '#shared/link/values.ts';
import { err, ok } from '#shared/result.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import { CallSettings } from '../../../../../src/renderer/src/features/settings/calls/CallSettings.tsx';
import { useDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';

let mounted: MountedPane | null = null;
afterEach(() => mounted?.unmount());

const callsOf = (): Settings['calls'] => useDeskState.getState().settings.calls;
async function open(
  calls: Partial<Settings['calls']> = {},
  telephone: Partial<Telephone> = {},
  host: 'electron' | 'browser' = 'browser',
): Promise<SampleDesk> {
  const desk = createSampleDesk({ settings: { calls: { ...defaultSettings().calls, ...calls } } });
  const told = { address: 'http://127.0.0.1:4321/call/', problem: null, hasToken: true, takenKeys: [], ...telephone };
  vi.spyOn(desk, 'telephone').mockResolvedValue(ok(told));
  mounted = mountPane(desk, <CallSettings />);
  await expect.element(page.getByRole('combobox', { name: 'Country' })).toBeVisible();
  await expect.poll(() => useDeskState.getState().link.host).toBe('browser');
  desk.emit({ type: 'link', state: 'connected', host, secrets: 'os' });
  return desk;
}

test('the country of numbers is chosen by name, that of this machine unless it is', async () => {
  await open();
  await expect.element(page.getByRole('option', { name: /^of this machine \(.+\)$/ })).toBeInTheDocument();
  await page.getByRole('combobox', { name: 'Country' }).selectOptions('Norway');
  await expect.poll(() => callsOf().country).toBe('NO');
  await page.getByRole('combobox', { name: 'Country' }).selectOptions('');
  await expect.poll(() => callsOf().country).toBe('');
});

test('extensions and dispositions are lines, kept in their order as they are typed', async () => {
  await open({ dispositions: ['Sale'] });
  await page.getByRole('textbox', { name: 'You in the telephone' }).fill('201\n Robin Hale \n\n201');
  await expect.poll(() => callsOf().users).toEqual(['201', 'Robin Hale']);
  const list = page.getByRole('textbox', { name: 'Dispositions' });
  await expect.element(list).toHaveValue('Sale');
  await list.fill('Complaint\nSale');
  await expect.poll(() => callsOf().dispositions).toEqual(['Complaint', 'Sale']);
  await list.fill(`Complaint\n${'x'.repeat(201)}`);
  await expect.element(page.getByRole('alert').getByText(/^Line 2 is longer than 200/)).toBeVisible();
  expect(callsOf().dispositions).toEqual(['Complaint', 'Sale']);
});

test('what cannot be kept is said in place', async () => {
  const desk = await open();
  vi.spyOn(desk, 'saveSettings').mockResolvedValue(err('no-link'));
  await page.getByRole('checkbox', { name: 'Disposition required' }).click();
  await expect.element(page.getByText(/^This was not kept/)).toBeVisible();
});

test('the address shows its token once, whole, and says why', async () => {
  const desk = await open({ webhook: true });
  const newToken = vi.spyOn(desk, 'newTelephoneToken').mockResolvedValue(ok('hush'));
  const address = page.getByRole('textbox', { name: 'Address' });
  await expect.element(address).toHaveValue('http://127.0.0.1:4321/call/TOKEN');
  await expect.element(page.getByText(/it cannot be shown again/)).toBeVisible();
  await page.getByRole('button', { name: 'Make a new token' }).click();
  await expect.element(address).toHaveValue('http://127.0.0.1:4321/call/hush');
  await expect.element(page.getByText(/shown this once/)).toBeVisible();
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
  await page.getByRole('button', { name: 'Copy' }).click();
  expect(copied).toHaveBeenCalledWith('http://127.0.0.1:4321/call/hush');
  await expect.element(page.getByText('Copied.')).toBeVisible();
  newToken.mockResolvedValue(err('not-kept'));
  await page.getByRole('button', { name: 'Make a new token' }).click();
  await expect.element(page.getByText(/The one before is still good/)).toBeVisible();
  copied.mockRestore();
  expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
});

test('says that another program has the port, and looks again', async () => {
  const desk = await open({ webhook: true }, { problem: 'port-taken' });
  await expect.element(page.getByText(/^Another program listens at http:\/\/127.0.0.1:4321/)).toBeVisible();
  vi.mocked(desk.telephone).mockResolvedValue(
    ok({ address: 'http://127.0.0.1:4321/call/', problem: null, hasToken: false, takenKeys: [] }),
  );
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect.element(page.getByRole('button', { name: 'Make a token' })).toBeVisible();
  expect(document.body.textContent).not.toContain('Another program');
});

test('global keys are the desktop’s alone, and those that another program has are named', async () => {
  await open({ globalKeys: true }, { takenKeys: ['call.hold'] }, 'browser');
  await expect.element(page.getByText(/a thing of Holdfast’s desktop program/)).toBeVisible();
  expect(page.getByRole('checkbox', { name: 'Global keys' }).elements()).toEqual([]);
  mounted?.unmount();
  await open({ globalKeys: true }, { takenKeys: ['call.hold'] }, 'electron');
  await expect.element(page.getByRole('checkbox', { name: 'Global keys' })).toBeChecked();
  await expect
    .element(page.getByText('Ctrl+Shift+H for “Hold the call, or go on with it” belongs to another program.'))
    .toBeVisible();
  await userEvent.click(page.getByRole('checkbox', { name: 'Global keys' }));
  await expect.poll(() => callsOf().globalKeys).toBe(false);
});
