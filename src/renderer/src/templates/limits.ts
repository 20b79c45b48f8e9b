/**
 * What a template may take: room for the longest texts that agents write, and little enough to stop a hostile one within 100 ms on
 * a slow machine. Work is counted rather than timed where it can be, so that a busy machine refuses no template that it took before.
 */
export const LIMITS = {
  /** UTF-16 units of the template, of one output or tag in it, and of what it makes. */
  templateLength: 65_536,
  partLength: 4_096,
  outputLength: 131_072,
  /** Outputs and tags. */
  parts: 2_000,
  /** Blocks inside each other, and brackets in one output or tag. */
  depth: 40,
  /** Dynamic content inside dynamic content. */
  nested: 3,
  /** Parts read and filled in, and rounds of loops. */
  steps: 10_000,
  /** UTF-16 units and elements that filters and loops handle, in all. */
  memory: 500_000,
  /** Parts of a date's format. */
  dateParts: 50,
  /** For what counting does not see. */
  ms: 60,
} as const;

type Code = 'too-long' | 'too-deep' | 'too-slow' | 'too-much-output';

/** Thrown where a template is stopped; never leaves the renderer. */
export class Stopped extends Error {
  readonly code: Code;
  constructor(code: Code) {
    super(code);
    this.code = code;
  }
}

/** The work of one template after the other. */
export type Budget = {
  readonly start: () => void;
  readonly step: () => void;
  /** Looks at the clock now: what comes may take long. */
  readonly look: () => void;
};

const STEPS_BETWEEN_LOOKS = 16;

/** `elapsed` is in ms, from whenever. */
export function createBudget(elapsed: () => number): Budget {
  let until = 0;
  let steps = 0;
  const look = (): void => {
    if (elapsed() > until) throw new Stopped('too-slow');
  };
  return {
    look,
    start() {
      until = elapsed() + LIMITS.ms;
      steps = 0;
    },
    step() {
      if (++steps > LIMITS.steps) throw new Stopped('too-slow');
      if (steps % STEPS_BETWEEN_LOOKS === 0) look();
    },
  };
}
