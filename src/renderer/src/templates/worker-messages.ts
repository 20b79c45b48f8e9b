import type { Result } from '#shared/result.ts';
import type { Rendered, TemplateProblem } from '#shared/templates/rendered.ts';
import type { TemplateScope } from '#shared/templates/template-data.ts';

/** A template and what it is filled in with. */
export type RenderJob = { readonly template: string; readonly data: TemplateScope };

/** What the window sends: jobs, to be answered in their order. */
export type ToRenderer = readonly RenderJob[];

/** What the worker sends: that it runs, and then one answer for each job. */
export type FromRenderer = { readonly type: 'ready' } | { readonly type: 'done'; readonly answer: RenderAnswer };
export type RenderAnswer = Result<Rendered, TemplateProblem>;
