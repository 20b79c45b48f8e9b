import { oneFailed, oneSkipped, type Tally } from './tally.ts';

/** One thing that the gate does. */
export type Step = {
  readonly name: string;
  /** Steps that must have come to their end before. */
  readonly after: readonly string[];
  /**
   * background: mostly waits (downloads), takes no place; shared: one of as many as there are processors;
   * alone: what measures time or drives a browser.
   */
  readonly pace: 'background' | 'shared' | 'alone';
  readonly run: (signal: AbortSignal) => Promise<StepOutcome>;
};
export type StepOutcome = {
  readonly tally: Tally;
  /** Shown when something failed. */
  readonly output: string;
  /** What steps after this one cannot do without; they are skipped, and this says why. */
  readonly missing?: string;
};
export type StepReport = StepOutcome & { readonly name: string; readonly seconds: number };

/** Runs steps as early as their order and the machine's processors allow. Resolves when all have come to an end. */
export async function runSteps(
  steps: readonly Step[],
  options: {
    readonly places: number;
    readonly signal: AbortSignal;
    readonly now: () => number;
    readonly onReport: (report: StepReport) => void;
  },
): Promise<readonly StepReport[]> {
  const done = new Map<string, StepReport>();
  const running = new Map<string, { readonly step: Step; readonly ended: Promise<void> }>();
  const waiting = [...steps];

  const takesPlace = (): readonly Step[] =>
    [...running.values()].map(({ step }) => step).filter((step) => step.pace !== 'background');
  const mayStart = (step: Step): boolean => {
    if (!step.after.every((name) => done.has(name))) return false;
    if (step.pace === 'background') return true;
    const others = takesPlace();
    if (step.pace === 'alone') return others.length === 0;
    return others.length < options.places && !others.some((other) => other.pace === 'alone');
  };
  const start = (step: Step): void => {
    const startedAt = options.now();
    const ended = runOne(step, done, options.signal).then((outcome) => {
      const report = { ...outcome, name: step.name, seconds: (options.now() - startedAt) / 1000 };
      done.set(step.name, report);
      running.delete(step.name);
      options.onReport(report);
    });
    running.set(step.name, { step, ended });
  };

  while (waiting.length > 0 || running.size > 0) {
    for (const step of waiting.filter(mayStart)) {
      if (!mayStart(step)) continue;
      waiting.splice(waiting.indexOf(step), 1);
      start(step);
    }
    if (running.size === 0) throw new Error(`Steps that wait for each other: ${waiting.map((step) => step.name)}`);
    await Promise.race([...running.values()].map(({ ended }) => ended));
  }
  return steps.flatMap((step) => done.get(step.name) ?? []);
}

async function runOne(step: Step, done: ReadonlyMap<string, StepReport>, signal: AbortSignal): Promise<StepOutcome> {
  const missing = step.after.flatMap((name) => done.get(name)?.missing ?? []);
  if (missing.length > 0) {
    const failedBefore = step.after.some((name) => (done.get(name)?.tally.failed ?? 0) > 0);
    // What could not be built has been counted as a failure once; what is not installed here is a skip.
    return {
      tally: failedBefore ? oneFailed : oneSkipped(`${step.name}: ${missing.join(', ')}`),
      output: `Not run: ${missing.join(', ')}\n`,
      missing: missing.join(', '),
    };
  }
  if (signal.aborted) return { tally: oneFailed, output: 'Not run: the gate ran out of time.\n' };
  try {
    return await step.run(signal);
  } catch (problem) {
    return {
      tally: oneFailed,
      output: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
    };
  }
}
