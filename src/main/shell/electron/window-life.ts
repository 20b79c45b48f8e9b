import type { BrowserWindow } from 'electron';
import { PAGE_URL, SAFE_MODE_URL } from './app-origin.ts';
import { createCrashBudget } from './crash-budget.ts';

export type WindowLifeOptions = {
  /** Makes a window; it loads nothing yet. */
  readonly open: () => BrowserWindow;
  /** Closing hides the window instead of ending the program. */
  readonly hidesOnClose: boolean;
  readonly isQuitting: () => boolean;
  /** The window was closed for good: the program ends. */
  readonly quit: () => void;
  /** Windows ends the session: there is no time for a question. */
  readonly sessionEnds: () => void;
  /** Not even a page without script lives: there is nothing left to show. */
  readonly giveUp: () => void;
  readonly leaving: (window: BrowserWindow) => void;
  readonly now: () => number;
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void;
};

export type WindowLife = {
  /** The window in front of the agent, made when there is none. */
  show(): void;
  /** Puts the window where the agent sees it, and leaves the keyboard with whatever has it. */
  reveal(): void;
  current(): BrowserWindow | null;
};

/** Keeps one window with the console: hidden or closed by the agent, made again when it dies, in safe mode when it keeps dying. */
export function keepWindow(options: WindowLifeOptions): WindowLife {
  const budget = createCrashBudget();
  let window: BrowserWindow | null = null;

  const make = (url: string): BrowserWindow => {
    const made = options.open();
    // Kept here: a renderer that dies before it has loaded anything leaves no address behind.
    let page = url;
    window = made;
    made.on('close', (event) => {
      options.leaving(made);
      if (options.isQuitting()) return;
      event.preventDefault();
      if (options.hidesOnClose) made.hide();
      else options.quit();
    });
    made.on('closed', () => {
      if (window === made) window = null;
    });
    made.on('session-end', options.sessionEnds);
    made.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      options.log('window.gone', { reason, exitCode });
      if (options.isQuitting() || reason === 'clean-exit') return;
      // A window whose renderer died cannot be trusted to load again: a new one takes its place.
      made.destroy();
      if (page === SAFE_MODE_URL) options.giveUp();
      else make(budget.again(options.now()) ? PAGE_URL : SAFE_MODE_URL);
    });
    // The agent asked for the console from safe mode: it gets its three tries again.
    made.webContents.on('will-navigate', (details) => {
      if (page !== SAFE_MODE_URL || details.url !== PAGE_URL) return;
      page = PAGE_URL;
      budget.reset();
    });
    void made.loadURL(url).catch((error: unknown) => options.log('window.not-loaded', { reason: String(error) }));
    return made;
  };

  return {
    show() {
      const shown = window ?? make(PAGE_URL);
      if (shown.isMinimized()) shown.restore();
      if (!shown.webContents.isLoading()) shown.show();
      shown.focus();
    },
    reveal() {
      if (window === null) return void make(PAGE_URL);
      if (window.isMinimized()) return flash(window);
      if (!window.webContents.isLoading() && !window.isVisible()) window.showInactive();
    },
    current: () => window,
  };
}

/** Until the agent looks: a window that they have put away is theirs to bring back. */
function flash(window: BrowserWindow): void {
  window.flashFrame(true);
  window.once('focus', () => window.flashFrame(false));
}
