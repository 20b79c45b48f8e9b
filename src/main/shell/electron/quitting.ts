import { app, dialog } from 'electron';
import type { Text } from '#shared/i18n/text.ts';

export type QuittingOptions = {
  readonly unsentCount: () => number;
  /** Brings the window up, for without one nothing is sent. */
  readonly showWindow: () => void;
  /** Everything is on disk and closed when it resolves. */
  readonly stop: () => Promise<void>;
  readonly text: Text;
};

export type Quitting = {
  readonly isQuitting: () => boolean;
  /** Ends without a question: the system shuts down, or a signal came. */
  now(): void;
};

const LOOK_MS = 1_000;
const STOP_MS = 1_500;

/**
 * The way out. `before-quit` asks when something waits to be sent; then the windows close, so that a last draft still reaches main;
 * `will-quit` stops the core and leaves.
 */
export function handleQuitting({ unsentCount, showWindow, stop, text }: QuittingOptions): Quitting {
  let state: 'running' | 'asking' | 'sending' | 'quitting' | 'stopping' = 'running';
  let sendingTimer: NodeJS.Timeout | null = null;
  const stopSending = (): void => {
    if (sendingTimer !== null) clearInterval(sendingTimer);
    sendingTimer = null;
  };

  const quitFirmly = (): void => {
    stopSending();
    state = 'quitting';
    app.quit();
  };
  const sendThenQuit = (): void => {
    state = 'sending';
    showWindow();
    stopSending();
    sendingTimer = setInterval(() => {
      if (unsentCount() === 0) quitFirmly();
    }, LOOK_MS);
  };
  const ask = async (): Promise<void> => {
    stopSending();
    state = 'asking';
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: text('host.quit.title', { count: unsentCount() }),
      detail: text('host.quit.detail'),
      buttons: [text('host.quit.send'), text('host.quit.keep'), text('host.quit.cancel')],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    if (response === 0) sendThenQuit();
    else if (response === 1) quitFirmly();
    else state = 'running';
  };

  app.on('before-quit', (event) => {
    if (state === 'quitting' || state === 'stopping') return;
    if (unsentCount() === 0) {
      state = 'quitting';
      return;
    }
    event.preventDefault();
    if (state !== 'asking') void ask();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    const slow = setTimeout(() => app.exit(0), STOP_MS);
    void stop().finally(() => {
      clearTimeout(slow);
      app.exit(0);
    });
  });
  return { isQuitting: () => state === 'quitting' || state === 'stopping', now: quitFirmly };
}
