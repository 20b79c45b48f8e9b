import { app, BrowserWindow, type BrowserWindowConstructorOptions, MessageChannelMain } from 'electron';
import { mainPortLink } from '#shared/link/message-port-link.ts';
import type { LinkPort } from '#shared/link/port.ts';
import { PAGE_URL } from './app-origin.ts';
import type { WindowPlace } from './window-place.ts';

export type PageWindowOptions = {
  readonly preload: string;
  readonly icon: string;
  readonly place: WindowPlace;
  readonly dark: boolean;
  readonly connectStore: (port: LinkPort) => void;
};

/** Every preference that the checklist of Electron's security page names is written out, default or not. */
export const webPreferences = (preload: string): NonNullable<BrowserWindowConstructorOptions['webPreferences']> => ({
  preload,
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
  devTools: !app.isPackaged,
});

/** A window with the console in it. It shows itself once there is something to see. */
export function openPageWindow(options: PageWindowOptions): BrowserWindow {
  const { place } = options;
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    // As the page's own, so that nothing flashes before it paints.
    backgroundColor: options.dark ? '#101214' : '#ffffff',
    icon: options.icon,
    autoHideMenuBar: true,
    webPreferences: webPreferences(options.preload),
  });
  if (place.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  handOverLinks(window, options.connectStore);
  return window;
}

/** Each time the console has loaded, main makes a channel and the preload passes its other end to the page. */
function handOverLinks(window: BrowserWindow, connectStore: (port: LinkPort) => void): void {
  const contents = window.webContents;
  contents.on('did-finish-load', () => {
    if (contents.getURL() !== PAGE_URL) return;
    const { port1, port2 } = new MessageChannelMain();
    connectStore(mainPortLink(port1));
    contents.postMessage('holdfast:port', null, [port2]);
  });
}
