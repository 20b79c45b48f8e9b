import { type Settings, settingsSchema } from '#shared/settings/settings.ts';
import type { Log } from '../log.ts';
import type { Disk } from '../profile/disk.ts';
import { readJson } from '../profile/read-file.ts';

export type SettingsFile = {
  now(): Settings;
  /**
   * Takes some settings in; a value that does not parse becomes its default. On a disk that does not take them they hold for this run,
   * and are written with the next change.
   */
  change(change: Readonly<Record<string, unknown>>): Promise<Settings>;
};

/** What the agent set. A value that does not parse falls back by itself to its default. */
export async function openSettings(disk: Disk, path: string, log: Log): Promise<SettingsFile> {
  let settings = (await readJson(disk, path, settingsSchema)) ?? settingsSchema.parse({});
  return {
    now: () => settings,
    async change(change) {
      settings = settingsSchema.parse({ ...settings, ...change });
      await disk.replace(path, JSON.stringify(settings, null, 2)).catch(() => log('settings not kept'));
      return settings;
    },
  };
}
