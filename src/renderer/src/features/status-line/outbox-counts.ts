import type { OutboxEntry } from '#shared/outbox/entry.ts';
import type { OutboxItem } from '../../store/desk-tickets.ts';

export type OutboxCounts = { readonly toSend: number; readonly sending: number; readonly needYou: number };

/** What waits in the outbox, by what the agent would want to know of it. */
export function outboxCounts(items: readonly OutboxItem[]): OutboxCounts {
  const of = (kind: keyof OutboxCounts): number => items.filter(({ entry }) => kindOf(entry) === kind).length;
  return { toSend: of('toSend'), sending: of('sending'), needYou: of('needYou') };
}

/** An entry whose answer was lost is on its way while it is being read back; only one that cannot be told needs the agent. */
function kindOf({ state }: OutboxEntry): keyof OutboxCounts {
  if (state.name === 'queued') return 'toSend';
  if (state.name === 'sending' || (state.name === 'unknown' && !state.undecidable)) return 'sending';
  return 'needYou';
}
