import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashSources, ROOT } from '#main/shell/launch/build.ts';
import { z } from '#shared/schema.ts';
import { layProfile, type Place } from './console.ts';

const CACHE = join(ROOT, '.cache', 'bench');
/** What a kept profile is made of: where any of it changes, another one is made. */
const MADE_OF = [
  'test/bench/helpdesk',
  'src/main/practice-desk/data',
  'src/shared/domain',
  'src/renderer/src/store/dexie-storage.ts',
  'src/renderer/src/store/columns.ts',
  'src/renderer/src/store/snapshot.ts',
];
const keptSchema = z.object({ newestAt: z.number() });

const folderOf = (tickets: number): string =>
  join(CACHE, `profile-${tickets}-${hashSources(ROOT, MADE_OF).slice(0, 12)}`);

/** Where a profile of this size was kept by an earlier run; null when none was. */
export async function keptPlace(tickets: number): Promise<Place | null> {
  const folder = folderOf(tickets);
  try {
    const { newestAt } = keptSchema.parse(JSON.parse(await readFile(join(folder, 'kept.json'), 'utf8')));
    return { folder, tickets, newestAt };
  } catch {
    return null;
  }
}

/** An empty profile for a first sync, with a helpdesk whose newest ticket is of now. */
export async function newPlace(tickets: number): Promise<Place> {
  const folder = await workFolder();
  await layProfile(folder);
  return { folder, tickets, newestAt: Date.now() };
}

/** Keeps a profile that is filled and closed, for this run and later ones. */
export async function keep({ folder, tickets, newestAt }: Place): Promise<Place> {
  await writeFile(join(folder, 'kept.json'), JSON.stringify({ newestAt }));
  const kept = folderOf(tickets);
  await rm(kept, { recursive: true, force: true });
  await rename(folder, kept);
  return { folder: kept, tickets, newestAt };
}

/** A copy to be changed: every run begins with the same rows. */
export async function copyOf(place: Place): Promise<Place> {
  const folder = await workFolder();
  await cp(place.folder, folder, { recursive: true });
  return { ...place, folder };
}

export const discard = ({ folder }: Place): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 });

async function workFolder(): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  return mkdtemp(join(CACHE, 'work-'));
}
