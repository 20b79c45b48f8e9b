import { CaptureTag, type Context } from 'liquidjs';
import { createEmitter } from './emitter.ts';
import { withoutMarks } from './marks.ts';

/** A capture in which nothing but unresolved outputs stands is nothing itself: conditions and `default` see it so. */
export class Capture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    const text = yield this.liquid.renderer.renderTemplates(this.templates, context, createEmitter());
    const rest = withoutMarks(text);
    context.bottom()[this.variable] = rest.trim() === '' ? rest : text;
  }
}
