import type { Ticket } from '../domain/ticket.ts';
import type { MacroStep } from './macro.ts';
import type { PlanPart } from './plan.ts';
import { lastOf, stepsOf } from './steps-of.ts';

/** Tags as what is added to and taken from those there; no changes where they end as they were. */
export function planTags(steps: readonly MacroStep[], { tags }: Pick<Ticket, 'tags'>): PlanPart {
  const start = lastOf(steps, 'set-tags')?.tags ?? tags;
  const asked = stepsOf(steps, 'tags');
  const gone = new Set(asked.flatMap(({ removed }) => removed));
  const after = [...new Set([...start, ...asked.flatMap(({ added }) => added)])].filter((tag) => !gone.has(tag));
  const tagsAdded = after.filter((tag) => !tags.includes(tag));
  const tagsRemoved = tags.filter((tag) => !after.includes(tag));
  return {
    changes: {
      ...(tagsAdded.length > 0 ? { tagsAdded } : {}),
      ...(tagsRemoved.length > 0 ? { tagsRemoved } : {}),
    },
    problems: [],
  };
}
