import { useQueries } from '@tanstack/react-query';
import type { AccountId } from '#shared/domain/ids.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { factsQuery } from '../../state/queries.ts';
import type { DeskFacts } from '../../store/desk-tickets.ts';
import type { Names } from './describe-action.ts';

/** Names of people, groups and fields per account. */
export function useNames(accountIds: readonly AccountId[]): (accountId: AccountId) => Names {
  const desk = useDesk();
  const ids = [...new Set(accountIds)];
  const answers = useQueries({ queries: ids.map((id) => factsQuery(desk, id)) });
  const facts = new Map(ids.map((id, index) => [id, answers[index]?.data ?? null]));
  return (accountId) => namesIn(facts.get(accountId) ?? null);
}

const namesIn = (facts: DeskFacts | null): Names => ({
  person: (id) =>
    id === facts?.account.me.remoteId
      ? facts.account.me.name
      : (facts?.agents.find(({ remoteId }) => remoteId === id)?.name ?? null),
  group: (id) => facts?.groups.find(({ remoteId }) => remoteId === id)?.name ?? null,
  field: (id) => facts?.fields.find(({ remoteId }) => remoteId === id)?.title ?? null,
  option: (id, value) =>
    facts?.fields.find(({ remoteId }) => remoteId === id)?.options.find((option) => option.value === value)?.label ??
    null,
});
