import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import type { Text } from '#shared/i18n/text.ts';
import { problemText } from '../settings/failure-text.ts';

/** Why something was not accepted, where there is room for one line. */
export function problemSentence(t: Text, problem: AcceptProblem | 'form-taken'): string {
  if (problem === 'form-taken') return t('composer.formTaken');
  const { what, safe, next } = problemText(t, problem);
  return `${what} ${safe} ${next}`;
}
