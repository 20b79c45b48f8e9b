import type { OutgoingFile } from '#shared/outbox/action.ts';
import { uniqueName } from './file-name.ts';

/** Files behind those that are there. The same bytes go once; a name that is taken gets a number. */
export function addFiles(there: readonly OutgoingFile[], added: readonly OutgoingFile[]): readonly OutgoingFile[] {
  let files = there;
  for (const file of added) {
    if (files.some(({ sha256 }) => sha256 === file.sha256)) continue;
    const taken = files.map(({ name }) => name);
    files = [...files, { ...file, name: uniqueName(file.name, taken) }];
  }
  return files;
}
