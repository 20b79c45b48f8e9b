import { toValueSync } from 'liquidjs';
import { err, ok, type Result } from '#shared/result.ts';
import type { Rendered, TemplateProblem } from '#shared/templates/rendered.ts';
import type { TemplateScope } from '#shared/templates/template-data.ts';
import { createEmitter } from './emitter.ts';
import { createEngine } from './engine.ts';
import { createBudget, LIMITS } from './limits.ts';
import { createMarks } from './marks.ts';
import { problemOf } from './read-problem.ts';
import { readTemplate } from './read-template.ts';
import { createContext } from './scope.ts';

export type Templates = {
  /**
   * Fills a template in, as Liquid defines it. An output that resolves to nothing (nil or empty) keeps its own source, to be
   * marked and to stop sending, unless `| default: …` gives it something; in conditions what is not there is false. Tab stops and
   * nested responses go through untouched. Never throws, and ends within `LIMITS`.
   */
  render(template: string, data: TemplateScope): Result<Rendered, TemplateProblem>;
};

/** `now` (UTC ms) is what `"now" | date` says; `elapsed` is the clock of the limits. */
export function createTemplates({
  now = Date.now,
  elapsed = () => performance.now(),
}: {
  readonly now?: () => number;
  readonly elapsed?: () => number;
} = {}): Templates {
  const budget = createBudget(elapsed);
  const liquid = createEngine({ budget, now });
  return {
    render(template, data) {
      if (template.length > LIMITS.templateLength) return err({ code: 'too-long' });
      const marks = createMarks();
      const emitter = createEmitter();
      budget.start();
      try {
        const read = readTemplate(liquid, template, { marks, budget });
        toValueSync(liquid.renderer.renderTemplates(read, createContext(liquid, data, budget), emitter));
        return ok(marks.settle(emitter.buffer));
      } catch (thrown) {
        return err(problemOf(thrown));
      }
    },
  };
}
