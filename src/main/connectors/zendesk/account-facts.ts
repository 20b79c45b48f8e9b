import type { CallOptions } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import {
  customStatusSchema,
  groupSchema,
  readList,
  ticketFieldSchema,
  userSchema,
  type WireCustomStatus,
  type WireUser,
} from './wire.ts';

/** What mapping a ticket or a conversation needs to know of the account; asked once and remembered for a while. */
export type AccountFacts = {
  readonly customStatuses: (options: CallOptions) => Promise<Result<readonly WireCustomStatus[], Failure>>;
  readonly groupNames: (options: CallOptions) => Promise<Result<ReadonlyMap<string, string>, Failure>>;
  readonly fieldTitles: (options: CallOptions) => Promise<Result<ReadonlyMap<string, string>, Failure>>;
  /** Keeps people that came by, so that their names need not be asked for. */
  readonly meet: (users: readonly WireUser[]) => void;
  /** These people, asking only for those never met. Who cannot be had is left out. */
  readonly people: (
    ids: readonly number[],
    options: CallOptions,
  ) => Promise<Result<ReadonlyMap<number, WireUser>, Failure>>;
};

const KEEP_MS = 10 * 60_000;
const MOST_PEOPLE = 5000;
const SHOW_MANY = 100;

export function openAccountFacts(client: Client, now: () => number): AccountFacts {
  function remembered<Value>(
    ask: (options: CallOptions) => Promise<Result<Value, Failure>>,
    none: Value,
  ): (options: CallOptions) => Promise<Result<Value, Failure>> {
    let kept: { readonly value: Value; readonly at: number } | null = null;
    return async (options) => {
      if (kept !== null && now() - kept.at < KEEP_MS) return ok(kept.value);
      const asked = await ask(options);
      if (asked.ok) kept = { value: asked.value, at: now() };
      // A plan without custom statuses, or a role that may not list them: the account goes without.
      else if (asked.error.code === 'notFound' || asked.error.code === 'forbidden') kept = { value: none, at: now() };
      else return asked;
      return ok(kept.value);
    };
  }
  const list =
    <Schema extends z.ZodType, Value>(
      path: string,
      name: string,
      schema: Schema,
      shape: (records: z.output<Schema>[]) => Value,
    ) =>
    async (options: CallOptions): Promise<Result<Value, Failure>> => {
      const answer = await client.get(path, z.looseObject({ [name]: z.array(z.unknown()) }), options);
      return answer.ok ? ok(shape(readList(schema, answer.value[name], name, []))) : answer;
    };
  const met = new Map<number, WireUser>();
  const meet = (users: readonly WireUser[]) => {
    for (const user of users) {
      met.delete(user.id);
      met.set(user.id, user);
    }
    for (const id of met.keys()) {
      if (met.size <= MOST_PEOPLE) break;
      met.delete(id);
    }
  };

  return {
    customStatuses: remembered(
      list('/api/v2/custom_statuses', 'custom_statuses', customStatusSchema, (all) => all),
      [],
    ),
    groupNames: remembered(
      list(
        '/api/v2/groups?page[size]=100',
        'groups',
        groupSchema,
        (all) => new Map(all.map((each) => [String(each.id), each.name])),
      ),
      new Map(),
    ),
    fieldTitles: remembered(
      list(
        '/api/v2/ticket_fields',
        'ticket_fields',
        ticketFieldSchema,
        (all) => new Map(all.map((each) => [String(each.id), each.title])),
      ),
      new Map(),
    ),
    meet,
    people: async (ids, options) => {
      const missing = [...new Set(ids)].filter((id) => id > 0 && !met.has(id));
      for (let from = 0; from < missing.length; from += SHOW_MANY) {
        const part = missing.slice(from, from + SHOW_MANY);
        const answer = await client.get(
          `/api/v2/users/show_many?ids=${part.join(',')}`,
          z.looseObject({ users: z.array(z.unknown()) }),
          options,
        );
        if (!answer.ok && answer.error.code !== 'forbidden' && answer.error.code !== 'notFound') return answer;
        if (answer.ok) meet(readList(userSchema, answer.value.users, 'person', []));
      }
      return ok(
        new Map(
          ids.flatMap((id) => {
            const user = met.get(id);
            return user ? [[id, user] as const] : [];
          }),
        ),
      );
    },
  };
}
