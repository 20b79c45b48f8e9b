import type { Core } from '../../core-face.ts';
import { externalUrl } from '../external-url.ts';
import type { Shell } from '../port.ts';

export type BrowserShellOptions = {
  /** Opens an address with the system; false when there is no way to. */
  readonly open: (url: string) => Promise<boolean>;
  /** The page notifies: this process has no window. */
  readonly showNotification: Core['showNotification'];
  readonly now: () => number;
};

/** How often the clock is looked at, and how far it must have jumped for the machine to have slept. */
const LOOK_MS = 5_000;
const SLEPT_MS = 30_000;

/** The shell of the browser host: no key of the operating system, and a page that notifies and counts by itself. */
export const createBrowserShell = ({ open, showNotification, now }: BrowserShellOptions): Shell => ({
  host: 'browser',
  secretBox: null,
  notify: (notification, text) => showNotification(notification, text),
  // The page counts by itself and shows it in its title.
  setBadge: () => {},
  showKeys: () => {},
  globalShortcuts: null,
  async openExternal(url) {
    const allowed = externalUrl(url);
    return allowed !== null && (await open(allowed));
  },
  fetch: (input, init) => globalThis.fetch(input, init),
  onSuspendResume(suspended, resumed) {
    let lookedAt = now();
    // Node hears nothing of sleep. A clock that jumps ahead between two looks says that the machine has slept.
    const timer = setInterval(() => {
      const at = now();
      if (at - lookedAt > SLEPT_MS) {
        suspended();
        resumed();
      }
      lookedAt = at;
    }, LOOK_MS);
    timer.unref();
    return () => clearInterval(timer);
  },
});
