import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { err } from '#shared/result.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import { FigureSettings } from '../../../../../src/renderer/src/features/settings/figures/FigureSettings.tsx';
import { useDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { barriersIn } from '../../../../support/barriers.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';

let mounted: MountedPane | null = null;
afterEach(() => mounted?.unmount());

const kept = (): Settings['metrics'] => useDeskState.getState().settings.metrics;
async function open(metrics: Partial<Settings['metrics']> = {}): Promise<SampleDesk> {
  const desk = createSampleDesk({ settings: { metrics: { ...defaultSettings().metrics, ...metrics } } });
  mounted = mountPane(desk, <FigureSettings />);
  await expect.element(page.getByRole('combobox', { name: 'Propose a pause' })).toBeVisible();
  return desk;
}

test('all of it is set by keys alone, in the order in which it stands', async () => {
  await open({ strip: true, breakAfterMinutes: null, shift: null });
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('checkbox', { name: 'How I stand, over the list' })).toHaveFocus();
  await userEvent.keyboard(' {Tab}');
  await expect.poll(() => kept().strip).toBe(false);
  await expect.element(page.getByRole('combobox', { name: 'Propose a pause' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Tab}');
  await expect.poll(() => kept().breakAfterMinutes).toBe(45);
  await expect.element(page.getByLabelText('Shift begins')).toHaveFocus();
  // Hours, minutes and, where the locale has it, the half of the day are stops of their own.
  await userEvent.keyboard('1000PM');
  page.getByLabelText('Shift ends').element().focus();
  await userEvent.keyboard('0600AM');
  await expect.poll(() => kept().shift).toEqual({ from: 22 * 60, minutes: 8 * 60 });
  const sunday = page.getByRole('textbox', { name: 'Sunday' });
  for (let pressed = 0; pressed < 14 && document.activeElement !== sunday.element(); pressed += 1)
    await userEvent.keyboard('{Tab}');
  await expect.element(sunday).toHaveFocus();
  await userEvent.keyboard('10:00-12:00{Tab}');
  await expect.poll(() => kept().businessHours[6]).toEqual([{ from: 600, until: 720 }]);
  await expect.element(page.getByRole('textbox', { name: 'Holidays' })).toHaveFocus();
  await userEvent.keyboard('2026-12-25');
  await expect.poll(() => kept().holidays).toEqual(['2026-12-25']);
});

test('what is no time, no date or cannot be kept is said at its place, and what was there before still counts', async () => {
  const desk = await open();
  const before = kept();
  await page.getByRole('textbox', { name: 'Monday' }).fill('nine to five');
  await expect.element(page.getByText(/^That is no time of day/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Holidays' }).fill('Christmas');
  await expect.element(page.getByText(/^Christmas is no date/)).toBeVisible();
  expect(kept()).toEqual(before);
  vi.spyOn(desk, 'saveSettings').mockResolvedValue(err('no-link'));
  await page.getByRole('checkbox').click();
  await expect.element(page.getByText(/^This was not kept/)).toBeVisible();
  expect(await barriersIn(mounted?.host)).toEqual([]);
});

test('axe finds nothing in it, light and dark', async () => {
  await open({ shift: { from: 22 * 60, minutes: 480 }, breakAfterMinutes: 50, holidays: ['2026-12-25'] });
  await expect.element(page.getByRole('option', { name: 'After 50 minutes of work' })).toBeInTheDocument();
  expect(await barriersIn(mounted?.host)).toEqual([]);
});
