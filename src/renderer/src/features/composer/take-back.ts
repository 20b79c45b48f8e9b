import { show, useInterface } from '#renderer/state/interface-state.ts';
import type { Desk, EntryProblem } from '#renderer/store/desk-api.ts';
import type { Draft, OutboxEntry } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';
import { findPlace, isEmpty, NO_WORDS, type Words } from './draft-place.ts';
import { fieldsOfCreate, newDraftId } from './new-ticket-action.ts';

/**
 * Takes an action back and puts its words into the composer (or into the draft, where that composer is not on the screen).
 * Everything that undoes or discards an entry goes through here, so that no words are lost: they are kept as a draft before
 * the entry is discarded, and taken out again when it had to stay. With a `create` go the words of all that follows it.
 */
export async function takeBack(desk: Desk, entry: OutboxEntry): Promise<Result<null, EntryProblem>> {
  const back = await wordsBack(desk, entry);
  if (back === null) return discard(desk, entry);
  const place = findPlace(desk, back.draft);
  const before = await place.read();
  const saved = await place.write(joined(back.words, before));
  if (!saved.ok) {
    await place.write(before);
    return saved;
  }
  const gone = await discard(desk, entry);
  if (gone.ok) showDraft(back.draft);
  // Of a link that broke nobody knows whether the entry went: rather the words twice than not at all.
  else if (gone.error !== 'no-link') await place.write(parted(back.words, before, await place.read()));
  return gone;
}

const discard = (desk: Desk, entry: OutboxEntry): Promise<Result<null, EntryProblem>> =>
  desk.discardEntry(entry.id).catch(() => ({ ok: false, error: 'no-link' }) as const);

type Back = { readonly draft: Pick<Draft, 'accountId' | 'ticketId' | 'kind'>; readonly words: Words };

/** Which draft an entry's words belong to; null for an action without words. */
async function wordsBack(desk: Desk, entry: OutboxEntry): Promise<Back | null> {
  const { action, accountId, ticketId } = entry;
  if (action.kind === 'update') return null;
  const own = action.words.markdown;
  if (action.kind !== 'create')
    return { draft: { accountId, ticketId, kind: action.kind }, words: wordsAtStart(own, {}) };
  const later = (await desk.outbox()).filter((item) => item.entry.ticketId === ticketId && item.entry.id > entry.id);
  const texts = later.flatMap((item) =>
    item.entry.action.kind === 'update' ? [] : [item.entry.action.words.markdown],
  );
  return {
    draft: { accountId, ticketId: newDraftId(accountId), kind: 'new-ticket' },
    words: wordsAtStart([own, ...texts].filter((text) => text.trim() !== '').join(GAP), fieldsOfCreate(action)),
  };
}

const GAP = '\n\n';
const wordsAtStart = (text: string, fields: Words['fields']): Words => ({ text, cursorAt: text.length, fields });

/** What comes back stands before what has been written since, whose fields stay. */
const joined = (words: Words, before: Words): Words => ({
  text: before.text.trim() === '' ? words.text : `${words.text}${GAP}${before.text}`,
  cursorAt: words.cursorAt,
  fields: isEmpty(before) ? words.fields : before.fields,
});

/** The draft without the words that were put before it; what has been typed since stays. */
function parted(words: Words, before: Words, now: Words): Words {
  if (now.text === joined(words, before).text) return isEmpty(before) ? NO_WORDS : before;
  if (!now.text.startsWith(words.text)) return now;
  const text = now.text.slice(words.text.length).trimStart();
  return { ...now, text, cursorAt: Math.min(now.cursorAt, text.length) };
}

function showDraft({ accountId, ticketId, kind }: Back['draft']): void {
  if (kind === 'new-ticket') show({ newTicket: true, newTicketAccountId: accountId });
  else if (useInterface.getState().openTicketId === ticketId) show({ composer: kind });
}
