import type { Text } from '../i18n/text.ts';
import type { TemplateProblem } from './rendered.ts';

/** What an agent is told of a template that could not be filled in. */
export function templateProblemText(text: Text, problem: TemplateProblem): string {
  if (problem.code !== 'syntax') return text(`templates.problem.${problem.code}`, { ...problem });
  return text(`templates.problem.syntax.${problem.what}`, { ...problem });
}
