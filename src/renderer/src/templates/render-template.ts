import { type Context, toValueSync } from 'liquidjs';
import { err, ok, type Result } from '#shared/result.ts';
import { type Rendered, TEMPLATE_LIMITS, type TemplateProblem } from '#shared/templates/rendered.ts';
import type { TemplateScope } from '#shared/templates/template-data.ts';
import { createEmitter } from './emitter.ts';
import { createEngine } from './engine.ts';
import { createBudget, LIMITS } from './limits.ts';
import { createMarks } from './marks.ts';
import { problemOf } from './read-problem.ts';
import { readTemplate } from './read-template.ts';
import { createContext, type FillContent } from './scope.ts';

export type Templates = {
  /**
   * Fills a template in, as Liquid defines it. An output that resolves to nothing (nil or empty) keeps its own source, to be
   * marked and to stop sending, unless `| default: …` gives it something; in conditions what is not there is false. Tab stops and
   * nested responses go through untouched. Dynamic content is filled in with the same data, and is nothing where it stands in itself,
   * too deep, or has a mistake. Never throws, and ends within `LIMITS`.
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
      /** `inside` names the dynamic content that is being filled in, from the outermost in: none may stand in itself. */
      const fillIn = (text: string, inside: readonly string[], outer: Context | null): string => {
        const emitter = createEmitter();
        const fill: FillContent = (name, content, within) =>
          inside.length >= LIMITS.nested || inside.includes(name)
            ? undefined
            : orNothing(() => fillIn(content, [...inside, name], within));
        const read = readTemplate(liquid, text, { marks, budget });
        const context = createContext(liquid, data, { budget, fill, outer });
        toValueSync(liquid.renderer.renderTemplates(read, context, emitter));
        return emitter.buffer;
      };
      budget.start();
      try {
        return ok(marks.settle(fillIn(template, [], null)));
      } catch (thrown) {
        return err(problemOf(thrown));
      }
    },
  };
}

/** Undefined where dynamic content has a mistake, which is not this template's; a limit is a limit for all of it. */
function orNothing(fillIn: () => string): string | undefined {
  try {
    return fillIn();
  } catch (thrown) {
    const { code } = problemOf(thrown);
    if (TEMPLATE_LIMITS.some((limit) => limit === code)) throw thrown;
    return undefined;
  }
}
