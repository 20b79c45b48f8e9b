import { spawn } from 'node:child_process';

export type OpenerOptions = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's number; null on Windows. */
  readonly userId: number | null;
};

/** How the system opens an address; null where nobody could see it: no display, or as root, for whom browsers refuse to run. */
export function openerCommand({ platform, env, userId }: OpenerOptions): readonly string[] | null {
  if (userId === 0) return null;
  if (platform === 'darwin') return ['open'];
  // `start` is the shell's, and takes & and % in an address for its own: this is what it calls.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

/** Opens an address with the system; resolves with false when there is no way to, or it could not be started. */
export function openWithSystem(url: string, options: OpenerOptions): Promise<boolean> {
  const command = openerCommand(options);
  if (command === null) return Promise.resolve(false);
  const [program = '', ...leading] = command;
  return new Promise((resolve) => {
    const child = spawn(program, [...leading, url], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
