import { createRunCounter } from './commands/count-runs.ts';
import { createCommandRegistry } from './commands/registry.ts';
import { connectDesk } from './desk/connect-desk.ts';
import type { StartedStore } from './desk/start-store.ts';
import { mountApp } from './mount-app.tsx';
import { productPanes } from './product-panes.ts';
import { beginWithFirstScreen, followFirstScreen } from './state/first-screen.ts';

/** The window's own program. The frame shows at once: calls wait in the worker until the link is there, and the status line says so. */
export function start(root: HTMLElement, store: StartedStore): void {
  beginWithFirstScreen();
  const desk = connectDesk(store);
  desk.onEvent(followFirstScreen);
  const runs = createRunCounter({
    keep: async (counted) => (await desk.recordRuns(counted)).ok,
    now: Date.now,
    after: (ms, run) => window.setTimeout(run, ms),
  });
  document.addEventListener('visibilitychange', runs.flush);
  mountApp(root, {
    desk,
    panes: productPanes(),
    registry: createCommandRegistry(runs.count),
    now: Date.now,
    mac: navigator.platform.startsWith('Mac'),
  });
}
