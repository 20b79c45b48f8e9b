import type { Shell } from '#main/shell/port.ts';

/** A host that shows and keeps nothing, with a network. */
export const silentShell = (fetch: Shell['fetch'], over: Partial<Shell> = {}): Shell => ({
  host: 'browser',
  secretBox: null,
  notify: () => undefined,
  setBadge: () => undefined,
  showKeys: () => undefined,
  globalShortcuts: null,
  openExternal: async () => true,
  fetch,
  onSuspendResume: () => () => undefined,
  ...over,
});
