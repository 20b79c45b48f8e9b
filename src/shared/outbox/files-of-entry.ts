import type { OutgoingFile } from './action.ts';
import type { OutboxEntry } from './entry.ts';

/** What goes with an entry; nothing with one that has no words. */
export const filesOfEntry = ({ action }: Pick<OutboxEntry, 'action'>): readonly OutgoingFile[] =>
  action.kind === 'update' ? [] : action.words.files;
