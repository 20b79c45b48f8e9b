import { z } from '#shared/schema.ts';
import { type OwnView, type OwnViews, ownViewSchema, type ViewsChange } from '#shared/views/own-view.ts';
import type { Disk } from '../profile/disk.ts';
import { type Entry, entryOf, openEntryFile, unreadableOf } from './entry-file.ts';

/** The agent's own views in the profile. */
export type ViewsFile = {
  now(): OwnViews;
  /** Null where the disk refuses: then nothing has changed. */
  change(change: ViewsChange): Promise<OwnViews | null>;
};

const hiddenSchema = z.array(z.string()).catch([]);

export async function openViewsFile(disk: Disk, path: string): Promise<ViewsFile> {
  const file = await openEntryFile(disk, path, { name: 'views', schema: ownViewSchema });
  const hiddenOf = ({ others }: ReturnType<typeof file.now>): readonly string[] =>
    hiddenSchema.parse(others['hidden'] ?? []);

  const shown = (): OwnViews => {
    const { entries } = file.now();
    return {
      views: entries.flatMap(({ value }) => value ?? []),
      unreadable: unreadableOf(entries),
      hidden: hiddenOf(file.now()),
    };
  };

  return {
    now: shown,
    async change(change) {
      const written = await file.change((content) => {
        const next = applied({ entries: content.entries, hidden: hiddenOf(content) }, change);
        return { entries: next.entries, others: { ...content.others, hidden: next.hidden } };
      });
      return written ? shown() : null;
    },
  };
}

type Kept = { readonly entries: readonly Entry<OwnView>[]; readonly hidden: readonly string[] };

function applied({ entries, hidden }: Kept, change: ViewsChange): Kept {
  const without = (id: string): readonly Entry<OwnView>[] => entries.filter(({ value }) => value?.id !== id);
  const insert = (view: OwnView, to: number): readonly Entry<OwnView>[] => {
    const others = without(view.id);
    // Places are counted among the readable ones.
    const readable = others.flatMap(({ value }, at) => (value ? [at] : []));
    return others.toSpliced(readable[to] ?? others.length, 0, entryOf(view));
  };
  switch (change.type) {
    case 'put': {
      const known = entries.some(({ value }) => value?.id === change.view.id);
      if (!known || change.at !== null)
        return { entries: insert(change.view, change.at ?? Number.POSITIVE_INFINITY), hidden };
      const put = (entry: Entry<OwnView>): Entry<OwnView> =>
        entry.value?.id === change.view.id ? entryOf(change.view) : entry;
      return { entries: entries.map(put), hidden };
    }
    case 'remove':
      return { entries: without(change.id), hidden };
    case 'move': {
      const view = entries.find(({ value }) => value?.id === change.id)?.value;
      return view ? { entries: insert(view, change.to), hidden } : { entries, hidden };
    }
    case 'hide': {
      const others = hidden.filter((id) => id !== change.id);
      return { entries, hidden: change.hidden ? [...others, change.id] : others };
    }
  }
}
