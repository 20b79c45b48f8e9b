import { useQueries } from '@tanstack/react-query';
import { CHANNELS, PRIORITIES } from '#shared/domain/ticket.ts';
import { groupKey } from '#shared/metrics/ticket-facts.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { factsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import type { Facet } from '../../store/desk-metrics.ts';

export type FacetOption = { readonly key: string; readonly name: string };

/** What tickets are told apart by, in the agent's words. The key of none is empty. */
export function useFacetNames() {
  const t = useText();
  const desk = useDesk();
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const facts = useQueries({ queries: accounts.map(({ id }) => factsQuery(desk, id)) }).flatMap(
    ({ data }) => data ?? [],
  );
  const several = facts.length > 1;
  const options: Readonly<Record<Facet, readonly FacetOption[]>> = {
    channel: CHANNELS.map((key) => ({ key, name: t(`app.channel.${key}`) })),
    priority: [
      ...PRIORITIES.toReversed().map((key) => ({ key, name: t(`app.priority.${key}`) })),
      { key: '', name: t('metrics.facet.noPriority') },
    ],
    group: [
      ...facts.flatMap(({ account, groups }) =>
        groups.map(({ remoteId, name }) => ({
          key: groupKey(account.id, remoteId),
          name: several ? `${name} · ${account.label}` : name,
        })),
      ),
      { key: '', name: t('metrics.facet.noGroup') },
    ],
    tag: [...new Set(facts.flatMap(({ tags }) => tags))].map((key) => ({ key, name: key })),
  };
  const nameOf = (facet: Facet, key: string): string =>
    options[facet].find((option) => option.key === key)?.name ?? (key || t('metrics.facet.none'));
  return { options, nameOf };
}
