import { createContext, type ReactNode, useContext } from 'react';

/** The time, told now and then: one timer for every age on the screen. */
export type Ticker = {
  /** UTC ms. */
  now(): number;
  subscribe(listener: () => void): () => void;
};

/** Ticks every `everyMs` while somebody listens. */
export function createTicker(now: () => number, everyMs = 15_000): Ticker {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;
  return {
    now,
    subscribe(listener) {
      listeners.add(listener);
      timer ??= setInterval(() => {
        for (const each of listeners) each();
      }, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
  };
}

const TickerContext = createContext<Ticker>({ now: () => Date.now(), subscribe: () => () => undefined });

export function TickerProvider({ ticker, children }: { readonly ticker: Ticker; readonly children: ReactNode }) {
  return <TickerContext value={ticker}>{children}</TickerContext>;
}

export const useTicker = (): Ticker => useContext(TickerContext);
