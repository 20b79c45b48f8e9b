import { createTemplates } from '#renderer/templates/render-template.ts';
import type { Result } from '#shared/result.ts';
import type { Rendered, TemplateProblem } from '#shared/templates/rendered.ts';
import type { TemplateScope } from '#shared/templates/template-data.ts';

/** Thursday. */
export const NOW = Date.UTC(2026, 10, 26, 9, 5, 7);

/** A clock that stands still, so that a busy machine stops nothing. */
const templates = createTemplates({ now: () => NOW, elapsed: () => 0 });

export const render = (template: string, data: TemplateScope = {}): Result<Rendered, TemplateProblem> =>
  templates.render(template, data);

/** The text alone. */
export function textOf(template: string, data: TemplateScope = {}): string {
  const answer = render(template, data);
  if (!answer.ok) throw new Error(`${template}: ${JSON.stringify(answer.error)}`);
  return answer.value.text;
}
