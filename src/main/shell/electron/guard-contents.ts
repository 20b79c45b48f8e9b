import { app } from 'electron';
import { MESSAGE_URL, PAGE_URL } from './app-origin.ts';

/**
 * Holds every web content of this program where it is: the window on the console, its frames on the message page. Links that
 * the agent opens go through `openExternal` over the link instead.
 */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (details) => {
      if (details.url !== PAGE_URL) details.preventDefault();
    });
    contents.on('will-frame-navigate', (details) => {
      if (details.url !== (details.isMainFrame ? PAGE_URL : MESSAGE_URL)) details.preventDefault();
    });
    contents.on('will-redirect', (details) => details.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
