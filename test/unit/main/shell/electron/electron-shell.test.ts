import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Shell } from '#main/shell/port.ts';
import { type Desk, type DeskOptions, forgetSignals, lastWindow, startDesk } from './start-desk.ts';

async function startShell(options?: DeskOptions): Promise<Desk & { readonly shell: Shell }> {
  const desk = await startDesk(options);
  if (desk.given === null) throw new Error('No core was made.');
  return { ...desk, shell: desk.given.shell };
}

describe('the Electron shell', () => {
  afterEach(() => {
    vi.useRealTimers();
    forgetSignals();
  });

  it('seals secrets with the system’s key', async () => {
    const { shell } = await startShell();
    const sealed = await shell.secretBox?.encrypt('token');
    expect(sealed && Buffer.from(sealed).toString()).toBe('sealed token');
    expect(sealed && (await shell.secretBox?.decrypt(new Uint8Array(sealed)))).toBe('token');
  });

  it('has no key where there is none, or one that everybody knows', async () => {
    const none = await startShell({
      prepare: ({ safeStorage }) => safeStorage.isAsyncEncryptionAvailable.mockResolvedValue(false),
    });
    expect(none.shell.secretBox).toBeNull();
    const known = await startShell({
      prepare: ({ safeStorage }) => safeStorage.getSelectedStorageBackend.mockReturnValue('basic_text'),
    });
    expect(known.shell.secretBox).toBeNull();
    const mac = await startShell({
      platform: 'darwin',
      prepare: ({ safeStorage }) => safeStorage.getSelectedStorageBackend.mockReturnValue('basic_text'),
    });
    expect(mac.shell.secretBox).not.toBeNull();
  });

  it('fetches without cookies and cache, from the web alone', async () => {
    const { shell, electron } = await startShell();
    await shell.fetch('https://desk.example/api', { method: 'PUT', credentials: 'include' });
    expect(electron.seen.fetched).toEqual([
      [
        'https://desk.example/api',
        { method: 'PUT', credentials: 'omit', cache: 'no-store', bypassCustomProtocolHandlers: true },
      ],
    ]);
    for (const url of ['file:///etc/passwd', 'app://holdfast/', 'data:text/plain,x']) {
      await expect(shell.fetch(url)).rejects.toThrow(TypeError);
    }
    expect(electron.seen.fetched).toHaveLength(1);
  });

  it('opens https, mailto and tel outside, nothing else', async () => {
    const { shell, electron } = await startShell();
    expect(await shell.openExternal('https://example.org/')).toBe(true);
    expect(await shell.openExternal('file:///etc/passwd')).toBe(false);
    expect(await shell.openExternal('smb://server/share')).toBe(false);
    expect(electron.seen.opened).toEqual(['https://example.org/']);
  });

  it('notifies, and brings the window up when clicked', async () => {
    const desk = await startShell();
    lastWindow(desk).hide();
    const clicked = vi.fn<() => void>();
    desk.shell.notify(
      { ticketId: 'desk:1', kind: 'answered', who: 'Ann', subject: 'Late parcel' },
      { title: 'Ann', body: 'Late parcel' },
      clicked,
    );
    const [notification] = desk.electron.seen.notifications;
    expect(notification).toMatchObject({ shown: true, options: { title: 'Ann', body: 'Late parcel' } });
    notification?.emit('click');
    expect(clicked).toHaveBeenCalledTimes(1);
    expect(lastWindow(desk).visible).toBe(true);
  });

  it('tells of a call where the window has not the focus, for in it the call rings', async () => {
    const desk = await startShell();
    const call = (): void =>
      desk.shell.notify(
        { ticketId: null, kind: 'called', who: 'Ann', subject: '' },
        { title: 'Ann', body: '' },
        vi.fn(),
      );
    lastWindow(desk).focused = true;
    call();
    expect(desk.electron.seen.notifications).toEqual([]);
    lastWindow(desk).focused = false;
    call();
    expect(desk.electron.seen.notifications).toHaveLength(1);
  });

  it('takes keys of all programs and gives them back, at the latest when it quits', async () => {
    const { shell, electron } = await startShell();
    const pressed = vi.fn<() => void>();
    expect(shell.globalShortcuts?.register('Mod+Shift+O', pressed)).toBe(true);
    electron.seen.shortcuts.get('CommandOrControl+Shift+O')?.();
    expect(pressed).toHaveBeenCalledTimes(1);
    expect(shell.globalShortcuts?.register('Mod+Shift+O', pressed)).toBe(false);
    shell.globalShortcuts?.unregister('Mod+Shift+O');
    expect(electron.seen.shortcuts.size).toBe(0);
    shell.globalShortcuts?.register('Mod+Shift+H', pressed);
    electron.app.emit('will-quit', { preventDefault: () => {} });
    expect(electron.seen.shortcuts.size).toBe(0);
  });

  it('brings the window up for what a key of all programs begins', async () => {
    const desk = await startShell();
    lastWindow(desk).hide();
    desk.shell.globalShortcuts?.bringUp();
    expect(lastWindow(desk).visible).toBe(true);
  });

  it('counts on the dock, on Windows’ task bar, and in the tray', async () => {
    const desk = await startShell({ platform: 'win32' });
    desk.shell.setBadge(3);
    expect(desk.electron.app.setBadgeCount).toHaveBeenCalledWith(3);
    expect(lastWindow(desk).setOverlayIcon).toHaveBeenLastCalledWith(
      { path: '/icons/badge.png' },
      '3 conversations wait',
    );
    desk.shell.setBadge(0);
    expect(lastWindow(desk).setOverlayIcon).toHaveBeenLastCalledWith(null, '');
  });

  it('says in the tray that nothing is synced without a window', async () => {
    const desk = await startShell();
    const [tray] = desk.electron.seen.trays;
    lastWindow(desk).webContents.emit('did-finish-load');
    desk.shell.setBadge(1);
    expect(tray?.tip).toBe('Holdfast: 1 conversation waits');
    const port = desk.core.connectStore.mock.calls[0]?.[0];
    port?.close();
    expect(tray?.tip).toBe('Holdfast: no window is open, so tickets are not synced');
  });

  it('keeps what the tray says up to date while nothing else happens', async () => {
    vi.useFakeTimers();
    const desk = await startShell();
    const [tray] = desk.electron.seen.trays;
    lastWindow(desk).webContents.emit('did-finish-load');
    desk.core.unsentCount.mockReturnValue(2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(tray?.tip).toBe('Holdfast: nothing new, 2 not sent');
    desk.electron.app.emit('will-quit', { preventDefault: () => {} });
    expect(tray?.removed).toBe(true);
    desk.core.unsentCount.mockReturnValue(0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tray?.tip).toBe('Holdfast: nothing new, 2 not sent');
  });

  it('hears the machine sleep and wake until told to stop', async () => {
    const { shell, electron } = await startShell();
    const [slept, woke] = [vi.fn<() => void>(), vi.fn<() => void>()];
    const stop = shell.onSuspendResume(slept, woke);
    electron.powerMonitor.emit('suspend');
    electron.powerMonitor.emit('resume');
    stop();
    electron.powerMonitor.emit('resume');
    expect([slept.mock.calls.length, woke.mock.calls.length]).toEqual([1, 1]);
  });
});
