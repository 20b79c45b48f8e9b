import { app, dialog } from 'electron';
import type { Text } from '#shared/i18n/text.ts';
import type { Unsent } from '../../core-face.ts';
import { namesOf, outlook } from './what-waits.ts';

export type QuittingOptions = {
  readonly unsent: () => readonly Unsent[];
  /** Brings the window up, for without one nothing is sent. */
  readonly showWindow: () => void;
  /** Everything is on disk and closed when it resolves. */
  readonly stop: () => Promise<void>;
  readonly text: Text;
};

export type Quitting = {
  readonly isQuitting: () => boolean;
  /** Ends without a question and within two seconds, whatever hangs: the system shuts down, or a signal came. */
  now(): void;
};

const LOOK_MS = 1_000;
const STOP_MS = 1_500;
/** How many looks in a row may find no connection: a window that was just brought up needs some seconds for its first answer. */
const LOOKS_CUT_OFF = 10;

/**
 * The way out. `before-quit` asks when something waits to be sent; then the windows close, so that a last draft still reaches main;
 * `will-quit` stops the core and leaves.
 */
export function handleQuitting({ unsent, showWindow, stop, text }: QuittingOptions): Quitting {
  let state: 'running' | 'asking' | 'sending' | 'quitting' | 'stopping' = 'running';
  let sendingTimer: NodeJS.Timeout | null = null;
  let exitTimer: NodeJS.Timeout | null = null;
  const isQuitting = (): boolean => state === 'quitting' || state === 'stopping';
  const stopSending = (): void => {
    if (sendingTimer !== null) clearInterval(sendingTimer);
    sendingTimer = null;
  };
  const exitSoon = (): void => {
    exitTimer ??= setTimeout(() => app.exit(0), STOP_MS);
  };
  const outlooks = () => {
    const entries = unsent();
    return new Set(entries.map((one) => outlook(one, entries)));
  };

  const quitFirmly = (): void => {
    stopSending();
    state = 'quitting';
    app.quit();
  };
  const sendThenQuit = (): void => {
    state = 'sending';
    showWindow();
    let cutOff = 0;
    sendingTimer = setInterval(() => {
      const left = outlooks();
      cutOff = left.has('goes') ? 0 : cutOff + 1;
      if (left.size === 0) quitFirmly();
      else if (!left.has('goes') && (!left.has('cut-off') || cutOff >= LOOKS_CUT_OFF)) void askAboutRest();
    }, LOOK_MS);
  };

  const ask = async (): Promise<void> => {
    const left = outlooks();
    if (!left.has('goes') && !left.has('cut-off')) return askAboutRest();
    const answer = await choose('host.quit.title', text('host.quit.detail'), ['send', 'keep', 'cancel']);
    if (answer === 'send') sendThenQuit();
    if (answer === 'keep') quitFirmly();
  };
  /** Nothing of what is left can leave by itself, so waiting for it is not offered. */
  const askAboutRest = async (): Promise<void> => {
    const names = namesOf(
      unsent().map(({ entry }) => entry),
      text,
    );
    const detail = text('host.quit.restDetail', { names });
    if ((await choose('host.quit.rest', detail, ['keep', 'cancel'])) === 'keep') quitFirmly();
  };
  const choose = async (
    title: 'host.quit.title' | 'host.quit.rest',
    detail: string,
    answers: readonly ('send' | 'keep' | 'cancel')[],
  ) => {
    stopSending();
    state = 'asking';
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: text(title, { count: unsent().length }),
      detail,
      buttons: answers.map((answer) => text(`host.quit.${answer}`)),
      defaultId: 0,
      cancelId: answers.length - 1,
      noLink: true,
    });
    // A shutdown or Ctrl-C may have overtaken the question.
    if (isQuitting()) return null;
    state = 'running';
    return answers[response];
  };

  app.on('before-quit', (event) => {
    if (isQuitting()) return;
    if (unsent().length === 0) {
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
    exitSoon();
    void stop().finally(() => {
      if (exitTimer !== null) clearTimeout(exitTimer);
      app.exit(0);
    });
  });
  return {
    isQuitting,
    now() {
      exitSoon();
      // Ctrl-C may come twice, from the terminal and from npm: what stops already goes on stopping.
      if (!isQuitting()) quitFirmly();
    },
  };
}
