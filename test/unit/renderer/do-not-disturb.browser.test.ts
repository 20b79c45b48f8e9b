import { afterEach, expect, test, vi } from 'vitest';
import { createCommandRegistry } from '../../../src/renderer/src/commands/registry.ts';
import { useDeskState } from '../../../src/renderer/src/state/desk-state.ts';
import { useInterface } from '../../../src/renderer/src/state/interface-state.ts';
import { type MountedApp, mountedApp } from '../../support/mounted-app.ts';
import { standInPanes } from '../../support/stand-in-panes.tsx';

let app: MountedApp | null = null;
afterEach(() => {
  app?.close();
  vi.unstubAllGlobals();
});

test('one command leaves the agent alone for an hour and, run again, ends it', async () => {
  const registry = createCommandRegistry();
  app = mountedApp({}, standInPanes, registry);
  await expect.poll(() => useDeskState.getState().link.state).toBe('connected');
  const until = (): number => useDeskState.getState().settings.doNotDisturbUntil;
  registry.run('app.doNotDisturb', 'palette');
  await expect.poll(() => Math.abs(until() - Date.now() - 3_600_000) < 60_000).toBe(true);
  await expect.poll(() => document.body.textContent).toContain('Not disturbed until');
  registry.run('app.doNotDisturb', 'palette');
  await expect.poll(until).toBe(0);
  await expect.poll(() => document.body.textContent).not.toContain('Not disturbed until');
});

test('a notification in a browser leads where the desktop’s does, and a call rings in the focused window only', async () => {
  const shown: { readonly title: string; click(): void }[] = [];
  class Noted extends EventTarget {
    static permission = 'granted';
    constructor(title: string) {
      super();
      shown.push({ title, click: () => this.dispatchEvent(new Event('click')) });
    }
    close(): void {}
  }
  vi.stubGlobal('Notification', Noted);
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const registry = createCommandRegistry();
  const popped = vi.fn<() => void>();
  registry.register('call.pop', { run: popped });
  app = mountedApp({}, standInPanes, registry);
  await expect.poll(() => useDeskState.getState().link.state).toBe('connected');
  const tell = (kind: 'called' | 'meanwhile', title: string): void =>
    app?.desk.emit({ type: 'notify', notification: { ticketId: null, kind, who: '', subject: '' }, title, body: '' });
  tell('called', 'Ann calls');
  tell('meanwhile', '5 new');
  await expect.poll(() => shown.map(({ title }) => title)).toEqual(['5 new']);
  useInterface.setState({ place: 'outbox' });
  shown[0]?.click();
  await expect.poll(() => useInterface.getState().place).toBe('inbox');
  hasFocus.mockReturnValue(false);
  tell('called', 'Ann calls');
  await expect.poll(() => shown.length).toBe(2);
  shown[1]?.click();
  expect(popped).toHaveBeenCalledTimes(1);
  hasFocus.mockRestore();
});
