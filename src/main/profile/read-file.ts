import type { z } from '#shared/schema.ts';
import type { Disk } from './disk.ts';

/** The parsed JSON of a file; null when there is none. A file that does not parse is set aside, never overwritten. */
export async function readJson<Value>(disk: Disk, path: string, schema: z.ZodType<Value>): Promise<Value | null> {
  const text = await readText(disk, path);
  if (text === null) return null;
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  await disk.rename(path, `${path}.unreadable`);
  return null;
}

/** Null when there is no such file. */
export async function readText(disk: Disk, path: string): Promise<string | null> {
  const bytes = await disk.read(path);
  return bytes && new TextDecoder().decode(bytes);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
