import type { FilterImplOptions } from 'liquidjs';
import type { Budget } from './limits.ts';

export type FilterHandler = Extract<FilterImplOptions, (...args: never[]) => unknown>;

/** Units and elements of a value. */
function weight(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return Array.isArray(value) ? value.reduce<number>((sum, one) => sum + 1 + weight(one), 0) : 0;
}

/**
 * A filter that is stopped when the time is over, and that counts what it makes. Lists count going in as well: an element may stand
 * in them many times, and most filters would print it as often.
 */
export const guardFilter = (filter: FilterHandler, budget: Budget): FilterHandler =>
  function* (value: unknown, ...args: readonly unknown[]): Generator<unknown, unknown, unknown> {
    budget.step();
    budget.look();
    const { memoryLimit } = this.context;
    for (const given of [value, ...args]) if (Array.isArray(given)) memoryLimit.use(weight(given));
    const made: unknown = yield filter.call(this, value, ...args);
    memoryLimit.use(weight(made));
    return made;
  };
