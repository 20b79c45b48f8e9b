import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '#shared/schema.ts';

const recordSchema = z.object({
  /** IndexedDB belongs to an origin, and the port is part of it: this one is the profile's for good. */
  port: z.number().int().min(1).max(65_535),
  /** SHA-256 of the sessions' tokens. */
  sessions: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type HostRecord = Readonly<z.infer<typeof recordSchema>>;

const fileIn = (profileDir: string): string => join(profileDir, 'browser-host.json');

/** What an earlier start has recorded; null at the first, `damaged` when it cannot be read as a record. */
export async function readHostRecord(profileDir: string): Promise<HostRecord | null | 'damaged'> {
  const content = await readFile(fileIn(profileDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (content === null) return null;
  try {
    return recordSchema.parse(JSON.parse(content));
  } catch {
    return 'damaged';
  }
}

/** Replaces the record in one step; rejects as the file system does. */
export async function writeHostRecord(profileDir: string, record: HostRecord): Promise<void> {
  const temporary = `${fileIn(profileDir)}.${process.pid}.tmp`;
  await writeFile(temporary, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  await rename(temporary, fileIn(profileDir));
}
