import type { Discarded } from '#shared/outbox/discarded.ts';
import { type Folded, KEEP_SETTLED_MS } from './fold.ts';

/** What was thrown away in the last 30 days and can be had back. Entries without words are among it. */
export function discardedIn(folded: Readonly<Folded>, now: number): readonly Discarded[] {
  const since = now - KEEP_SETTLED_MS;
  return [
    ...[...folded.settled.values()]
      .filter(({ how, at }) => how === 'discarded' && at > since)
      .map(({ id, at, entry }): Discarded => ({ what: 'entry', id, at, entry })),
    ...[...folded.discardedDrafts]
      .filter(([, { at }]) => at > since)
      .map(([id, { at, draft }]): Discarded => ({ what: 'draft', id, at, draft })),
  ];
}
