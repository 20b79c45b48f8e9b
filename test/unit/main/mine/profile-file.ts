import type { Disk } from '#main/profile/disk.ts';

/** One file in memory; `full` refuses to write. */
export function profileFile(content: string | null = null) {
  const held = { content, full: false };
  const refused = async (): Promise<never> => {
    throw new Error('not used here');
  };
  const textOf = (bytes: string | Uint8Array): string =>
    typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
  const write = (next: string): void => {
    if (held.full) throw new Error('ENOSPC');
    held.content = next;
  };
  const disk: Disk = {
    read: async () => (held.content === null ? null : new TextEncoder().encode(held.content)),
    replace: async (_path, next) => write(textOf(next)),
    rename: refused,
    truncate: refused,
    append: async () => ({
      write: async (text) => write((held.content ?? '') + text),
      sync: async () => undefined,
      truncate: refused,
      close: async () => undefined,
    }),
    list: refused,
    remove: refused,
  };
  return { disk, held };
}
