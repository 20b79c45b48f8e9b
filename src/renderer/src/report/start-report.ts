import { createBirpc } from 'birpc';
import type { Report, ReportApi } from './report-api.ts';

export type RunningReport = {
  readonly report: Report;
  /** What waits for an answer is rejected. */
  end(): void;
};

/** Starts the report's worker. `failed`: it could not be started, or broke down. */
export function startReport(failed: () => void): RunningReport {
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), { type: 'module', name: 'report' });
  worker.addEventListener('error', failed);
  const report = createBirpc<ReportApi>(
    {},
    {
      post: (message) => worker.postMessage(message),
      on: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
      timeout: -1,
    },
  );
  return {
    report,
    end() {
      worker.terminate();
      report.$close();
    },
  };
}
