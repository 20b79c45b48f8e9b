import type { CallOptions, Page } from '#main/connectors/contract.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import { idOf, scoreOf } from './map-ticket.ts';
import { ratingSchema, readList } from './wire.ts';

const cursorSchema = z.object({
  /** Unix seconds from which ratings are read. */
  since: z.number().int(),
  after: z.string().nullable(),
  newest: z.number().int(),
});
const listSchema = z.looseObject({
  satisfaction_ratings: z.array(z.unknown()),
  meta: z.looseObject({ has_more: z.boolean(), after_cursor: z.string().nullish() }).optional(),
});

// `start_time` goes by when a rating was made, not changed: a customer who thinks again within this time is still heard.
const LOOK_BACK_S = 7 * 24 * 3600;

/** Satisfaction ratings, for administrators; the API lets nobody else list them. */
export async function pullRatings(
  account: Account,
  text: string | null,
  options: CallOptions,
): Promise<Result<Page, Failure>> {
  let cursor = { since: 1, after: null as string | null, newest: 1 };
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(text ?? ''));
    if (parsed.success) cursor = parsed.data;
  } catch {
    // No cursor yet.
  }
  const list = await account.client.get(
    `/api/v2/satisfaction_ratings?start_time=${cursor.since}&page[size]=100${cursor.after === null ? '' : `&page[after]=${encodeURIComponent(cursor.after)}`}`,
    listSchema,
    options,
  );
  if (!list.ok) return list;
  const rows = noRows();
  const read = readList(ratingSchema, list.value.satisfaction_ratings, 'rating', rows.unreadable);
  rows.ratings = read.flatMap((wire) => {
    const score = scoreOf(wire.score.replace(/_with(out)?_comment$/, ''));
    if (score === null) return [];
    return [
      {
        remoteId: String(wire.id),
        ticketRemoteId: String(wire.ticket_id),
        assigneeId: idOf(wire.assignee_id),
        score,
        comment: wire.comment,
        createdAt: wire.created_at,
        updatedAt: wire.updated_at,
      },
    ];
  });
  const newest = Math.max(cursor.newest, ...read.map((wire) => Math.floor(wire.created_at / 1000)));
  const after = list.value.meta?.has_more ? (list.value.meta.after_cursor ?? null) : null;
  const next =
    after === null ? { since: Math.max(1, newest - LOOK_BACK_S), after: null, newest } : { ...cursor, after, newest };
  return ok({ rows, cursor: JSON.stringify(next), more: after !== null, remaining: null });
}
