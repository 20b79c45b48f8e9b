import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Desk, electronEvent, forgetSignals, lastWindow, startDesk } from './start-desk.ts';
import { webPreferencesOf } from './web-preferences-of.ts';

const ask = async ({ electron }: Desk, url: string, method = 'GET'): Promise<Response> => {
  const handler = electron.seen.handlers.get('app');
  if (handler === undefined) throw new Error('Nothing serves app:.');
  return handler(new Request(url, { method }));
};

describe('the Electron shell’s settings', () => {
  afterEach(forgetSignals);

  it('turns the sandbox on for all and declares its scheme before ready', async () => {
    const order: string[] = [];
    const { electron } = await startDesk({
      prepare: ({ app, protocol }) => {
        const declare = protocol.registerSchemesAsPrivileged;
        protocol.registerSchemesAsPrivileged = (schemes) => {
          order.push('scheme');
          declare(schemes);
        };
        app.enableSandbox.mockImplementation(() => void order.push('sandbox'));
        app.setPath.mockImplementation((name) => void order.push(name));
        app.requestSingleInstanceLock.mockImplementation(() => order.push('lock') > 0);
        app.whenReady.mockImplementation(async () => void order.push('ready'));
      },
    });
    expect(order).toEqual(['userData', 'sandbox', 'scheme', 'lock', 'ready']);
    expect(electron.seen.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('makes the folder for Chromium’s files first, for its user alone', async () => {
    const { electron, profile } = await startDesk();
    expect(electron.app.setPath).toHaveBeenCalledExactlyOnceWith('userData', join(profile, 'electron'));
    expect((await stat(join(profile, 'electron'))).mode & 0o777).toBe(0o700);
  });

  it('says so and ends where that folder cannot be made', async () => {
    const profile = join(await mkdtemp(join(tmpdir(), 'holdfast-desk-')), 'file');
    await writeFile(profile, '');
    const { electron, given } = await startDesk({ profile });
    expect(electron.dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith('Holdfast', expect.stringContaining(profile));
    expect(electron.seen.exits).toEqual([1]);
    expect(given).toBeNull();
  });

  it('has the installer’s name on Windows, and takes holdfast: links once it is installed', async () => {
    const ready: string[] = [];
    const windows = await startDesk({
      platform: 'win32',
      prepare: ({ app }) => {
        app.setAppUserModelId.mockImplementation((id) => void ready.push(id));
        app.whenReady.mockImplementation(async () => void ready.push('ready'));
      },
    });
    expect(ready).toEqual(['app.holdfast.desktop', 'ready']);
    expect(windows.electron.app.setAsDefaultProtocolClient).not.toHaveBeenCalled();
    const packaged = await startDesk({ prepare: ({ app }) => Object.assign(app, { isPackaged: true }) });
    expect(packaged.electron.app.setAsDefaultProtocolClient).toHaveBeenCalledExactlyOnceWith('holdfast');
    expect(packaged.electron.app.setAppUserModelId).not.toHaveBeenCalled();
  });

  it('opens its window with every preference of the checklist', async () => {
    const desk = await startDesk();
    expect(webPreferencesOf(desk)).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: true,
    });
    expect(lastWindow(desk).loadURL).toHaveBeenCalledWith('app://holdfast/');
    const packaged = await startDesk({ prepare: ({ app }) => Object.assign(app, { isPackaged: true }) });
    expect(webPreferencesOf(packaged)).toMatchObject({ devTools: false });
  });

  it('serves the page, the workers and the message frame with policies of their own, and nothing else', async () => {
    const desk = await startDesk();
    const page = await ask(desk, 'app://holdfast/');
    expect(await page.text()).toContain('Holdfast');
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; " +
        "worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect((await ask(desk, 'app://holdfast/worker.js')).headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'",
    );
    expect((await ask(desk, 'app://holdfast/message.html')).headers.get('content-security-policy')).toContain(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
    expect((await ask(desk, 'app://elsewhere/')).status).toBe(403);
    expect((await ask(desk, 'app://holdfast/', 'POST')).status).toBe(403);
    for (const path of ['..%2f..%2fetc/passwd', '%2e%2e/lock', 'lock', 'index.html%00.js']) {
      expect((await ask(desk, `app://holdfast/${path}`)).status).toBe(404);
    }
  });

  it('grants the clipboard to its own page, and nothing else to anybody', async () => {
    const { electron } = await startDesk();
    const { defaultSession } = electron.session;
    const request = defaultSession.setPermissionRequestHandler.mock.calls[0]?.[0];
    const check = defaultSession.setPermissionCheckHandler.mock.calls[0]?.[0];
    if (!request || !check) throw new Error('No permission handlers.');
    type Permission = Parameters<typeof request>[1];
    const asked = (permission: Permission, requestingUrl: string): boolean => {
      let granted: boolean | null = null;
      const details = { requestingUrl, isMainFrame: true };
      Reflect.apply(request, null, [null, permission, (answer: boolean) => (granted = answer), details]);
      if (granted === null) throw new Error('Not answered.');
      expect(Reflect.apply(check, null, [null, permission, requestingUrl, details])).toBe(granted);
      return granted;
    };
    expect(asked('clipboard-sanitized-write', 'app://holdfast/')).toBe(true);
    expect(asked('clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
    expect(asked('clipboard-sanitized-write', 'app://holdfast.evil.example/')).toBe(false);
    const denied = [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fullscreen',
      'hid',
      'usb',
      'serial',
      'persistent-storage',
    ] as const;
    for (const permission of denied) expect(asked(permission, 'app://holdfast/')).toBe(false);
    expect(
      Reflect.apply(defaultSession.setDevicePermissionHandler.mock.calls[0]?.[0] ?? (() => true), null, [{}]),
    ).toBe(false);
    const shared: unknown[] = [];
    const display = defaultSession.setDisplayMediaRequestHandler.mock.calls[0]?.[0];
    Reflect.apply(display ?? (() => {}), null, [{}, (streams: unknown) => shared.push(streams)]);
    expect(shared).toEqual([null]);
    const paired: unknown[] = [];
    const pairing = defaultSession.setBluetoothPairingHandler.mock.calls[0]?.[0];
    Reflect.apply(pairing ?? (() => {}), null, [{}, (answer: unknown) => paired.push(answer)]);
    expect(paired).toEqual([{ confirmed: false }]);
  });

  it('saves what the page holds, and downloads nothing', async () => {
    const { defaultSession } = (await startDesk()).electron.session;
    const isPrevented = (url: string): boolean => {
      const event = electronEvent({});
      defaultSession.emit('will-download', event, { getURL: () => url });
      return event.defaultPrevented;
    };
    expect(isPrevented('blob:app://holdfast/5b6c1c6e-1f6e-4b7e-9a2b-0d8c9d1f2a3b')).toBe(false);
    for (const url of [
      'https://evil.example/tool.exe',
      'blob:https://evil.example/5b6c1c6e',
      'blob:app://holdfast.evil.example/5b6c1c6e',
      'app://holdfast/worker.js',
      'data:text/html,x',
    ]) {
      expect(isPrevented(url)).toBe(true);
    }
  });

  it('fetches no dictionary from the network', async () => {
    const spelling = async (platform: NodeJS.Platform) =>
      (await startDesk({ platform })).electron.session.defaultSession.setSpellCheckerEnabled.mock.calls;
    expect(await spelling('linux')).toEqual([[false]]);
    expect(await spelling('win32')).toEqual([[false]]);
    expect(await spelling('darwin')).toEqual([]);
  });

  it('stays on its page: no navigation, redirect, webview or new window', async () => {
    const contents = lastWindow(await startDesk()).webContents;
    const prevented = (name: string, facts: object): boolean => {
      const event = electronEvent(facts);
      contents.emit(name, event);
      return event.defaultPrevented;
    };
    for (const url of [
      'https://evil.example/',
      'file:///etc/passwd',
      'app://holdfast/message.html',
      'javascript:alert(1)',
    ]) {
      expect(prevented('will-navigate', { url })).toBe(true);
      expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
    }
    expect(prevented('will-navigate', { url: 'app://holdfast/' })).toBe(false);
    expect(prevented('will-frame-navigate', { url: 'app://holdfast/message.html', isMainFrame: false })).toBe(false);
    expect(prevented('will-frame-navigate', { url: 'app://holdfast/', isMainFrame: false })).toBe(true);
    expect(prevented('will-redirect', { url: 'app://holdfast/' })).toBe(true);
    expect(prevented('will-attach-webview', {})).toBe(true);
    const handler = contents.setWindowOpenHandler.mock.calls[0]?.[0];
    expect(handler && Reflect.apply(handler, null, [{ url: 'https://evil.example' }])).toEqual({ action: 'deny' });
  });

  it('hands a fresh port to its own page at every load, and to no other', async () => {
    const desk = await startDesk();
    const { webContents } = lastWindow(desk);
    webContents.emit('did-finish-load');
    webContents.emit('did-finish-load');
    expect(desk.core.connectStore).toHaveBeenCalledTimes(2);
    const [first, second] = webContents.postMessage.mock.calls;
    expect(first?.slice(0, 2)).toEqual(['holdfast:port', null]);
    expect(first?.[2]).toHaveLength(1);
    expect(first?.[2]?.[0]).not.toBe(second?.[2]?.[0]);
    webContents.url = 'app://holdfast/safe-mode';
    webContents.emit('did-finish-load');
    expect(desk.core.connectStore).toHaveBeenCalledTimes(2);
  });
});
