import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCommandRegistry } from '../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../src/renderer/src/product-panes.ts';
import { COMMANDS } from '../../../../src/shared/commands/catalogue.ts';
import { defaultSettings } from '../../../../src/shared/settings/settings.ts';
import { type MountedApp, mountedApp } from '../../../support/mounted-app.ts';

let app: MountedApp;
const handled = new Set<string>();

beforeEach(async () => {
  await page.viewport(1440, 900);
  const registry = createCommandRegistry();
  const metrics = { ...defaultSettings().metrics, breakAfterMinutes: 60 };
  app = mountedApp({ undoMs: 60_000, settings: { metrics } }, productPanes(), {
    ...registry,
    register(id, handler) {
      handled.add(id);
      return registry.register(id, handler);
    },
  });
});
afterEach(() => app.close());

/** An agent goes once through the parts of the console: what no part of it handles is a command that does nothing. */
test('every command of the catalogue is handled by some part of the console', async () => {
  const comes = (id: string): Promise<void> => expect.poll(() => [...handled]).toContain(id);
  await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBeGreaterThan(0);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.querySelectorAll('article').length).toBeGreaterThan(0);
  await userEvent.keyboard('r');
  await comes('composer.send');
  await page.getByRole('textbox', { name: 'Your reply' }).fill('An answer.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => app.desk.entries().length).toBe(1);
  await userEvent.keyboard('go');
  await comes('outbox.retry');
  const { accountId = null, ticketId = null } = app.desk.entries()[0] ?? {};
  const call = app.desk.ring({ accountId, ticketId, answeredAt: Date.now() });
  await comes('call.note');
  await app.desk.changeCall(call.id, { do: 'hang-up' });
  await comes('call.wrapUp');
  await userEvent.keyboard('gp');
  await comes('call.export');

  const missing = (): readonly string[] => COMMANDS.map(({ id }) => id).filter((id) => !handled.has(id));
  await expect.poll(missing).toEqual([]);
});
