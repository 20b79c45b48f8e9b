import { openViewsFile } from '#main/mine/views-file.ts';
import type { Disk } from '#main/profile/disk.ts';
import type { Desk, DeskEvent } from '#renderer/store/desk-api.ts';
import type { Rows } from '#shared/domain/batch.ts';
import { defaultSettings, type Settings, settingsSchema } from '#shared/settings/settings.ts';
import { account, batch, createFakeMain, healthy, startStore } from '../unit/renderer/store/fixtures.ts';

/**
 * A desk for component tests that is the store itself, over rows in memory, with a main that keeps views and settings; `does` is what
 * it does besides.
 */
export async function storeDesk(rows: Partial<Rows>, does: Parameters<typeof createFakeMain>[0] = {}) {
  const listeners = new Set<(event: DeskEvent) => void>();
  const kept: DeskEvent[] = [];
  const views = await openViewsFile(memoryDisk(), 'views.json');
  let settings: Settings = defaultSettings();
  const store = await startStore({
    main: createFakeMain({
      changeViews: (change) => views.change(change),
      saveSettings: async (change) => {
        settings = settingsSchema.parse({ ...settings, ...change });
        return settings;
      },
      ...does,
    }),
    onEvent(event) {
      if (event.type !== 'changed') kept.push(event);
      for (const listener of listeners) listener(event);
    },
  });
  await store.remote.accounts([account]);
  await store.remote.health(healthy({ complete: ['desk', 'tickets'] }));
  await store.remote.applyBatch(batch(rows, { complete: true }));
  const desk: Desk = {
    ...store.desk,
    onEvent(listener) {
      listeners.add(listener);
      // The worker's events wait for the window; here the window comes later than they do.
      queueMicrotask(() => {
        if (listeners.has(listener)) for (const event of kept) listener(event);
      });
      return () => listeners.delete(listener);
    },
  };
  return { ...store, desk, views };
}

/** One file at a time, in memory. */
function memoryDisk(): Disk {
  const files = new Map<string, Uint8Array>();
  const refused = async (): Promise<never> => {
    throw new Error('not used here');
  };
  return {
    read: async (path) => files.get(path) ?? null,
    async replace(path, content) {
      files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
    rename: refused,
    truncate: refused,
    append: refused,
    list: refused,
    remove: refused,
  };
}
