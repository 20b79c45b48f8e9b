import type { PutWords } from '#renderer/state/interface-state.ts';
import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import { CARRIED_FIELD, type Carried, carriedBy, carriedTogether, carrying } from '#shared/macros/carried.ts';
import type { MacroPlan, PlannedWords } from '#shared/macros/plan.ts';
import { ok, type Result } from '#shared/result.ts';
import { findTabStops } from '#shared/templates/tab-stops.ts';
import { findPlace, type Words } from './draft-place.ts';
import { addFiles } from './files/add-files.ts';
import { GAP, hasBytes } from './join-words.ts';
import { openDraft } from './open-draft.ts';
import type { Back } from './words-of-entry.ts';

/** Puts words into a draft, with what is done when they are sent, and shows its composer. What is there stays, unless it is replaced. */
export async function putIntoDraft(
  desk: Desk,
  draft: Back['draft'],
  { write, files, carried }: Pick<MacroPlan, 'write' | 'files'> & { readonly carried: Carried },
): Promise<Result<PutWords, AcceptProblem>> {
  const place = findPlace(desk, draft);
  const before = await place.read();
  const fields = carrying(before.fields, carriedTogether(carriedBy(before.fields), carried));
  const after = { ...before, ...(write ? withText(before, write) : {}), fields, files: addFiles(before.files, files) };
  const saved = await place.write(after);
  if (!saved.ok) {
    await place.write(before);
    return saved;
  }
  openDraft(draft);
  return ok({ draft, before, after });
}

/** `written-on`: the agent has changed the words since, and nothing is taken out. */
export async function takeOutOfDraft(
  desk: Desk,
  { draft, before, after }: PutWords,
): Promise<Result<null, AcceptProblem | 'written-on'>> {
  const place = findPlace(desk, draft);
  const now = await place.read();
  if (now.text !== after.text) return { ok: false, error: 'written-on' };
  return place.write(before);
}

type Beside = Pick<Words, 'fields' | 'files'>;

/** What stands beside the words without what was put there; what has come since stays. */
export const takenOut = (now: Words, { before, after }: PutWords): Beside => ({
  fields: carriedAs(before, after, now),
  files: now.files.filter((file) => !hasBytes(after.files, file) || hasBytes(before.files, file)),
});

export const putAgain = (now: Words, { before, after }: PutWords): Beside => ({
  fields: carriedAs(after, before, now),
  files: addFiles(now.files, after.files),
});

/** With what one carries in place of what the other does, where that is what is carried still. */
const carriedAs = (wanted: Beside, instead: Beside, { fields }: Beside): Words['fields'] =>
  fields[CARRIED_FIELD] === instead.fields[CARRIED_FIELD] ? carrying(fields, carriedBy(wanted.fields)) : fields;

/** The caret stands where there is something to fill in first, or else behind what was put in. */
function withText(
  before: Words,
  { text, mode }: Pick<PlannedWords, 'text' | 'mode'>,
): Pick<Words, 'text' | 'cursorAt'> {
  const [head, tail] = around(before, mode);
  const stop = findTabStops(text)[0];
  const isCaret = stop?.kind === 'cursor';
  const put = isCaret ? text.slice(0, stop.start) + text.slice(stop.end) : text;
  return { text: head + put + tail, cursorAt: head.length + (stop?.start ?? put.length) };
}

function around({ text, cursorAt }: Words, mode: PlannedWords['mode']): readonly [string, string] {
  if (mode === 'replace' || text.trim() === '') return ['', ''];
  if (mode === 'append') return [text.trimEnd() + GAP, ''];
  return [text.slice(0, cursorAt), text.slice(cursorAt)];
}
