import { Context, Drop, type Liquid } from 'liquidjs';
import type { TemplateScope, TemplateValue } from '#shared/templates/template-data.ts';
import type { Budget } from './limits.ts';

/** What a loop tells of itself; the engine would let a template reach the rest of the object, too. */
const OF_LOOPS = new Set(
  'col col0 col_first col_last first index index0 last length name rindex rindex0 row'.split(' '),
);

/** Under which name templates find dynamic content. */
const DYNAMIC = 'dc';

/** Dynamic content filled in; undefined where it cannot be. `within` counts its memory. */
export type FillContent = (name: string, content: string, within: Context) => string | undefined;

/**
 * The data as a template may see it: own values on objects without a prototype, null left out. Dynamic content is filled in when it is
 * read. `outer` is the context of the template that names the one to be filled in, if any does.
 */
export function createContext(
  liquid: Liquid,
  data: TemplateScope,
  { budget, fill, outer }: { readonly budget: Budget; readonly fill: FillContent; readonly outer: Context | null },
): Context {
  const scope = Object(scopeOf(data));
  const context = new Context(
    scope,
    liquid.options,
    { sync: true },
    { liquid, ...(outer && { memoryLimit: outer.memoryLimit }) },
  );
  // Asked before each part and each round of a loop.
  context.renderLimit.check = budget.step;
  const read = context.readProperty.bind(context);
  context.readProperty = (of, key) => {
    if (of instanceof Drop && !(typeof key === 'string' && OF_LOOPS.has(key))) return undefined;
    if (typeof of === 'string' && key === 'size') return Array.from(String(of)).length;
    const found: unknown = read(of, key);
    const isContent = of === scope[DYNAMIC] && typeof key === 'string' && typeof found === 'string';
    return isContent ? fill(key, found, context) : found;
  };
  return context;
}

function scopeOf(value: TemplateValue): unknown {
  if (Array.isArray(value)) return value.map(scopeOf);
  if (typeof value !== 'object' || value === null) return value;
  const scope: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) if (inner !== null) scope[key] = scopeOf(inner);
  const text = 'value' in value && typeof value.value === 'string' ? value.value : '';
  // Printed by itself a comment is its text, and everything else nothing. Symbols are out of a template's reach.
  Object.defineProperty(scope, Symbol.toPrimitive, { value: () => text });
  return scope;
}
