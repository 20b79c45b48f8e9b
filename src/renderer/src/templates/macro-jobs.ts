import type { Macro } from '#shared/macros/macro.ts';
import { templatesOf } from '#shared/macros/plan-words.ts';
import type { TemplateData } from '#shared/templates/template-data.ts';
import type { RenderJob } from './worker-messages.ts';

/**
 * What is to be filled in before a macro can be planned for a ticket, in Markdown and in the order in which `planMacro` takes it. What
 * reads HTML is loaded for the first macro that has any.
 */
export async function macroJobs(macro: Pick<Macro, 'steps'>, data: TemplateData): Promise<readonly RenderJob[]> {
  const templates = templatesOf(macro);
  const hasHtml = templates.some(({ format }) => format === 'html');
  const toMarkdown = hasHtml ? (await import('./html-to-markdown.ts')).htmlToMarkdown : null;
  return templates.map(({ text, format }) => ({
    template: format === 'html' && toMarkdown ? toMarkdown(text) : text,
    data,
  }));
}
