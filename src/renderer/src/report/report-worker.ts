import { createBirpc } from 'birpc';
import { createReport } from './create-report.ts';
import type { ReportApi } from './report-api.ts';

/** The report worker: measures what the store worker, which has started it, sends, and answers it. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
createBirpc<Record<string, never>, ReportApi>(createReport(Date.now, after), {
  post: (message) => scope.postMessage(message),
  on: (listener) => scope.addEventListener('message', ({ data }) => listener(data)),
});
