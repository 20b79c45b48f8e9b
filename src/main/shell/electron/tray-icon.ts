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
};

export type TrayIcon = {
  /** How many conversations wait for the agent, and how many answers wait to be sent. */
  tell(state: { readonly unread: number; readonly unsent: number; readonly connected: boolean }): void;
  remove(): void;
};

/** The icon beside the clock: whether tickets are synced, what waits, the way back to the window. */
export function showTray({ icon, text, show, quit }: TrayOptions): TrayIcon {
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
  return {
    tell: ({ unread, unsent, connected }) =>
      tray.setToolTip(connected ? text('host.tray.state', { unread, unsent }) : text('host.tray.noWindow')),
    remove: () => tray.destroy(),
  };
}
