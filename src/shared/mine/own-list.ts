import { z } from '../schema.ts';

/** One that does not parse, as it stands in the file: kept, shown and never used. */
export const unreadableEntrySchema = z.object({ id: z.string(), title: z.string(), text: z.string() });
export type UnreadableEntry = Readonly<z.infer<typeof unreadableEntrySchema>>;

/** A list of the agent's own in the profile, in its order. */
export type OwnList<Entry> = {
  readonly entries: readonly Entry[];
  readonly unreadable: readonly UnreadableEntry[];
};

export const noOwnList: OwnList<never> = { entries: [], unreadable: [] };

/** A part of a list; `next` is where the next one begins, null at the end. */
export const ownListPageOf = <Entry>(entry: z.ZodType<Entry>) =>
  z.object({
    entries: z.array(entry).readonly(),
    unreadable: z.array(unreadableEntrySchema).readonly(),
    next: z.number().int().nullable(),
  });

/** All of it or nothing: what goes, by id, and what is new or changed. */
export const ownListChangeOf = <Entry>(entry: z.ZodType<Entry>) =>
  z.object({ remove: z.array(z.string()).readonly(), put: z.array(entry).readonly() });
export type OwnListChange<Entry> = { readonly remove: readonly string[]; readonly put: readonly Entry[] };

/** A list after a change: what is known keeps its place, what is new comes last. */
export function changedList<Entry>(
  entries: readonly Entry[],
  change: { readonly remove: readonly string[]; readonly put: readonly Entry[] },
  idOf: (entry: Entry) => string | null,
): readonly Entry[] {
  const removed = new Set(change.remove);
  const put = new Map(change.put.map((entry) => [idOf(entry), entry]));
  const kept: Entry[] = [];
  for (const entry of entries) {
    const id = idOf(entry);
    const next = put.get(id);
    if (next) {
      kept.push(next);
      put.delete(id);
    } else if (id === null || !removed.has(id)) kept.push(entry);
  }
  return [...kept, ...put.values()];
}
