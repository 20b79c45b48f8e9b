import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What stands for the system's own opener, behind which a telephone program would be. */
export type Opener = {
  /** Variables for whoever is to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** The addresses that it was asked to open, in order. */
  readonly opened: () => Promise<readonly string[]>;
  readonly dispose: () => Promise<void>;
};

/** Puts a program before that of the system which only notes what it is asked for. On Linux and macOS. */
export async function startOpener(): Promise<Opener> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-opener-'));
  const notes = join(folder, 'opened.txt');
  await writeFile(notes, '');
  for (const name of ['xdg-open', 'open']) {
    await writeFile(join(folder, name), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${notes}'\n`);
    await chmod(join(folder, name), 0o755);
  }
  return {
    // Without a display nothing is opened.
    env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, DISPLAY: process.env['DISPLAY'] ?? ':0' },
    opened: async () => (await readFile(notes, 'utf8')).split('\n').filter((line) => line !== ''),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
