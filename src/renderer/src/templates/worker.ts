import { createTemplates } from './render-template.ts';
import type { FromRenderer, ToRenderer } from './worker-messages.ts';

/**
 * The worker that fills templates in. Nothing but templates and their data comes in, and it is ended from outside when an answer
 * does not come in time.
 */
const scope = self as unknown as DedicatedWorkerGlobalScope;
const templates = createTemplates();
const tell = (message: FromRenderer): void => scope.postMessage(message);

/** So that the first template of an agent is not the slow one. */
templates.render('{% for i in (1..50) %}{% if i > 1 %}{{ "now" | date: "%A %B" | upcase }}{% endif %}{% endfor %}', {});

scope.addEventListener('message', ({ data: jobs }: MessageEvent<ToRenderer>) => {
  for (const { template, data } of jobs) tell({ type: 'done', answer: templates.render(template, data) });
});
tell({ type: 'ready' });
