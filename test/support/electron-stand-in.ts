import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  CustomScheme,
  Dialog,
  GlobalShortcut,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  MessageBoxReturnValue,
  MessagePortMain,
  Net,
  NotificationConstructorOptions,
  PowerMonitor,
  Protocol,
  SafeStorage,
  Screen,
  Session,
  Shell,
  WebContents,
} from 'electron';
import { vi } from 'vitest';

/**
 * Electron's module for tests in plain Node. Every member that the product calls has the type that Electron's own declarations give
 * it (`satisfies Partial<…>`), so that it cannot drift from them; events are emitted by the tests themselves.
 */
export function createElectronStandIn() {
  const seen = {
    schemes: [] as CustomScheme[],
    handlers: new Map<string, Parameters<Protocol['handle']>[1]>(),
    windows: [] as StandInWindow[],
    notifications: [] as StandInNotification[],
    menus: [] as MenuItemConstructorOptions[][],
    trays: [] as StandInTray[],
    fetched: [] as Parameters<Net['fetch']>[],
    opened: [] as string[],
    exits: [] as number[],
    /** Registered now, by accelerator. */
    shortcuts: new Map<string, () => void>(),
  };

  const app = Object.assign(new EventEmitter(), {
    name: 'Holdfast',
    isPackaged: false,
    enableSandbox: vi.fn<App['enableSandbox']>(),
    setPath: vi.fn<App['setPath']>((name, path) => {
      if (!existsSync(path)) throw new Error(`Failed to set path: ${name}`);
    }),
    setAppUserModelId: vi.fn<App['setAppUserModelId']>(),
    getPath: vi.fn<App['getPath']>(() => '/nowhere'),
    requestSingleInstanceLock: vi.fn<App['requestSingleInstanceLock']>(() => true),
    setAsDefaultProtocolClient: vi.fn<App['setAsDefaultProtocolClient']>(() => true),
    removeAsDefaultProtocolClient: vi.fn<App['removeAsDefaultProtocolClient']>(() => true),
    whenReady: vi.fn<App['whenReady']>(async () => {}),
    quit: vi.fn<App['quit']>(),
    exit: vi.fn<App['exit']>((code = 0) => void seen.exits.push(code)),
    setBadgeCount: vi.fn<App['setBadgeCount']>(() => true),
  } satisfies Partial<App>);

  const protocol = {
    registerSchemesAsPrivileged: (schemes) => void seen.schemes.push(...schemes),
    handle: (scheme, handler) => void seen.handlers.set(scheme, handler),
  } satisfies Partial<Protocol>;

  const defaultSession = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
    setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
    setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
    setDisplayMediaRequestHandler: vi.fn<Session['setDisplayMediaRequestHandler']>(),
    setBluetoothPairingHandler: vi.fn<Session['setBluetoothPairingHandler']>(),
    setSpellCheckerEnabled: vi.fn<Session['setSpellCheckerEnabled']>(),
  } satisfies Partial<Session>);

  class StandInContents extends EventEmitter {
    url = '';
    setWindowOpenHandler = vi.fn<WebContents['setWindowOpenHandler']>();
    postMessage = vi.fn<WebContents['postMessage']>();
    getURL: WebContents['getURL'] = () => this.url;
    isLoading: WebContents['isLoading'] = () => false;
  }

  class StandInWindow extends EventEmitter {
    readonly webContents = new StandInContents();
    readonly options: BrowserWindowConstructorOptions;
    visible = false;
    destroyed = false;
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      this.options = options;
      seen.windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    loadURL = vi.fn<(url: string) => Promise<void>>(async (url) => void (this.webContents.url = url));
    show(): void {
      this.visible = true;
    }
    showInactive: BrowserWindow['showInactive'] = () => {
      this.visible = true;
    };
    hide(): void {
      this.visible = false;
    }
    isVisible: BrowserWindow['isVisible'] = () => this.visible;
    focused = false;
    isFocused: BrowserWindow['isFocused'] = () => this.focused;
    flashFrame = vi.fn<BrowserWindow['flashFrame']>();
    focus = vi.fn<BrowserWindow['focus']>();
    maximize = vi.fn<BrowserWindow['maximize']>();
    restore = vi.fn<BrowserWindow['restore']>();
    isMinimized: BrowserWindow['isMinimized'] = () => false;
    isMaximized = () => false;
    getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 });
    setOverlayIcon = vi.fn<(icon: { readonly path: string } | null, description: string) => void>();
    destroy(): void {
      this.destroyed = true;
      this.emit('closed');
    }
  }

  class StandInPort extends EventEmitter {
    sent: unknown[] = [];
    postMessage: MessagePortMain['postMessage'] = (message) => void this.sent.push(message);
    start: MessagePortMain['start'] = () => {};
    close: MessagePortMain['close'] = () => void this.emit('close');
  }

  class StandInNotification extends EventEmitter {
    static isSupported = () => true;
    readonly options: NotificationConstructorOptions;
    shown = false;
    constructor(options: NotificationConstructorOptions) {
      super();
      this.options = options;
      seen.notifications.push(this);
    }
    show(): void {
      this.shown = true;
    }
  }

  class StandInTray extends EventEmitter {
    tip = '';
    removed = false;
    constructor() {
      super();
      seen.trays.push(this);
    }
    setContextMenu(): void {}
    setToolTip(tip: string): void {
      this.tip = tip;
    }
    destroy(): void {
      this.removed = true;
    }
  }

  return {
    seen,
    app,
    protocol,
    session: { defaultSession },
    BrowserWindow: StandInWindow,
    MessageChannelMain: class {
      port1 = new StandInPort();
      port2 = new StandInPort();
    },
    Notification: StandInNotification,
    Tray: StandInTray,
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (menu: MenuItemConstructorOptions[]) => void seen.menus.push(menu),
    },
    nativeImage: { createFromPath: (path: string) => ({ path }) },
    nativeTheme: { shouldUseDarkColors: false },
    net: {
      fetch: async (input, init) => {
        seen.fetched.push([input, init]);
        return new Response('fetched');
      },
    } satisfies Partial<Net>,
    globalShortcut: {
      register: vi.fn<GlobalShortcut['register']>((accelerator, pressed) => {
        if (seen.shortcuts.has(accelerator)) return false;
        seen.shortcuts.set(accelerator, pressed);
        return true;
      }),
      unregister: vi.fn<GlobalShortcut['unregister']>((accelerator) => void seen.shortcuts.delete(accelerator)),
      unregisterAll: vi.fn<GlobalShortcut['unregisterAll']>(() => seen.shortcuts.clear()),
    } satisfies Partial<GlobalShortcut>,
    ipcRenderer: new EventEmitter(),
    powerMonitor: Object.assign(new EventEmitter(), {} satisfies Partial<PowerMonitor>),
    safeStorage: {
      isAsyncEncryptionAvailable: vi.fn<SafeStorage['isAsyncEncryptionAvailable']>(async () => true),
      getSelectedStorageBackend: vi.fn<SafeStorage['getSelectedStorageBackend']>(() => 'gnome_libsecret'),
      encryptStringAsync: vi.fn<SafeStorage['encryptStringAsync']>(async (text) => Buffer.from(`sealed ${text}`)),
      decryptStringAsync: vi.fn<SafeStorage['decryptStringAsync']>(async (bytes) => ({
        result: bytes.toString().replace('sealed ', ''),
        shouldReEncrypt: false,
      })),
    } satisfies Partial<SafeStorage>,
    screen: { getAllDisplays: vi.fn<Screen['getAllDisplays']>(() => []) } satisfies Partial<Screen>,
    shell: {
      openExternal: async (url) => void seen.opened.push(url),
    } satisfies Partial<Shell>,
    dialog: {
      showErrorBox: vi.fn<Dialog['showErrorBox']>(),
      showMessageBox: vi.fn<(options: MessageBoxOptions) => Promise<MessageBoxReturnValue>>(async () => ({
        response: 0,
        checkboxChecked: false,
      })),
    },
  };
}

export type ElectronStandIn = ReturnType<typeof createElectronStandIn>;
