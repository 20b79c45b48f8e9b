import { Context, Drop, type Liquid } from 'liquidjs';
import type { TemplateScope, TemplateValue } from '#shared/templates/template-data.ts';
import type { Budget } from './limits.ts';

/** What a loop tells of itself; the engine would let a template reach the rest of the object, too. */
const OF_LOOPS = new Set(
  'col col0 col_first col_last first index index0 last length name rindex rindex0 row'.split(' '),
);

/** The data as a template may see it: own values on objects without a prototype, null left out. */
export function createContext(liquid: Liquid, data: TemplateScope, budget: Budget): Context {
  const context = new Context(Object(scopeOf(data)), liquid.options, { sync: true }, { liquid });
  // Asked before each part and each round of a loop.
  context.renderLimit.check = budget.step;
  const read = context.readProperty.bind(context);
  context.readProperty = (of, key) => {
    if (of instanceof Drop && !(typeof key === 'string' && OF_LOOPS.has(key))) return undefined;
    if (typeof of === 'string' && key === 'size') return Array.from(String(of)).length;
    return read(of, key);
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
