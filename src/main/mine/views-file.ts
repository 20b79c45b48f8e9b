import { z } from '#shared/schema.ts';
import { type OwnView, type OwnViews, ownViewSchema, type ViewsChange } from '#shared/views/own-view.ts';
import type { Disk } from '../profile/disk.ts';
import { readJson } from '../profile/read-file.ts';

/** The agent's own views in the profile. */
export type ViewsFile = {
  now(): OwnViews;
  /** Null where the disk refuses: then nothing has changed. */
  change(change: ViewsChange): Promise<OwnViews | null>;
};

const VERSION = 1;
/** One entry is parsed by itself, so that a bad one costs one view. */
const fileSchema = z.object({
  version: z.number(),
  views: z.array(z.unknown()),
  hidden: z.array(z.string()).catch([]).default([]),
});

/** In the order of the file. What does not parse stays in its place, as it was. */
type Entry = { readonly view: OwnView; readonly raw: null } | { readonly view: null; readonly raw: unknown };

export async function openViewsFile(disk: Disk, path: string): Promise<ViewsFile> {
  const found = await readJson(disk, path, fileSchema);
  let entries: readonly Entry[] = (found?.views ?? []).map(entryOf);
  let hidden: readonly string[] = found?.hidden ?? [];

  /** One after the other: two changes at once would each be written without the other. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(run: () => Promise<Value>): Promise<Value> => {
    const result = queue.then(run);
    queue = result.catch(() => undefined);
    return result;
  };

  const shown = (): OwnViews => ({
    views: entries.flatMap(({ view }) => view ?? []),
    unreadable: entries.flatMap((entry, at) => (entry.view ? [] : [unreadable(entry.raw, at)])),
    hidden,
  });

  return {
    now: shown,
    change: (change) =>
      inTurn(async () => {
        const next = applied({ entries, hidden }, change);
        // A newer version's file keeps its number: what it knows besides is in entries that are kept as they were.
        const content = {
          version: Math.max(VERSION, found?.version ?? VERSION),
          views: next.entries.map((entry) => entry.view ?? entry.raw),
          hidden: next.hidden,
        };
        try {
          await disk.replace(path, JSON.stringify(content, null, 2));
        } catch {
          return null;
        }
        ({ entries, hidden } = next);
        return shown();
      }),
  };
}

function entryOf(raw: unknown): Entry {
  const parsed = ownViewSchema.safeParse(raw);
  return parsed.success ? { view: parsed.data, raw: null } : { view: null, raw };
}

const namedSchema = z.object({ title: z.string() });

function unreadable(raw: unknown, at: number): OwnViews['unreadable'][number] {
  const named = namedSchema.safeParse(raw);
  return { id: `unreadable-${at}`, title: named.success ? named.data.title : '', text: JSON.stringify(raw, null, 2) };
}

type Kept = { readonly entries: readonly Entry[]; readonly hidden: readonly string[] };

function applied({ entries, hidden }: Kept, change: ViewsChange): Kept {
  const without = (id: string): readonly Entry[] => entries.filter(({ view }) => view?.id !== id);
  const insert = (view: OwnView, to: number): readonly Entry[] => {
    const others = without(view.id);
    // Places are counted among the readable ones.
    const readable = others.flatMap((entry, at) => (entry.view ? [at] : []));
    return others.toSpliced(readable[to] ?? others.length, 0, { view, raw: null });
  };
  switch (change.type) {
    case 'put': {
      const known = entries.some(({ view }) => view?.id === change.view.id);
      if (!known || change.at !== null)
        return { entries: insert(change.view, change.at ?? Number.POSITIVE_INFINITY), hidden };
      const put = (entry: Entry): Entry =>
        entry.view?.id === change.view.id ? { view: change.view, raw: null } : entry;
      return { entries: entries.map(put), hidden };
    }
    case 'remove':
      return { entries: without(change.id), hidden };
    case 'move': {
      const view = entries.find((entry) => entry.view?.id === change.id)?.view;
      return view ? { entries: insert(view, change.to), hidden } : { entries, hidden };
    }
    case 'hide': {
      const others = hidden.filter((id) => id !== change.id);
      return { entries, hidden: change.hidden ? [...others, change.id] : others };
    }
  }
}
