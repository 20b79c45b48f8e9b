import type { MacroStep, StepOf } from './macro.ts';

/** Steps of these kinds, in their order. */
export const stepsOf = <Do extends MacroStep['do']>(
  steps: readonly MacroStep[],
  ...kinds: readonly Do[]
): readonly StepOf<Do>[] => steps.filter((step): step is StepOf<Do> => kinds.some((kind) => kind === step.do));

/** The last of them: of two steps that set the same, the later one stands. */
export const lastOf = <Do extends MacroStep['do']>(
  steps: readonly MacroStep[],
  ...kinds: readonly Do[]
): StepOf<Do> | undefined => stepsOf(steps, ...kinds).at(-1);
