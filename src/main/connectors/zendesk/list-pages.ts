import type { CallOptions } from '#main/connectors/contract.ts';
import type { Unreadable } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import { readList } from './wire.ts';

const MOST_PAGES = 200;

/** Reads a whole list by cursor paging, a hundred records at a time. A list that this role may not see, or that the plan lacks, is empty. */
export async function readWhole<Schema extends z.ZodType>(
  client: Client,
  path: string,
  name: string,
  schema: Schema,
  kind: string,
  unreadable: Unreadable[],
  options: CallOptions,
): Promise<Result<z.output<Schema>[], Failure>> {
  const answerSchema = z.looseObject({
    [name]: z.array(z.unknown()),
    meta: z.looseObject({ has_more: z.boolean(), after_cursor: z.string().nullish() }).optional(),
  });
  const all: z.output<Schema>[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query: string = `page[size]=100${after === null ? '' : `&page[after]=${encodeURIComponent(after)}`}`;
    const answer = await client.get(`${path}${path.includes('?') ? '&' : '?'}${query}`, answerSchema, options);
    if (!answer.ok) {
      if (page === 0 && (answer.error.code === 'notFound' || answer.error.code === 'forbidden')) return ok([]);
      return answer;
    }
    all.push(...readList(schema, answer.value[name], kind, unreadable));
    const meta = answer.value['meta'] as { has_more: boolean; after_cursor?: string | null } | undefined;
    after = meta?.has_more ? (meta.after_cursor ?? null) : null;
    if (after === null) break;
  }
  return ok(all);
}
