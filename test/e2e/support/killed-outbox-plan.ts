import { createRandom, type Random } from '#main/practice-desk/random.ts';
import { CUTS, type PlannedCut } from '../../support/cutting-proxy.ts';
import { VICTIMS, type Victim } from './killable-console.ts';

/** What the agent does. `ticket` counts the tickets there are at the start and then those made by `create`. */
export type PlannedAction =
  | { readonly kind: 'reply'; readonly ticket: number; readonly token: string; readonly solve: boolean }
  | { readonly kind: 'note'; readonly ticket: number; readonly token: string }
  | { readonly kind: 'update'; readonly ticket: number; readonly field: UpdatedField; readonly value: string }
  | { readonly kind: 'create'; readonly ticket: number; readonly token: string };
export type UpdatedField = 'priority' | 'status' | 'owner';

/** When something is killed: so long after the action has begun, or with the next write that reaches the helpdesk. */
export type PlannedKill = { readonly victim: Victim; readonly when: 'sent' | 'answered' | { readonly ms: number } };
export type Step = {
  readonly action: PlannedAction;
  readonly by: 'keys' | 'store';
  readonly kill: PlannedKill | null;
};
export type Size = {
  readonly seed: number;
  readonly tickets: number;
  readonly actions: number;
  readonly creates: number;
  readonly kills: number;
  readonly writeCuts: number;
  readonly readCuts: number;
};

/** Each once on a ticket, so that two effects can be told from one. None is what a ticket begins with. */
const UPDATES: readonly (readonly [UpdatedField, string])[] = [
  ['priority', 'normal'],
  ['priority', 'high'],
  ['priority', 'urgent'],
  ['status', 'stalled'],
  ['status', 'resolved'],
  ['owner', 'olena'],
  ['owner', 'me'],
];

/** The same seed always makes the same actions, kills and cuts; when they meet is left to the machine. */
export function planSteps(size: Size): readonly Step[] {
  const random = createRandom(size.seed, 'actions');
  const used = new Set<string>();
  const perCreate = Math.floor(size.actions / (size.creates + 1));
  const killed = new Set(
    createRandom(size.seed, 'killed')
      .shuffle(Array.from({ length: size.actions - 1 }, (_, index) => index + 1))
      .slice(0, size.kills),
  );
  const victims = createRandom(size.seed, 'victims');
  let tickets = size.tickets;
  return Array.from({ length: size.actions }, (_, index): Step => {
    const made = tickets - size.tickets;
    const creates = made < size.creates && index >= (made + 1) * perCreate - 1;
    const action = creates ? create(tickets, index) : onTicket(random, random.below(tickets), index, used);
    if (creates) tickets += 1;
    const typed = action.kind === 'reply' || action.kind === 'note';
    return {
      action,
      by: typed && action.ticket < size.tickets && random.chance(0.3) ? 'keys' : 'store',
      kill: killed.has(index) ? planKill(victims) : null,
    };
  });
}

const tokenOf = (index: number): string => `token-${String(index).padStart(3, '0')}-${(index * 7919 + 17) % 1_000}`;
const create = (ticket: number, index: number): PlannedAction => ({ kind: 'create', ticket, token: tokenOf(index) });

function onTicket(random: Random, ticket: number, index: number, used: Set<string>): PlannedAction {
  const token = tokenOf(index);
  const kind = random.next();
  if (kind < 0.4) {
    const solves = `${ticket} status resolved`;
    const solve = random.chance(0.2) && !used.has(solves);
    if (solve) used.add(solves);
    return { kind: 'reply', ticket, token, solve };
  }
  if (kind < 0.6) return { kind: 'note', ticket, token };
  const left = UPDATES.filter(([field, value]) => !used.has(`${ticket} ${field} ${value}`));
  if (left.length === 0) return { kind: 'note', ticket, token };
  const [field, value] = random.pick(left);
  used.add(`${ticket} ${field} ${value}`);
  return { kind: 'update', ticket, field, value };
}

const planKill = (random: Random): PlannedKill => ({
  victim: random.pick(VICTIMS),
  when: random.pick(['sent', 'answered', { ms: random.below(1_200) }] as const),
});

export function planCuts({ seed, writeCuts, readCuts }: Size): readonly PlannedCut[] {
  const random = createRandom(seed, 'cuts');
  const cuts = (count: number, kind: PlannedCut['kind'], most: number): readonly PlannedCut[] =>
    Array.from({ length: count }, (_, index) => ({
      kind,
      // Each in its turn, so that few cuts have them all.
      cut: CUTS[index % CUTS.length] ?? 'before',
      after: random.between(0, most),
      share: random.next(),
    }));
  return [...random.shuffle(cuts(writeCuts, 'write', 2)), ...random.shuffle(cuts(readCuts, 'read', 40))];
}
