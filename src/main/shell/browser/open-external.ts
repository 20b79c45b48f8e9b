import { spawn } from 'node:child_process';

export type OpenerOptions = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's number; null on Windows. */
  readonly userId: number | null;
};

/** In ms: one that has not ended by then runs the program itself, as `xdg-open` does outside of the large desktops. */
const FAILS_WITHIN_MS = 1_000;

/**
 * How the system opens an address; null where nobody could see it: without a display, and as root a page of the web, because browsers
 * refuse to run then. What dials or mails need not be a browser.
 */
export function openerCommand(url: string, { platform, env, userId }: OpenerOptions): readonly string[] | null {
  if (userId === 0 && /^https?:/i.test(url)) return null;
  if (platform === 'darwin') return ['open'];
  // `start` is the shell's, and takes & and % in an address for its own: this is what it calls.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

/** Opens an address with the system; resolves with false when there is no way to, or nothing there opens it. */
export function openWithSystem(url: string, options: OpenerOptions): Promise<boolean> {
  const command = openerCommand(url, options);
  if (command === null) return Promise.resolve(false);
  const [program = '', ...leading] = command;
  return new Promise((resolve) => {
    const { env } = options;
    const child = spawn(program, [...leading, url], { stdio: 'ignore', detached: true, env });
    const limit = setTimeout(() => resolve(true), FAILS_WITHIN_MS);
    const tell = (isOpened: boolean): void => {
      clearTimeout(limit);
      resolve(isOpened);
    };
    child.once('error', () => tell(false));
    // `xdg-open` and `open` end with an error where no program takes such addresses; of what Windows ends with nothing is documented.
    child.once('exit', (code) => tell(code === 0 || options.platform === 'win32'));
    child.unref();
  });
}
