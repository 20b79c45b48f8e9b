import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Unsent } from '#main/core-face.ts';
import { readDeepLink } from '#main/shell/deep-link.ts';
import { createCrashBudget } from '#main/shell/electron/crash-budget.ts';
import { hasTray } from '#main/shell/electron/tray-icon.ts';
import { handOver, lockProfile } from '#main/shell/profile-lock.ts';
import { keyChoicesSchema } from '#shared/commands/key-choices.ts';
import { anEntry, noteAction, replyAction } from '../../../../support/outbox-entry.ts';
import { type Desk, electronEvent, forgetSignals, lastWindow, startDesk } from './start-desk.ts';

/** As Electron does: before-quit, then windows close, then will-quit. */
function quit({ electron }: Desk): boolean {
  const before = electronEvent({});
  electron.app.emit('before-quit', before);
  if (before.defaultPrevented) return false;
  for (const window of electron.seen.windows.filter(({ destroyed }) => !destroyed)) {
    const close = electronEvent({});
    window.emit('close', close);
    if (close.defaultPrevented) return false;
    window.destroy();
  }
  electron.app.emit('will-quit', electronEvent({}));
  return true;
}

/** So many replies of different tickets that wait to be sent. */
const replies = (count: number, connected = true): Unsent[] =>
  Array.from({ length: count }, (_, number) => ({
    entry: anEntry(number, { ticketId: `shop:${number}`, action: replyAction(`Reply ${number}`) }),
    connected,
  }));

const HELD: Unsent = {
  entry: anEntry(7, {
    action: replyAction('Dear Ann, your parcel\nis on its way.'),
    state: { name: 'held', reason: 'newer-message', since: 0, fields: [] },
  }),
  connected: true,
};

const die = (desk: Desk): void =>
  void lastWindow(desk).webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });

describe('the life of the desktop program', () => {
  afterEach(() => {
    vi.useRealTimers();
    forgetSignals();
  });

  it('sends a second start’s link to the first and leaves with 0', async () => {
    const { electron, given } = await startDesk({
      argv: ['holdfast://ticket/desk:7'],
      prepare: ({ app }) => app.requestSingleInstanceLock.mockReturnValue(false),
    });
    expect(electron.app.requestSingleInstanceLock).toHaveBeenCalledWith({ link: 'holdfast://ticket/desk:7' });
    expect(electron.seen.exits).toEqual([0]);
    expect(given).toBeNull();
  });

  it('comes to the front for a second start and opens its ticket', async () => {
    const desk = await startDesk();
    lastWindow(desk).hide();
    desk.electron.app.emit('second-instance', {}, [], '/', { link: 'holdfast://ticket/desk:7' });
    expect(lastWindow(desk).visible).toBe(true);
    expect(desk.core.runCommand).toHaveBeenCalledWith('list.open', 'desk:7', 'outside');
    desk.electron.app.emit('second-instance', {}, ['--profile', 'x'], '/', 'nonsense');
    expect(desk.core.runCommand).toHaveBeenCalledTimes(1);
  });

  it('shows a call that a link tells of where the agent sees it, and takes no keyboard for it', async () => {
    const desk = await startDesk();
    desk.core.takeCallLink.mockImplementation((link) => link.startsWith('tel:'));
    const window = lastWindow(desk);
    const focused = window.focus.mock.calls.length;
    window.hide();
    desk.electron.app.emit('open-url', electronEvent({}), 'tel:+4791234567');
    expect(desk.core.takeCallLink).toHaveBeenCalledWith('tel:+4791234567');
    expect(window.visible).toBe(true);
    window.isMinimized = () => true;
    desk.electron.app.emit('second-instance', {}, [], '/', { link: 'tel:+4791234567' });
    expect(window.flashFrame).toHaveBeenLastCalledWith(true);
    window.emit('focus');
    expect(window.flashFrame).toHaveBeenLastCalledWith(false);
    expect(window.focus).toHaveBeenCalledTimes(focused);
    expect(desk.core.runCommand).not.toHaveBeenCalled();
  });

  it('takes a call from a start that found its profile held, whichever host that was', async () => {
    const desk = await startDesk();
    desk.core.takeCallLink.mockReturnValue(true);
    expect(await handOver(desk.profile, 'tel:+4791234567')).toBe(true);
    await vi.waitFor(() => expect(desk.core.takeCallLink).toHaveBeenCalledWith('tel:+4791234567'));
  });

  it('opens tel: links only when it is asked to, and says what came of it', async () => {
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const packaged = (electron: Desk['electron']): void => void Object.assign(electron.app, { isPackaged: true });
    const usual = await startDesk({ prepare: packaged });
    expect(usual.electron.app.setAsDefaultProtocolClient.mock.calls).toEqual([['holdfast']]);
    const asked = await startDesk({ argv: ['--handle-tel', 'on'], prepare: packaged });
    expect(asked.electron.app.setAsDefaultProtocolClient.mock.calls).toEqual([['tel']]);
    expect(asked.electron.seen.exits).toEqual([0]);
    const takenBack = await startDesk({ argv: ['--handle-tel=off'], prepare: packaged });
    expect(takenBack.electron.app.removeAsDefaultProtocolClient.mock.calls).toEqual([['tel']]);
    const refused = await startDesk({
      argv: ['--handle-tel', 'on'],
      prepare: (electron) => {
        packaged(electron);
        electron.app.setAsDefaultProtocolClient.mockReturnValue(false);
      },
    });
    expect(refused.electron.seen.exits).toEqual([1]);
    expect((await startDesk({ argv: ['--handle-tel', 'on'] })).electron.seen.exits).toEqual([1]);
    expect(said.mock.calls.map(([line]) => String(line).split(' ').slice(0, 4).join(' '))).toEqual([
      'This system opens tel:',
      'This system does not',
      'This system did not',
      'Only an installed Holdfast',
    ]);
    said.mockRestore();
  });

  it('leaves a profile alone that the browser host holds', async () => {
    const desk = await startDesk();
    const again = await startDesk({ profile: desk.profile });
    expect(again.electron.seen.exits).toEqual([2]);
    expect(again.given).toBeNull();
    expect(again.electron.dialog.showErrorBox).toHaveBeenCalled();
  });

  it('hides its window where there is a tray, and quits where there is none', async () => {
    const close = electronEvent({});
    const tray = await startDesk();
    lastWindow(tray).show();
    lastWindow(tray).emit('close', close);
    expect(close.defaultPrevented).toBe(true);
    expect(lastWindow(tray).visible).toBe(false);
    expect(tray.electron.app.quit).not.toHaveBeenCalled();

    const bare = await startDesk({ env: {} });
    expect(bare.electron.seen.trays).toEqual([]);
    lastWindow(bare).emit('close', electronEvent({}));
    expect(bare.electron.app.quit).toHaveBeenCalled();
  });

  it('keeps the window’s place', async () => {
    const desk = await startDesk();
    lastWindow(desk).emit('close', electronEvent({}));
    await vi.waitFor(async () =>
      expect(JSON.parse(await readFile(join(desk.profile, 'window.json'), 'utf8'))).toEqual({
        bounds: { x: 10, y: 20, width: 1000, height: 700 },
        maximized: false,
      }),
    );
  });

  it('quits without a question when all is sent: windows first, then the core, then the lock', async () => {
    const desk = await startDesk();
    expect(quit(desk)).toBe(true);
    await vi.waitFor(() => expect(desk.electron.seen.exits).toEqual([0]));
    expect(desk.core.stop).toHaveBeenCalledTimes(1);
    const lock = await lockProfile(desk.profile);
    expect(lock.ok).toBe(true);
    if (lock.ok) await lock.value.release();
  });

  it('says what waits, keeps it when told to, and stays when the agent thinks again', async () => {
    const desk = await startDesk();
    desk.core.unsent.mockReturnValue(replies(2));
    desk.electron.dialog.showMessageBox.mockResolvedValue({ response: 2, checkboxChecked: false });
    expect(quit(desk)).toBe(false);
    await vi.waitFor(() => expect(desk.electron.dialog.showMessageBox).toHaveBeenCalledTimes(1));
    expect(desk.electron.dialog.showMessageBox.mock.calls[0]).toMatchObject([
      { message: '2 answers and changes have not been sent.' },
    ]);
    expect(desk.electron.app.quit).not.toHaveBeenCalled();
    desk.electron.dialog.showMessageBox.mockResolvedValue({ response: 1, checkboxChecked: false });
    expect(quit(desk)).toBe(false);
    await vi.waitFor(() => expect(desk.electron.app.quit).toHaveBeenCalledTimes(1));
    expect(quit(desk)).toBe(true);
  });

  it('sends first when told to, with its window up, and then quits by itself', async () => {
    const desk = await startDesk();
    desk.core.unsent.mockReturnValue(replies(1));
    lastWindow(desk).hide();
    vi.useFakeTimers();
    expect(quit(desk)).toBe(false);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(lastWindow(desk).visible).toBe(true);
    expect(desk.electron.app.quit).not.toHaveBeenCalled();
    desk.core.unsent.mockReturnValue([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.electron.app.quit).toHaveBeenCalledTimes(1);
    expect(quit(desk)).toBe(true);
  });

  it('sends what can go and asks about the rest by name, not waiting for what cannot go by itself', async () => {
    const desk = await startDesk();
    const { showMessageBox } = desk.electron.dialog;
    const note = { entry: anEntry(8, { action: noteAction('Called back') }), connected: true };
    desk.core.unsent.mockReturnValue([HELD, note]);
    vi.useFakeTimers();
    expect(quit(desk)).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(showMessageBox).toHaveBeenCalledTimes(1);
    showMessageBox.mockResolvedValue({ response: 1, checkboxChecked: false });
    desk.core.unsent.mockReturnValue([HELD]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(showMessageBox).toHaveBeenCalledTimes(2);
    expect(showMessageBox.mock.calls[1]).toMatchObject([
      {
        message: '1 answer or change cannot be sent by itself just now.',
        detail: expect.stringContaining('Reply: “Dear Ann, your parcel is on its way.”'),
        buttons: ['Keep and quit', 'Cancel'],
        cancelId: 1,
      },
    ]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.electron.app.quit).not.toHaveBeenCalled();
    showMessageBox.mockResolvedValue({ response: 0, checkboxChecked: false });
    // Nothing else waits: sending is not even offered.
    expect(quit(desk)).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(showMessageBox.mock.calls[2]).toMatchObject([{ buttons: ['Keep and quit', 'Cancel'] }]);
    expect(desk.electron.app.quit).toHaveBeenCalledTimes(1);
    expect(quit(desk)).toBe(true);
  });

  it('gives the connection ten seconds before it asks again', async () => {
    const desk = await startDesk();
    const { showMessageBox } = desk.electron.dialog;
    desk.core.unsent.mockReturnValue(replies(1, false));
    vi.useFakeTimers();
    expect(quit(desk)).toBe(false);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(showMessageBox).toHaveBeenCalledTimes(1);
    showMessageBox.mockResolvedValue({ response: 1, checkboxChecked: false });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(showMessageBox).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(showMessageBox).toHaveBeenCalledTimes(2);
    expect(desk.electron.app.quit).not.toHaveBeenCalled();
  });

  it('asks nobody when the system shuts down, and holds it up until it has left', async () => {
    const desk = await startDesk();
    desk.core.unsent.mockReturnValue(replies(1));
    const shutdown = electronEvent({});
    desk.electron.powerMonitor.emit('shutdown', shutdown);
    expect(shutdown.defaultPrevented).toBe(true);
    expect(desk.electron.app.quit).toHaveBeenCalled();
    expect(quit(desk)).toBe(true);
    expect(desk.electron.dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('asks nobody when Windows ends the session', async () => {
    const desk = await startDesk({ platform: 'win32' });
    desk.core.unsent.mockReturnValue(replies(1));
    lastWindow(desk).emit('session-end', electronEvent({ reasons: ['shutdown'] }));
    expect(desk.electron.app.quit).toHaveBeenCalledTimes(1);
    expect(quit(desk)).toBe(true);
    expect(desk.electron.dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('is gone within two seconds of Ctrl-C though its page hangs', async () => {
    const desk = await startDesk();
    vi.useFakeTimers();
    process.emit('SIGINT');
    // A page that hangs never closes, so that will-quit does not come.
    await vi.advanceTimersByTimeAsync(1_900);
    expect(desk.electron.seen.exits).toEqual([0]);
  });

  it('stops once, however often Ctrl-C comes', async () => {
    const desk = await startDesk();
    desk.core.stop.mockImplementation(() => new Promise(() => {}));
    vi.useFakeTimers();
    process.emit('SIGINT');
    expect(quit(desk)).toBe(true);
    process.emit('SIGINT');
    desk.electron.app.emit('will-quit', electronEvent({}));
    expect(desk.electron.app.quit).toHaveBeenCalledTimes(1);
    expect(desk.core.stop).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(desk.electron.seen.exits).toEqual([0]);
  });

  it('does not take an answer that comes after Ctrl-C', async () => {
    const desk = await startDesk();
    desk.core.unsent.mockReturnValue(replies(1));
    let answer: (response: number) => void = () => {};
    desk.electron.dialog.showMessageBox.mockImplementation(
      () => new Promise((resolve) => (answer = (response) => resolve({ response, checkboxChecked: false }))),
    );
    expect(quit(desk)).toBe(false);
    process.emit('SIGINT');
    answer(2);
    await Promise.resolve();
    expect(quit(desk)).toBe(true);
  });

  it('makes a dead window again three times, then shows what waits, and tries again when asked', async () => {
    const desk = await startDesk();
    desk.core.unsent.mockReturnValue([HELD, ...replies(2)]);
    for (let times = 0; times < 3; times += 1) {
      die(desk);
      expect(lastWindow(desk).loadURL).toHaveBeenCalledWith('app://holdfast/');
    }
    die(desk);
    expect(desk.electron.seen.windows).toHaveLength(5);
    expect(desk.electron.seen.windows.filter(({ destroyed }) => !destroyed)).toEqual([lastWindow(desk)]);
    expect(lastWindow(desk).loadURL).toHaveBeenCalledWith('app://holdfast/safe-mode');
    const page = await desk.electron.seen.handlers.get('app')?.(new Request('app://holdfast/safe-mode'));
    const shown = await page?.text();
    expect(shown).toContain('3 answers and changes wait to be sent.');
    expect(shown).toContain('<li>Reply<blockquote>Dear Ann, your parcel<br>is on its way.</blockquote></li>');
    lastWindow(desk).webContents.emit('will-navigate', electronEvent({ url: 'app://holdfast/' }));
    die(desk);
    expect(lastWindow(desk).loadURL).toHaveBeenCalledWith('app://holdfast/');
  });

  it('says so and quits when safe mode dies too, instead of making windows without end', async () => {
    const desk = await startDesk();
    desk.core.unsent.mockReturnValue([HELD]);
    for (let times = 0; times < 5; times += 1) die(desk);
    expect(desk.electron.seen.windows).toHaveLength(5);
    expect(desk.electron.dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith(
      'Holdfast',
      expect.stringContaining(desk.profile),
    );
    expect(desk.electron.app.quit).toHaveBeenCalledTimes(1);
    expect(quit(desk)).toBe(true);
    expect(desk.electron.dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('keeps its count of crashes when the page only tries to leave', async () => {
    const desk = await startDesk();
    for (let times = 0; times < 4; times += 1) {
      lastWindow(desk).webContents.emit('will-navigate', electronEvent({ url: 'https://evil.example/' }));
      die(desk);
    }
    expect(lastWindow(desk).loadURL).toHaveBeenCalledWith('app://holdfast/safe-mode');
  });

  it('puts the catalogue into the menus', async () => {
    const desk = await startDesk();
    const items = desk.electron.seen.menus[0]?.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])) ?? [];
    const reply = items.find(({ label }) => label === 'Reply');
    expect(reply).toMatchObject({ label: 'Reply' });
    expect(reply?.accelerator).toBeUndefined();
    expect(items.find(({ label }) => label === 'Command palette')).toMatchObject({
      accelerator: 'CommandOrControl+K',
      registerAccelerator: false,
    });
    Reflect.apply(reply?.click ?? (() => {}), null, []);
    expect(desk.core.runCommand).toHaveBeenCalledWith('ticket.reply', null, 'menu');
  });

  it('shows the keys as the agent has them now', async () => {
    const desk = await startDesk();
    desk.given?.shell.showKeys(keyChoicesSchema.parse({ own: { 'ticket.reply': ['Mod+R'], 'app.palette': [] } }));
    const items = desk.electron.seen.menus.at(-1)?.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const acceleratorOf = (label: string) => items?.find((item) => item.label === label)?.accelerator;
    expect(acceleratorOf('Reply')).toBe('CommandOrControl+R');
    expect(acceleratorOf('Command palette')).toBeUndefined();
  });

  it.each(['linux', 'darwin'] as const)('speaks the profile’s language in menus and tray on %s', async (platform) => {
    const profile = await mkdtemp(join(tmpdir(), 'holdfast-desk-'));
    await writeFile(join(profile, 'settings.json'), '{"locale":"pseudo"}');
    const desk = await startDesk({ profile, platform });
    const labelsOf = (items: readonly MenuItemConstructorOptions[]): readonly (string | undefined)[] =>
      items.flatMap(({ type, label, submenu }) => [
        ...(type === 'separator' ? [] : [label]),
        ...(Array.isArray(submenu) ? labelsOf(submenu) : []),
      ]);
    const labels = labelsOf(desk.electron.seen.menus[0] ?? []);
    expect(labels.length).toBeGreaterThan(20);
    for (const label of labels) expect(label).toMatch(/^⟦.*⟧$/);
    expect(desk.electron.seen.trays[0]?.tip).toMatch(/^⟦.*⟧$/);
  });
});

describe('the crash budget', () => {
  it('forgets what is older than five minutes', () => {
    const budget = createCrashBudget();
    expect([0, 100_000, 200_000, 250_000].map(budget.again)).toEqual([true, true, true, false]);
    expect(budget.again(600_000)).toBe(true);
  });
});

describe('readDeepLink', () => {
  it('opens a ticket and nothing else', () => {
    expect(readDeepLink('holdfast://ticket/zendesk-shop-7:42')).toEqual({
      command: 'list.open',
      ticketId: 'zendesk-shop-7:42',
    });
    for (const link of [
      'holdfast://ticket/',
      'holdfast://run/app.theme',
      'https://ticket/a:1',
      'holdfast://ticket/a:1?x=1',
      'holdfast://ticket/a:%2e%2e%2f',
      '%',
    ]) {
      expect(readDeepLink(link)).toBeNull();
    }
  });
});

describe('hasTray', () => {
  it('is sure of a tray before it hides a window there', () => {
    expect(hasTray('linux', { XDG_CURRENT_DESKTOP: 'GNOME' })).toBe(false);
    expect(hasTray('linux', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' })).toBe(true);
    expect(hasTray('linux', {})).toBe(false);
    expect(hasTray('win32', {})).toBe(true);
  });
});
