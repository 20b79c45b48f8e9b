import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { notifyManager, QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import type { CommandRegistry } from './commands/registry.ts';
import { loadMarkdown } from './features/composer/index.ts';
import { Providers } from './Providers.tsx';
import type { Panes } from './panes.ts';
import type { Desk } from './store/desk-api.ts';
import { createTicker } from './ui/ticker.tsx';

export type MountParts = {
  readonly desk: Desk;
  readonly panes: Panes;
  readonly registry: CommandRegistry;
  readonly now: () => number;
  readonly mac: boolean;
};

/** Puts the console into `root`; returns how to take it out again. */
export function mountApp(root: HTMLElement, { desk, panes, registry, now, mac }: MountParts): () => void {
  const tree = createRoot(root);
  // What the store answers is shown by the task that it comes in; by itself it would wait for a timer, and often for a frame.
  notifyManager.setScheduler(queueMicrotask);
  const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } });
  tree.render(
    <StrictMode>
      <Providers desk={desk} queries={queries} registry={registry} ticker={createTicker(now)} mac={mac}>
        <App panes={panes} />
      </Providers>
    </StrictMode>,
  );
  document.addEventListener('keydown', waitAtGuard, { capture: true });
  // `r` must never wait, nor what is sent a moment after the start. What cannot be had now is asked for again then.
  const idle = requestIdleCallback(() => void loadMarkdown().catch(() => null), { timeout: 5_000 });
  return () => {
    cancelIdleCallback(idle);
    document.removeEventListener('keydown', waitAtGuard, { capture: true });
    tree.unmount();
    queries.clear();
  };
}

/** Base UI's guards around a dialog pass the focus on a frame later: a Tab before that would run past them, to what lies behind. */
function waitAtGuard(event: KeyboardEvent): void {
  if (event.key === 'Tab' && document.activeElement?.matches('[data-base-ui-focus-guard]')) event.preventDefault();
}
