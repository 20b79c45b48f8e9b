import type { Text } from '#shared/i18n/text.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import type { Unsent } from '../../core-face.ts';
import { readiness } from '../../sync/next-entry.ts';

/** What becomes of an unsent entry if nobody does anything. */
export type Outlook =
  /** It leaves by itself, soon. */
  | 'goes'
  /** It would, but its helpdesk does not answer just now. */
  | 'cut-off'
  /** The agent has to decide something first: about it, or about an entry that it waits for. */
  | 'needs-agent';

export function outlook({ entry, connected }: Unsent, unsent: readonly Unsent[]): Outlook {
  const stuck = unsent.map((one) => one.entry).filter(isStuck);
  if (isStuck(entry)) return 'needs-agent';
  const standing = readiness(entry, stuck, Number.MAX_SAFE_INTEGER, 0);
  if (!standing.ready && standing.waitsFor !== null) return 'needs-agent';
  return connected ? 'goes' : 'cut-off';
}

/** An unknown answer is read back by itself, until that has turned out to be no help. */
const isStuck = ({ state }: OutboxEntry): boolean =>
  state.name === 'held' || state.name === 'rejected' || (state.name === 'unknown' && state.undecidable);

/** The agent's own words as they were typed; empty where nothing was written. */
export function wordsOf({ action }: OutboxEntry): string {
  switch (action.kind) {
    case 'update':
      return action.changes.subject ?? '';
    case 'create':
      return `${action.subject}\n${action.words.markdown}`;
    default:
      return action.words.markdown;
  }
}

/** "Internal note", as a heading for the words. */
export const kindOf = ({ action }: OutboxEntry, text: Text): string => text('host.waiting.kind', { kind: action.kind });

const NAMED = 5;
const NAME_LENGTH = 60;

/** A line for each of the first few, for a dialog that has room for no more. */
export function namesOf(entries: readonly OutboxEntry[], text: Text): string {
  const lines = entries.slice(0, NAMED).map((entry) => {
    const words = wordsOf(entry).replace(/\s+/g, ' ').trim();
    const start = words.length > NAME_LENGTH ? `${words.slice(0, NAME_LENGTH).trimEnd()}…` : words;
    return start === '' ? kindOf(entry, text) : text('host.waiting.named', { kind: kindOf(entry, text), start });
  });
  const more = entries.length - NAMED;
  return [...lines, ...(more > 0 ? [text('host.waiting.more', { count: more })] : [])].join('\n');
}
