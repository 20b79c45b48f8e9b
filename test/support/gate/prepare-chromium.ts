import { existsSync } from 'node:fs';
import { CHROMIUM_PATH } from '../chromium.ts';
import { runCommand } from './command.ts';
import type { StepOutcome } from './run-steps.ts';
import { nothing, oneFailed } from './tally.ts';

/** apt may be used: a Debian on which we are root. */
export const mayInstall = (): boolean => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/**
 * Sees to it that Chromium is there. The fonts are what screenshots and text widths depend on: a bare Debian has none for
 * Vietnamese or Chinese.
 */
export async function prepareChromium(signal: AbortSignal): Promise<StepOutcome> {
  if (existsSync(CHROMIUM_PATH)) return { tally: nothing, output: '' };
  if (!mayInstall()) return { tally: nothing, output: '', missing: 'Chromium is not installed' };
  const update = await runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'update', '-q'], { signal });
  const install = await runCommand(
    'apt-get',
    [
      '-o',
      'DPkg::Lock::Timeout=300',
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      'chromium',
      'fonts-dejavu-core',
      'fonts-noto-core',
      'fonts-noto-cjk',
    ],
    { signal, env: { DEBIAN_FRONTEND: 'noninteractive' } },
  );
  return existsSync(CHROMIUM_PATH)
    ? { tally: nothing, output: '' }
    : { tally: oneFailed, output: update.output + install.output, missing: 'Chromium could not be installed' };
}
