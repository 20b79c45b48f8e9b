import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
};

/** Where the profile lies unless `--profile` names a folder: the platform's own place for a program's data. */
export function profileFolder(chosen: string | null, machine: Machine): string {
  if (chosen !== null) return resolve(chosen);
  return join(dataHome(machine), machine.platform === 'linux' ? 'holdfast' : 'Holdfast');
}

function dataHome({ platform, env, homeDir }: Machine): string {
  if (platform === 'darwin') return join(homeDir, 'Library', 'Application Support');
  if (platform === 'win32') return env.APPDATA ?? join(homeDir, 'AppData', 'Roaming');
  const xdg = env.XDG_DATA_HOME;
  // The XDG specification has relative paths ignored.
  return xdg?.startsWith('/') ? xdg : join(homeDir, '.local', 'share');
}

/** Makes the folder, readable by its user alone. Rejects as `mkdir` does. */
export async function makeProfileFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
