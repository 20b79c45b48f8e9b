import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { err, ok, type Result } from '#shared/result.ts';

/**
 * Keeps Chromium's own files inside the profile, apart from the journal; the lock of the single instance is per such folder, so it is
 * made and named before that is asked for. `setPath` throws for a folder that is not there, and nothing may be awaited before `ready`.
 * Errs with the file system's code.
 */
export function useDataFolder(profileDir: string): Result<null, string> {
  const folder = join(profileDir, 'electron');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return err(error instanceof Error && 'code' in error ? String(error.code) : 'error');
  }
  app.setPath('userData', folder);
  return ok(null);
}
