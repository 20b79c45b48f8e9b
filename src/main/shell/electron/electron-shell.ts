import {
  app,
  type BrowserWindow,
  globalShortcut,
  Notification,
  nativeImage,
  net,
  powerMonitor,
  safeStorage,
  shell,
} from 'electron';
import type { KeyChoices } from '#shared/commands/key-choices.ts';
import { externalUrl } from '../external-url.ts';
import type { Shell } from '../port.ts';

export type ElectronShellOptions = {
  readonly platform: NodeJS.Platform;
  readonly showWindow: () => void;
  readonly window: () => BrowserWindow | null;
  /** Icon and words on the task bar of Windows, which has no numbers. */
  readonly overlay: { readonly icon: string; readonly text: (count: number) => string };
  readonly onBadge: (count: number) => void;
  readonly onKeys: (choices: KeyChoices) => void;
};

/** The shell of the desktop program. Call it once `ready` has come. */
export async function createElectronShell(options: ElectronShellOptions): Promise<Shell> {
  // A notification without a reference is collected, and its click with it.
  const shown = new Set<Notification>();
  // However it quits.
  app.on('will-quit', () => globalShortcut.unregisterAll());
  return {
    host: 'electron',
    secretBox: await openSecretBox(options.platform),
    notify({ kind }, { title, body }, onClick) {
      if (!Notification.isSupported()) return;
      // In the window that has the focus a call rings by itself.
      if (kind === 'called' && options.window()?.isFocused()) return;
      const notification = new Notification({ title, body });
      shown.add(notification);
      notification.on('click', () => {
        options.showWindow();
        onClick();
      });
      notification.on('close', () => shown.delete(notification));
      notification.show();
    },
    setBadge(count) {
      app.setBadgeCount(count);
      if (options.platform === 'win32') {
        const icon = count === 0 ? null : nativeImage.createFromPath(options.overlay.icon);
        options.window()?.setOverlayIcon(icon, count === 0 ? '' : options.overlay.text(count));
      }
      options.onBadge(count);
    },
    showKeys: options.onKeys,
    globalShortcuts: {
      register: (key, pressed) => globalShortcut.register(acceleratorOf(key), pressed),
      unregister: (key) => globalShortcut.unregister(acceleratorOf(key)),
      bringUp: options.showWindow,
    },
    async openExternal(url) {
      const allowed = externalUrl(url);
      if (allowed === null) return false;
      return shell.openExternal(allowed).then(
        () => true,
        () => false,
      );
    },
    fetch: systemFetch,
    onSuspendResume(suspended, resumed) {
      powerMonitor.on('suspend', suspended);
      powerMonitor.on('resume', resumed);
      return () => {
        powerMonitor.off('suspend', suspended);
        powerMonitor.off('resume', resumed);
      };
    },
  };
}

const acceleratorOf = (key: string): string => key.replace('Mod', 'CommandOrControl');

/** Null where the system offers no key. `basic_text` on Linux is a key that everybody knows. */
async function openSecretBox(platform: NodeJS.Platform): Promise<Shell['secretBox']> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
  if (platform === 'linux') {
    const backend = safeStorage.getSelectedStorageBackend();
    if (backend === 'basic_text' || backend === 'unknown') return null;
  }
  return {
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (bytes) => (await safeStorage.decryptStringAsync(Buffer.from(bytes))).result,
  };
}

/**
 * Through the system's proxy and certificates, with neither the page's cookies nor its cache. `net.fetch` would also read `file:` and
 * the console's own scheme: only http and https get through.
 */
const systemFetch: typeof globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (!/^https?:\/\//i.test(url)) throw new TypeError('Only http and https can be fetched.');
  return net.fetch(input instanceof Request ? input : url, { ...init, ...WITHOUT_TRACES });
};

const WITHOUT_TRACES = { credentials: 'omit', cache: 'no-store', bypassCustomProtocolHandlers: true } as const;
