import type { FilterImplOptions } from 'liquidjs';
import type { Budget } from './limits.ts';

export type FilterHandler = Extract<FilterImplOptions, (...args: never[]) => unknown>;

/** Units and elements of a value. */
function weight(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return Array.isArray(value) ? value.reduce<number>((sum, one) => sum + 1 + weight(one), 0) : 0;
}

/** A filter that is stopped when the time is over, and that counts what it makes, lists with all that stands in them. */
export const guardFilter = (filter: FilterHandler, budget: Budget): FilterHandler =>
  function* (value: unknown, ...args: readonly unknown[]): Generator<unknown, unknown, unknown> {
    budget.step();
    budget.look();
    const made: unknown = yield filter.call(this, value, ...args);
    this.context.memoryLimit.use(weight(made));
    return made;
  };
