import { FAULTS, type Fault } from './network.ts';
import type { Random } from './random.ts';

/** Something that happens in a schedule at `at`, ms from its beginning. Numbers pick among what there is at that time. */
export type Event = { readonly at: number } & (
  | {
      readonly what: 'reply' | 'note' | 'solve' | 'update' | 'create' | 'forward';
      readonly who: number;
      readonly ticket: number;
      readonly detail: number;
    }
  | {
      readonly what: 'undo' | 'discard' | 'retry' | 'send-anyway' | 'replace' | 'recover' | 'undo-many';
      readonly who: number;
      readonly pick: number;
    }
  | {
      readonly what: 'many';
      readonly who: number;
      readonly ticket: number;
      /** How many tickets at once, from that one on. */
      readonly count: number;
      readonly detail: number;
    }
  | {
      readonly what: 'type' | 'look' | 'drop-draft';
      readonly who: number;
      readonly ticket: number;
      readonly detail: number;
    }
  | {
      readonly what: 'customer' | 'colleague' | 'colleague-note' | 'colleague-change' | 'bot';
      readonly ticket: number;
      readonly detail: number;
    }
  | { readonly what: 'merge' | 'delete' | 'close' | 'new-ticket'; readonly ticket: number }
  | { readonly what: 'fault'; readonly on: 'read' | 'write'; readonly fault: Fault }
  | { readonly what: 'offline' | 'revoked'; readonly forMs: number }
  | {
      readonly what: 'kill-main' | 'kill-window' | 'kill-both' | 'power-cut';
      readonly who: number;
      readonly forMs: number;
      readonly cache: 'kept' | 'empty' | 'old';
    }
  | { readonly what: 'disk-full' | 'cache-full' | 'cache-hangs'; readonly who: number; readonly forMs: number }
  | { readonly what: 'clock-jump' | 'sleep'; readonly who: number; readonly byMs: number }
);
export type Kind = Event['what'];

/**
 * Seeds that failed once must go on drawing what failed: what later editions have besides is drawn after what the earlier ones
 * draw.
 */
export type Edition = 1 | 2 | 3 | 4;
const SECOND = ['replace', 'recover', 'replace', 'discard', 'type'] as const;
const THIRD = ['many', 'many', 'many', 'undo-many', 'undo'] as const;
const FOURTH = ['forward', 'forward', 'forward', 'forward', 'undo', 'fault'] as const;
type Later = 'replace' | 'recover' | 'many' | 'undo-many' | 'forward';

/** How often each kind comes up among the events of a schedule. */
const WEIGHTS: Readonly<Record<Exclude<Kind, Later>, number>> = {
  reply: 14,
  note: 8,
  solve: 5,
  update: 10,
  create: 5,
  undo: 3,
  discard: 3,
  retry: 3,
  'send-anyway': 3,
  type: 8,
  look: 6,
  'drop-draft': 1,
  customer: 6,
  colleague: 2,
  'colleague-note': 2,
  'colleague-change': 5,
  bot: 3,
  merge: 1,
  delete: 1,
  close: 1,
  'new-ticket': 1,
  fault: 22,
  offline: 3,
  revoked: 1,
  'kill-main': 3,
  'kill-window': 3,
  'kill-both': 2,
  'power-cut': 2,
  'disk-full': 1,
  'cache-full': 1,
  'cache-hangs': 1,
  'clock-jump': 1,
  sleep: 1,
};
const KINDS = Object.entries(WEIGHTS).flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind as Kind));

const MINUTE = 60_000;

/** What happens in a schedule, in the order in which it happens. */
export function drawEvents(random: Random, consoles: number, edition: Edition): readonly Event[] {
  const lasts = random.between(1, 6) * MINUTE;
  const count = random.between(15, 60);
  // Things come in bursts: what happens at the same time is what goes wrong.
  const bursts = Array.from({ length: random.between(2, 8) }, () => random.between(3_000, lasts));
  const draw = (kinds: readonly Kind[]): Event => {
    const at = random.chance(0.6) ? random.pick(bursts) + random.between(0, 4_000) : random.between(1_000, lasts);
    return { at, ...drawKind(random.pick(kinds), random, consoles) } as Event;
  };
  const events = Array.from({ length: count }, () => draw(KINDS));
  const more = (since: Edition, kinds: readonly Kind[]): readonly Event[] =>
    edition < since ? [] : Array.from({ length: random.between(0, count >> 3) }, () => draw(kinds));
  return [...events, ...more(2, SECOND), ...more(3, THIRD), ...more(4, FOURTH)].toSorted((a, b) => a.at - b.at);
}

function drawKind(what: Kind, random: Random, consoles: number): object {
  const who = random.between(0, consoles - 1);
  const ticket = random.between(0, 30);
  const detail = random.between(0, 999);
  const some = (most: number): number => Math.round(most * random.next() ** 3);
  switch (what) {
    case 'undo':
    case 'discard':
    case 'retry':
    case 'send-anyway':
    case 'replace':
    case 'recover':
    case 'undo-many':
      return { what, who, pick: detail };
    case 'many':
      return { what, who, ticket, detail, count: random.between(2, 12) };
    case 'fault':
      return { what, on: random.chance(0.65) ? 'write' : 'read', fault: random.pick(FAULTS) };
    case 'offline':
    case 'revoked':
      return { what, forMs: random.between(1_000, 1_000 + some(60 * MINUTE)) };
    case 'kill-main':
    case 'kill-window':
    case 'kill-both':
    case 'power-cut':
      return {
        what,
        who,
        forMs: random.between(100, 20_000),
        cache: random.chance(0.75) ? 'kept' : random.pick(['empty', 'old'] as const),
      };
    case 'disk-full':
    case 'cache-full':
    case 'cache-hangs':
      return { what, who, forMs: random.between(1_000, 90_000) };
    case 'clock-jump':
    case 'sleep':
      return { what, who, byMs: (what === 'sleep' || random.chance(0.6) ? 1 : -1) * (1_000 + some(14 * 60 * MINUTE)) };
    default:
      return { what, who, ticket, detail };
  }
}
