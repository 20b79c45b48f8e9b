import type { Capabilities } from '#main/connectors/contract.ts';
import type { Abilities } from '#shared/domain/account.ts';

/** What a helpdesk can do: it tells of every change in order, knows an action again by what came with it, and does nothing more. */
export const capabilitiesWith = ({
  abilities,
  ...over
}: Partial<Omit<Capabilities, 'abilities'>> & { readonly abilities?: Partial<Abilities> } = {}): Capabilities => ({
  delta: 'cursor',
  tombstones: 'inline',
  precondition: 'stamp',
  dedupe: { reply: 'metadata', note: 'metadata', update: 'metadata', create: 'key', forward: 'metadata' },
  consistencyMs: 0,
  lateEffectMs: 10_000,
  budget: { requests: 1_000, perMs: 1_000 },
  pollMs: { desk: 60_000, tickets: 60_000, articles: 60_000, ratings: 60_000 },
  streams: ['tickets'],
  actions: ['reply', 'note', 'update', 'create'],
  presence: 'none',
  conversations: 'perTicket',
  ...over,
  abilities: {
    merge: 'no',
    links: [],
    followers: false,
    limits: { fileBytes: null, messageBytes: null },
    forward: 'no',
    ...abilities,
  },
});
