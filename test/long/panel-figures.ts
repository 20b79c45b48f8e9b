import { vi } from 'vitest';
import type { Figure, MetricsQuery } from '#renderer/store/desk-metrics.ts';
import type { Identity } from '#shared/domain/account.ts';
import type { Rows } from '#shared/domain/batch.ts';
import { account, batch, startStore } from '../unit/renderer/store/fixtures.ts';

export type Panel = {
  figures(query: Pick<MetricsQuery, 'range' | 'mine'>): Promise<readonly Figure[]>;
  stop(): void;
};

/** The panel's figures of an account as the store and the report make them from what sync brought. */
export async function panelOf(connectorId: string, me: Identity, pages: readonly Rows[], now: number): Promise<Panel> {
  const store = await startStore({ open: false });
  store.clock.now = now;
  const opened = { ...account, connectorId, me };
  await store.remote.openAccount({
    account: opened,
    entries: [],
    settledIds: [],
    delivered: [],
    drafts: [],
    marks: [],
  });
  for (const rows of pages) await store.remote.applyBatch(batch(rows));
  return {
    figures: (query) =>
      vi.waitFor(
        async () => {
          const answer = await store.desk.metrics({
            kind: 'span',
            zone: 'Europe/Oslo',
            weekStart: 0,
            hours: 'all',
            filter: {},
            ...query,
          });
          if (answer.coverage.reading !== null) throw new Error('still reading');
          return answer.figures;
        },
        { timeout: 60_000, interval: 100 },
      ),
    stop: store.stop,
  };
}
