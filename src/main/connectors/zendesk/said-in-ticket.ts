import type { CallOptions } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import { readWhole } from './list-pages.ts';
import { text, time } from './wire.ts';

/** Zendesk documents no limit for a comment, and is known to refuse what is past 65,535 characters: room is left for the rest of the note. */
const MOST_CHARACTERS = 60_000;

const commentSchema = z.looseObject({
  author_id: z.number().int(),
  /** Markdown, or the plain text of a mail; `plain_body` is without the marks. */
  body: text,
  plain_body: text,
  public: z.boolean(),
  created_at: time,
});

/**
 * All that was said in a ticket, as text for a note on another one: the oldest first, each with who and when. Where that is too much, the
 * oldest are left out and it says how many. Empty where nothing was.
 */
export async function saidInTicket(
  { client, facts }: Pick<Account, 'client' | 'facts'>,
  ticketRemoteId: RemoteId,
  options: CallOptions,
): Promise<Result<string, Failure>> {
  const path = `/api/v2/tickets/${encodeURIComponent(ticketRemoteId)}/comments`;
  const comments = await readWhole(client, path, 'comments', commentSchema, 'comment', [], options);
  if (!comments.ok) return comments;
  const people = await facts.people([...new Set(comments.value.map((comment) => comment.author_id))], options);
  if (!people.ok) return people;
  const said = comments.value
    .toSorted((a, b) => a.created_at - b.created_at)
    .map(({ author_id, body, plain_body, public: isPublic, created_at }) => {
      const who = people.value.get(author_id)?.name ?? `User ${author_id}`;
      const when = new Date(created_at).toISOString().slice(0, 16).replace('T', ' ');
      return `${who}, ${when} UTC${isPublic ? '' : ', internal note'}:\n${(plain_body ?? body ?? '').trim()}`;
    });
  return ok(newestThatFit(said));
}

function newestThatFit(said: readonly string[]): string {
  const kept: string[] = [];
  let left = MOST_CHARACTERS;
  for (const one of said.toReversed()) {
    left -= one.length + 2;
    if (left < 0) break;
    kept.unshift(one);
  }
  const missing = said.length - kept.length;
  return [...(missing > 0 ? [`(${missing} more in that request.)`] : []), ...kept].join('\n\n');
}
