import { Menu, Tray } from 'electron';
import type { Text } from '#shared/i18n/text.ts';

/** Desktops that show tray icons. Electron cannot tell, and a window hidden where there is no tray would be lost. */
const LINUX_DESKTOPS = /KDE|XFCE|LXQt|LXDE|MATE|Cinnamon|Unity|Budgie|Deepin|Pantheon|ubuntu:GNOME/i;

export function hasTray(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): boolean {
  return platform !== 'linux' || LINUX_DESKTOPS.test(env.XDG_CURRENT_DESKTOP ?? '');
}

export type TrayOptions = {
  readonly icon: string;
  readonly text: Text;
  readonly show: () => void;
  readonly quit: () => void;
  /** How many conversations wait for the agent, and how many answers wait to be sent. */
  readonly state: () => { readonly unread: number; readonly unsent: number; readonly connected: boolean };
};

export type TrayIcon = {
  /** Says the state as it is now, without waiting for the next look at it. */
  refresh(): void;
  remove(): void;
};

/** Nobody announces that an answer has left, and a tray may lag: looking now and then costs nothing. */
const LOOK_MS = 5_000;

/** The icon beside the clock: whether tickets are synced, what waits, the way back to the window. */
export function showTray({ icon, text, show, quit, state }: TrayOptions): TrayIcon {
  const tray = new Tray(icon);
  tray.on('click', show);
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: text('host.tray.open'), click: show },
      { type: 'separator' },
      { label: text('host.tray.quit'), click: quit },
    ]),
  );
  tray.setToolTip(text('host.tray.idle'));
  const refresh = (): void => {
    const { unread, unsent, connected } = state();
    tray.setToolTip(connected ? text('host.tray.state', { unread, unsent }) : text('host.tray.noWindow'));
  };
  const looking = setInterval(refresh, LOOK_MS);
  return {
    refresh,
    remove() {
      clearInterval(looking);
      tray.destroy();
    },
  };
}
