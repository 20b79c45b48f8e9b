import { readFile } from 'node:fs/promises';
import { createText, type Text } from '#shared/i18n/text.ts';
import { defaultSettings, settingsSchema } from '#shared/settings/settings.ts';

/**
 * Texts in the language that a profile is set to, before anything else of it is open. Reads only: a settings file that cannot
 * be read is for those to set aside who hold the profile's lock, and means the default here.
 */
export async function profileText(settingsPath: string): Promise<Text> {
  try {
    const settings = settingsSchema.safeParse(JSON.parse(await readFile(settingsPath, 'utf8')));
    return createText(settings.success ? settings.data.locale : defaultSettings().locale);
  } catch {
    return createText(defaultSettings().locale);
  }
}
