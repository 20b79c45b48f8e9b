import type { OutboxItem } from '#renderer/store/desk-tickets.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import type { CuttingProxy } from '../../support/cutting-proxy.ts';
import { isOf, nameOf } from './killed-outbox-actions.ts';
import type { Told, Values } from './killed-outbox-effects.ts';
import type { Step } from './killed-outbox-plan.ts';
import type { Worked } from './killed-outbox-work.ts';

/** What came of it, for the line of figures. */
type Figures = {
  readonly actions: number;
  readonly kills: number;
  readonly cuts: number;
  readonly once: number;
  readonly twice: number;
  readonly none: number;
  /** Of those without an effect, how many stand in the outbox with their words. */
  readonly waiting: number;
  /** How many the agent had to press "Send anyway" for, because their kill came between the store and the journal. */
  readonly released: number;
};

export const namesOf = (steps: readonly Step[], told: Told, which: (times: number) => boolean): readonly string[] =>
  steps.flatMap((step, index) => {
    const times = told.counts[index] ?? 0;
    return which(times) ? [`${nameOf(step)}: ${times} times`] : [];
  });

/** Neither at the helpdesk nor in the outbox. */
export const lost = (
  steps: readonly Step[],
  told: Told,
  waiting: readonly OutboxItem[],
  { ticketIds }: Worked,
  values: Values,
): readonly string[] =>
  steps.flatMap((step, index) => {
    const isKept = waiting.some(({ entry }) => isOf(step.action, ticketIds[index] ?? null, entry, values));
    return told.counts[index] === 0 && !isKept ? [nameOf(step)] : [];
  });

export const count = (
  steps: readonly Step[],
  told: Told,
  waiting: readonly OutboxItem[],
  { proxy, released }: { readonly proxy: CuttingProxy; readonly released: number },
): Figures => ({
  actions: steps.length,
  kills: steps.filter(({ kill }) => kill !== null).length,
  cuts: proxy.cuts().length,
  once: told.counts.filter((times) => times === 1).length,
  twice: told.counts.filter((times) => times > 1).length,
  none: told.counts.filter((times) => times === 0).length,
  waiting: waiting.length,
  released,
});

export function sentence(figures: Figures, steps: readonly Step[], proxy: CuttingProxy): string {
  const tally = (names: readonly string[]): string =>
    [...new Set(names)]
      .toSorted()
      .map((name) => `${name} ${names.filter((one) => one === name).length}`)
      .join(', ');
  const victims = tally(steps.flatMap(({ kill }) => (kill === null ? [] : [kill.victim])));
  const cuts = tally(proxy.cuts().map(({ kind, cut }) => `${kind} ${cut}`));
  return (
    `${figures.actions} actions, ${figures.kills} kills (${victims}), ${figures.cuts} cuts (${cuts}); effects once ` +
    `${figures.once}, twice ${figures.twice}, none ${figures.none}; waiting ${figures.waiting}, released ${figures.released}`
  );
}

export function waitingOf({ action, state, base, ticketId }: OutboxEntry): string {
  const what =
    action.kind === 'update' ? JSON.stringify(action.changes) : (/token-\d+/.exec(JSON.stringify(action))?.[0] ?? '');
  return `${action.kind} ${what} on ${ticketId.slice(-30)}: ${JSON.stringify(state)}, base ${JSON.stringify(base.values)}`;
}
