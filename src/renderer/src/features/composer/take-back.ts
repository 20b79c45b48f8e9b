import type { AcceptProblem, EntryProblem } from '#renderer/store/desk-actions.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { carriedBy } from '#shared/macros/carried.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { findPlace, isEmpty } from './draft-place.ts';
import { isOtherForm, joined, parted, wordsAtStart } from './join-words.ts';
import { openDraft } from './open-draft.ts';
import { type Back, followUpFields, newTicketDraft, wordsOfEntry, wordsOfFollowUp } from './words-of-entry.ts';

/** Where the words of an entry that was taken back are: `recoverable` when their form is filled for another ticket. */
export type TakenBack = 'in-draft' | 'recoverable' | 'no-words';

/**
 * Takes an action back and puts its words into the composer, which it shows. No words are lost: they are kept as a draft before
 * the entry is discarded, and taken out again when it had to stay. With a `create` go the words of all that follows it.
 */
export async function takeBack(desk: Desk, entry: OutboxEntry): Promise<Result<TakenBack, EntryProblem>> {
  const isLater = (other: OutboxEntry): boolean => other.ticketId === entry.ticketId && other.id > entry.id;
  const later = entry.action.kind === 'create' ? (await desk.outbox()).map((item) => item.entry).filter(isLater) : [];
  const back = wordsOfEntry(entry, later);
  if (back === null) return discarded(await discardEntry(desk, entry, false), 'no-words');
  const moved = await moveWords(desk, entry, back);
  if (moved.ok) {
    await wake(desk, entry);
    const { id } = back.words.fields;
    if (back.draft.kind === 'feedback' && id) await desk.changeFeedback({ remove: [id], put: [] }).catch(() => null);
    return ok('in-draft');
  }
  if (moved.error !== 'form-taken') return err(moved.error);
  return discarded(await discardEntry(desk, entry, false), 'recoverable');
}

/** `form-taken`: the form for a new ticket is filled for another one, and everything stays as it is. */
export async function followUp(desk: Desk, entry: OutboxEntry): Promise<Result<null, EntryProblem | 'form-taken'>> {
  const back = await wordsOfFollowUp(desk, entry);
  return back === null ? err('too-late') : moveWords(desk, entry, back);
}

/**
 * Opens the form for a new ticket that follows up this one. `form-taken`: it is filled for another one, and stays as it is.
 */
export async function beginFollowUp(
  desk: Desk,
  detail: TicketDetail,
): Promise<Result<null, AcceptProblem | 'form-taken'>> {
  const draft = newTicketDraft(detail.accountId);
  const place = findPlace(desk, draft);
  const before = await place.read();
  const words = wordsAtStart('', followUpFields(detail), []);
  if (isOtherForm(words, before)) return err('form-taken');
  const saved = await place.write(joined(words, before));
  if (saved.ok) openDraft(draft);
  return saved;
}

async function moveWords(
  desk: Desk,
  entry: OutboxEntry,
  { draft, words }: Back,
): Promise<Result<null, EntryProblem | 'form-taken'>> {
  const place = findPlace(desk, draft);
  const before = await place.read();
  if (isOtherForm(words, before)) return err('form-taken');
  const saved = await place.write(joined(words, before));
  if (!saved.ok) {
    await place.write(before);
    return saved;
  }
  const gone = await discardEntry(desk, entry, true);
  if (gone.ok) openDraft(draft);
  // Of a link that broke nobody knows whether the entry went: rather the words twice than not at all.
  else if (gone.error !== 'no-link') {
    const rest = parted(words, before, await place.read());
    // They are on their way: nobody need find them among what was thrown away.
    if (isEmpty(rest)) await desk.discardDraft({ ...draft, wordsKept: true }).catch(() => undefined);
    await place.write(rest);
  }
  return gone;
}

const discardEntry = (desk: Desk, entry: OutboxEntry, wordsKept: boolean): Promise<Result<null, EntryProblem>> =>
  desk.discardEntry(entry.id, { wordsKept }).catch(() => err('no-link'));

const discarded = (gone: Result<null, EntryProblem>, as: TakenBack): Result<TakenBack, EntryProblem> =>
  gone.ok ? ok(as) : gone;

/** A ticket that was put off when the words were sent is there again: that is carried by the draft again. */
async function wake(desk: Desk, { ticketId, draft }: OutboxEntry): Promise<void> {
  const until = carriedBy(draft?.fields ?? {})?.snoozeUntil ?? null;
  if (until === null) return;
  const detail = await desk.ticket(ticketId).catch(() => null);
  if (detail?.snoozed?.until === until) await desk.changeMarks([{ ticketId, snooze: null }]).catch(() => []);
}
