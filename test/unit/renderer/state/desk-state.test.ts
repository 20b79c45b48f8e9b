import { expect, test } from 'vitest';
import { afterDeskEvent, initialDeskState } from '#renderer/state/desk-state.ts';
import { settingsSchema } from '#shared/settings/settings.ts';

test('settings that come again are the same objects where nothing has changed', () => {
  const before = initialDeskState();
  const same = afterDeskEvent(before, { type: 'settings', settings: settingsSchema.parse({}) });
  expect(same.settings).toBe(before.settings);
  const dark = afterDeskEvent(before, { type: 'settings', settings: settingsSchema.parse({ theme: 'dark' }) });
  expect(dark.settings.theme).toBe('dark');
  expect(dark.settings.keys).toBe(before.settings.keys);
});
