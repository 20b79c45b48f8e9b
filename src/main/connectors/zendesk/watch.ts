/**
 * Agents are told of no deletion and of no loss of permission, so the cursor remembers which tickets are still in play and looks
 * them up a hundred at a time; of articles, which nobody is told of, all. Packed as differences in base 36: about two characters
 * a ticket.
 */
const MOST_WATCHED = 20_000;

export function unpackWatch(packed: string): readonly number[] {
  if (packed === '') return [];
  let last = 0;
  return packed.split('.').map((step) => {
    last += Number.parseInt(step, 36);
    return last;
  });
}

/** The newest are kept when there are too many. */
export function packWatch(ids: Iterable<number>): string {
  const sorted = [...new Set(ids)].sort((a, b) => a - b).slice(-MOST_WATCHED);
  return sorted.map((id, index) => (id - (sorted[index - 1] ?? 0)).toString(36)).join('.');
}

export type Seen = { readonly id: number; readonly watched: boolean };

export function updateWatch(packed: string, seen: readonly Seen[]): string {
  if (seen.length === 0) return packed;
  const ids = new Set(unpackWatch(packed));
  for (const { id, watched } of seen)
    if (watched) ids.add(id);
    else ids.delete(id);
  return packWatch(ids);
}

/** The next hundred after `at`, and where to go on; 0 begins anew. */
export function nextWatched(
  packed: string,
  at: number,
  size: number,
): { readonly ids: readonly number[]; readonly next: number } {
  const all = unpackWatch(packed);
  const from = all.findIndex((id) => id > at);
  const ids = all.slice(from < 0 ? 0 : from, (from < 0 ? 0 : from) + size);
  const last = ids.at(-1) ?? 0;
  return { ids, next: last === all.at(-1) ? 0 : last };
}
