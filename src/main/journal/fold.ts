import type { Ticket } from '#shared/domain/ticket.ts';
import { type Draft, draftKey, type EntryState, type OutboxEntry } from '#shared/outbox/entry.ts';
import { handedOver, takesFrom } from '#shared/outbox/handed-over.ts';
import { withoutChanges } from '#shared/outbox/rebase.ts';
import type { JournalRecord } from './record.ts';

/** Discarded words stay recoverable, and a settled id stays known, for this long. */
export const KEEP_SETTLED_MS = 30 * 24 * 60 * 60 * 1000;

export type Settled = {
  readonly id: string;
  readonly at: number;
  /** `moved`: its words live on, as a draft or in another entry; there is nothing to recover. */
  readonly how: 'confirmed' | 'discarded' | 'moved';
  readonly entry: OutboxEntry;
};

/** What the journal amounts to: the authority on what the agent has accepted and what became of it. */
export type Folded = {
  /** Live entries in the order they were made. */
  readonly entries: Map<string, OutboxEntry>;
  readonly settled: Map<string, Settled>;
  /** Tickets as they were when the last attempt at an entry left: by that a later finding tells its own effect from others'. */
  readonly before: Map<string, Ticket>;
  readonly drafts: Map<string, Draft>;
  /** By an id of their own: a ticket's draft may be discarded more than once. */
  readonly discardedDrafts: Map<string, { readonly at: number; readonly draft: Draft }>;
};

export const emptyFold = (): Folded => ({
  entries: new Map(),
  settled: new Map(),
  before: new Map(),
  drafts: new Map(),
  discardedDrafts: new Map(),
});

/** Takes one record in, in place. A record about an entry that is not live changes nothing. */
export function foldRecord(folded: Folded, record: JournalRecord): void {
  switch (record.type) {
    case 'put':
      // Told once more after a link that broke: what has become of it since counts.
      if (!folded.settled.has(record.entry.id) && !folded.entries.has(record.entry.id)) {
        folded.entries.set(record.entry.id, record.entry);
        takeWords(folded, record.entry);
      }
      return;
    case 'attempt':
      if (record.before) folded.before.set(record.id, record.before);
      return change(folded, record.id, (entry) => ({
        ...entry,
        attempts: entry.attempts + 1,
        lastAttemptAt: record.at,
        state: { name: 'sending', since: record.at },
      }));
    case 'outcome':
      return settle(folded, record.id, record.state, record.bind, record.at);
    case 'rebase':
      return change(folded, record.id, (entry) => ({ ...entry, base: record.base }));
    case 'retry':
      if (isFlying(folded, record.id)) return;
      return change(folded, record.id, (entry) => ({
        ...entry,
        sendAnyway: entry.sendAnyway || record.anyway,
        state: { name: 'queued', retryAt: null },
      }));
    case 'discard':
      if (isFlying(folded, record.id)) return;
      if (record.lostAnswer === false && stateOf(folded, record.id) === 'unknown') return;
      return takeBack(folded, record.id, record.wordsKept ? 'moved' : 'discarded', record.at);
    case 'replace':
      // Neither both nor none: the new one counts only where the old one could still go.
      if (!folded.entries.has(record.id) || isFlying(folded, record.id)) return;
      if (!record.lostAnswer && stateOf(folded, record.id) === 'unknown') return;
      takeBack(folded, record.id, 'moved', record.at);
      folded.entries.set(record.entry.id, record.entry);
      return;
    case 'draft': {
      folded.drafts.set(draftKey(record.draft), record.draft);
      return;
    }
    case 'draft-discard': {
      const key = draftKey(record);
      const draft = folded.drafts.get(key);
      if (draft && !record.wordsKept) folded.discardedDrafts.set(`${key} ${record.at}`, { at: record.at, draft });
      folded.drafts.delete(key);
      return;
    }
    case 'recover': {
      folded.discardedDrafts.delete(record.id);
      const settled = folded.settled.get(record.id);
      if (settled?.how === 'discarded') folded.settled.set(record.id, { ...settled, how: 'moved' });
    }
  }
}

/** A draft gives its words to an entry by the record that makes it: they are never in both, nor in neither. */
function takeWords(folded: Folded, entry: OutboxEntry): void {
  const key = takesFrom(entry);
  const draft = key === null ? undefined : folded.drafts.get(key);
  if (draft) folded.drafts.set(draftKey(draft), handedOver(draft, entry));
}

/** What was built on changes that will never be made is built on what was there before them. */
function takeBack(folded: Folded, id: string, how: Settled['how'], at: number): void {
  const entry = folded.entries.get(id);
  if (!entry) return;
  remove(folded, id, how, at);
  const others = [...folded.entries.values()].filter(({ ticketId }) => ticketId === entry.ticketId);
  const beneath = others.filter((other) => other.id < id);
  for (const later of others)
    if (later.id > id) folded.entries.set(later.id, { ...later, base: withoutChanges(later.base, entry, beneath) });
}

/** The agent's wish came after an attempt was on disk: too late, the words may be on their way. */
const isFlying = (folded: Folded, id: string): boolean => stateOf(folded, id) === 'sending';
const stateOf = (folded: Folded, id: string): EntryState['name'] | undefined => folded.entries.get(id)?.state.name;

function settle(folded: Folded, id: string, state: EntryState, bind: string | null, at: number): void {
  change(folded, id, (entry) => ({ ...entry, state }));
  const entry = folded.entries.get(id);
  if (!entry) return;
  if (bind !== null)
    for (const other of folded.entries.values())
      if (other.ticketId === entry.ticketId) folded.entries.set(other.id, { ...other, ticketRemoteId: bind });
  if (state.name === 'confirmed') remove(folded, id, 'confirmed', at);
}

function change(folded: Folded, id: string, make: (entry: OutboxEntry) => OutboxEntry): void {
  const entry = folded.entries.get(id);
  if (entry) folded.entries.set(id, make(entry));
}

function remove(folded: Folded, id: string, how: Settled['how'], at: number): void {
  const entry = folded.entries.get(id);
  if (!entry) return;
  folded.entries.delete(id);
  folded.before.delete(id);
  folded.settled.set(id, { id, at, how, entry });
}

/**
 * An attempt without an outcome, when nothing is on its way any more (main was restarted, or the engine that sent it has
 * stopped), may have reached the helpdesk or not. Its connection was closed by then, at the latest.
 */
export function forgetFlights(folded: Folded, at: number): readonly JournalRecord[] {
  return [...folded.entries.values()]
    .filter((entry) => entry.state.name === 'sending')
    .map((entry) => ({
      type: 'outcome',
      id: entry.id,
      state: { name: 'unknown', since: at, undecidable: false },
      bind: null,
      at,
    }));
}

/** The shortest journal that folds to the same: what compaction writes. */
export function unfold(folded: Folded, at: number): readonly JournalRecord[] {
  const old = at - KEEP_SETTLED_MS;
  return [
    ...[...folded.settled.values()]
      .filter((settled) => settled.at > old)
      .flatMap((settled): readonly JournalRecord[] => [
        { type: 'put', entry: settled.entry },
        settled.how === 'confirmed'
          ? {
              type: 'outcome',
              id: settled.id,
              state: settled.entry.state,
              bind: settled.entry.ticketRemoteId,
              at: settled.at,
            }
          : { type: 'discard', id: settled.id, at: settled.at, wordsKept: settled.how === 'moved' },
      ]),
    ...[...folded.entries.values()].map((entry): JournalRecord => ({ type: 'put', entry })),
    ...[...folded.discardedDrafts.values()]
      .filter((discarded) => discarded.at > old)
      .flatMap(({ draft, at: when }): readonly JournalRecord[] => [
        { type: 'draft', draft },
        { type: 'draft-discard', ticketId: draft.ticketId, kind: draft.kind, at: when },
      ]),
    ...[...folded.drafts.values()].map((draft): JournalRecord => ({ type: 'draft', draft })),
  ];
}
