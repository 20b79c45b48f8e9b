import type { OutgoingFile } from '#shared/outbox/action.ts';

/** What kind of file it is, in the few letters that people know it by: its ending, or else the end of its type. */
export function kindOfFile({ name, mimeType }: Pick<OutgoingFile, 'name' | 'mimeType'>): string {
  const ending = /\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1];
  return (ending ?? mimeType.split('/').at(-1) ?? '').toUpperCase();
}
