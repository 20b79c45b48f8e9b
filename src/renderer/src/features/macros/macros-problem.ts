import type { Text } from '#shared/i18n/text.ts';

/** Why a change of the agent's macros was not kept. */
export const macrosProblem = (t: Text, problem: 'no-link' | 'not-kept'): string =>
  t(problem === 'no-link' ? 'macros.noLink' : 'macros.notKept');
