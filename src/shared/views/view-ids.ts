import type { AccountId } from '../domain/ids.ts';
import type { Condition, ViewQuery } from '../domain/view.ts';

/** What an id in a condition is the id of. */
export type IdKind = 'person' | 'group' | 'organization' | 'field';

/** `me` and `mine` stand for somebody by themselves, null for nobody. */
const isWord = (id: string): boolean => id === 'me' || id === 'mine';

/** A condition with each of its ids replaced; one that becomes several is several. */
export function mapIds(condition: Condition, map: (kind: IdKind, id: string) => readonly string[]): Condition {
  const each = (kind: IdKind, ids: readonly (string | null)[]): readonly (string | null)[] =>
    ids.flatMap((id): readonly (string | null)[] => (id === null || isWord(id) ? [id] : map(kind, id)));
  switch (condition.field) {
    case 'assignee':
    case 'requester':
      return { ...condition, values: each('person', condition.values) };
    case 'group':
      return { ...condition, values: each('group', condition.values) };
    case 'organization':
      return { ...condition, values: each('organization', condition.values) };
    case 'custom':
      return { ...condition, id: map('field', condition.id)[0] ?? '' };
    default:
      return condition;
  }
}

const mapAll = (query: ViewQuery, map: (kind: IdKind, id: string) => readonly string[]): ViewQuery => ({
  ...query,
  all: query.all.map((condition) => mapIds(condition, map)),
  any: query.any.map((condition) => mapIds(condition, map)),
});

/** A helpdesk's query as one of the agent's own would say it. */
export const withAccount = (query: ViewQuery, accountId: AccountId): ViewQuery =>
  mapAll(query, (_kind, id) => [`${accountId}:${id}`]);

/** What a query of the agent's own means to one account: ids of others mean nobody there. */
export const forAccount = (query: ViewQuery, accountId: AccountId): ViewQuery =>
  mapAll(query, (_kind, id) => (id.startsWith(`${accountId}:`) ? [id.slice(accountId.length + 1)] : []));
