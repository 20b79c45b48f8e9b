import { filesOfEntry } from '#shared/outbox/files-of-entry.ts';
import { discardedIn } from '../journal/discarded.ts';
import type { Folded } from '../journal/fold.ts';

/** SHA-256 of every file that a journal names: of drafts, of what is not sent yet, and of what can be had back. */
export function filesNamedIn(folded: Readonly<Folded>, now: number): readonly string[] {
  const thrownAway = discardedIn(folded, now);
  const drafts = [...folded.drafts.values(), ...thrownAway.flatMap((one) => (one.what === 'draft' ? one.draft : []))];
  const entries = [...folded.entries.values(), ...thrownAway.flatMap((one) => (one.what === 'entry' ? one.entry : []))];
  return [...drafts.flatMap(({ files }) => files), ...entries.flatMap(filesOfEntry)].map(({ sha256 }) => sha256);
}
