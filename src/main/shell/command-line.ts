import { homedir } from 'node:os';
import type { Text } from '#shared/i18n/text.ts';
import { profilePaths } from '../profile/profile-paths.ts';
import { profileText } from '../settings/profile-text.ts';
import { parseArguments } from './arguments.ts';
import { profileFolder } from './profile-folder.ts';

export type CommandLine = {
  readonly parsed: ReturnType<typeof parseArguments>;
  readonly profileDir: string;
  /** In the language of the profile; of the default one where the arguments do not parse. */
  readonly text: Text;
};

/** The arguments, and what is said about them in the language of the profile that they name. */
export async function readCommandLine(argv: readonly string[]): Promise<CommandLine> {
  const parsed = parseArguments(argv);
  const profileDir = profileFolder(parsed.ok ? parsed.value.profile : null, {
    platform: process.platform,
    env: process.env,
    homeDir: homedir(),
  });
  return { parsed, profileDir, text: await profileText(profilePaths(profileDir).settings) };
}
