import { changedList, type OwnList, type OwnListChange } from '#shared/mine/own-list.ts';
import type { z } from '#shared/schema.ts';
import type { Disk } from '../profile/disk.ts';
import { type Entry, type EntryFile, entriesOf, openEntryFile, unreadableOf } from './entry-file.ts';

/** About how much goes in one page: what the link carries at once without holding anything up. */
const PAGE_BYTES = 262_144;

/** A list of the agent's own in the profile. */
export type OwnListFile<Value> = {
  /** What stands from a place in the file on, as much as goes at once. */
  page(from: number): Promise<OwnList<Value> & { readonly next: number | null }>;
  /** False where the disk refuses: then nothing has changed. */
  change(change: OwnListChange<Value>): Promise<boolean>;
};

/**
 * Read when it is first asked for, so that no start waits for it. Measured with 5,000 canned responses of 900 characters, 5 to 9 MB:
 * a change is on disk after 30 to 100 ms, and others in main wait 2 to 8 ms for it at most.
 */
export function ownListFile<Value extends { readonly id: string }>(
  disk: Disk,
  path: string,
  list: { readonly name: string; readonly schema: z.ZodType<Value> },
): OwnListFile<Value> {
  let opened: Promise<EntryFile<Value>> | null = null;
  const file = (): Promise<EntryFile<Value>> => {
    opened ??= openEntryFile(disk, path, list);
    return opened;
  };
  const idOf = ({ value }: Entry<Value>): string | null => value?.id ?? null;

  return {
    async page(from) {
      const { entries } = (await file()).now();
      let end = from;
      for (let length = 0; end < entries.length && (end === from || length < PAGE_BYTES); end++)
        length += entries[end]?.bytes.length ?? 0;
      const shown = entries.slice(from, end);
      return {
        entries: shown.flatMap(({ value }) => value ?? []),
        unreadable: unreadableOf(shown, from),
        next: end < entries.length ? end : null,
      };
    },
    async change({ remove, put }) {
      const known = await file();
      const changed = await entriesOf(put);
      return known.change(({ entries, others }) => ({
        entries: changedList(entries, { remove, put: changed }, idOf),
        others,
      }));
    },
  };
}
