import type { Capabilities } from '#main/connectors/contract.ts';
import { capabilitiesWith } from '../support/capabilities.ts';
import type { Random } from './random.ts';

const DELTAS = ['cursor', 'since', 'search', 'none'] as const;
const TOMBSTONES = ['inline', 'list', 'log', 'none'] as const;
const PRECONDITIONS = ['etag', 'stamp', 'version', 'none'] as const;
export const DEDUPES = ['key', 'metadata', 'marker', 'contentMatch', 'none'] as const;
const CONVERSATIONS = ['inPull', 'perTicket'] as const;
const COMBINATIONS =
  DELTAS.length * TOMBSTONES.length * PRECONDITIONS.length * DEDUPES.length * CONVERSATIONS.length * 2;

/** What any modelled helpdesk can do. */
export const modelledCapabilities = (
  over: Pick<Capabilities, 'delta' | 'tombstones' | 'precondition' | 'dedupe' | 'consistencyMs' | 'conversations'>,
): Capabilities =>
  capabilitiesWith({
    budget: { requests: 60, perMs: 60_000 },
    pollMs: { desk: 600_000, tickets: 60_000, articles: 600_000, ratings: 600_000 },
    actions: ['reply', 'note', 'update', 'create', 'forward'],
    abilities: { forward: 'yes' },
    ...over,
  });

/** What a helpdesk can do. Every combination comes up equally often: consecutive seeds go through all of them. */
export function capabilitiesOf(seed: number, random: Random): Capabilities {
  // A step that shares no factor with the number of combinations, so that neighbours differ in everything.
  let rest = (seed * 389) % COMBINATIONS;
  const choose = <Choice>(choices: readonly Choice[]): Choice => {
    const choice = choices[rest % choices.length];
    rest = Math.floor(rest / choices.length);
    if (choice === undefined) throw new Error('no choice');
    return choice;
  };
  const way = choose(DEDUPES);
  const isEventual = choose([false, true]);
  return modelledCapabilities({
    delta: choose(DELTAS),
    tombstones: choose(TOMBSTONES),
    precondition: choose(PRECONDITIONS),
    dedupe: { reply: way, note: way, update: way, create: way, forward: way },
    consistencyMs: isEventual ? random.between(500, 4_000) : 0,
    conversations: choose(CONVERSATIONS),
  });
}
