import { CHANNELS, PRIORITIES } from '#shared/domain/ticket.ts';
import type { TicketFilter } from '#shared/metrics/ticket-facts.ts';
import type { Facet } from '../../store/desk-metrics.ts';

export const FACETS = ['channel', 'group', 'priority', 'tag'] as const satisfies readonly Facet[];

/** What is chosen of a facet, by its keys; empty where all fit. */
export function chosenOf({ channels, groups, priorities, tags }: TicketFilter, facet: Facet): readonly string[] {
  const chosen = { channel: channels, group: groups, priority: priorities, tag: tags }[facet];
  return (chosen ?? []).map((key) => key ?? '');
}

/** A filter with some keys of a facet in place of what was chosen of it; none lets all fit. */
export function withChosen(filter: TicketFilter, facet: Facet, keys: readonly string[]): TicketFilter {
  const { channels, groups, priorities, tags } = filter;
  const others = {
    ...(channels && facet !== 'channel' ? { channels } : {}),
    ...(groups && facet !== 'group' ? { groups } : {}),
    ...(priorities && facet !== 'priority' ? { priorities } : {}),
    ...(tags && facet !== 'tag' ? { tags } : {}),
  };
  if (keys.length === 0) return others;
  switch (facet) {
    case 'channel':
      return { ...others, channels: CHANNELS.filter((channel) => keys.includes(channel)) };
    case 'priority':
      return { ...others, priorities: [...PRIORITIES, null].filter((one) => keys.includes(one ?? '')) };
    case 'group':
      return { ...others, groups: keys.map((key) => (key === '' ? null : key)) };
    case 'tag':
      return { ...others, tags: keys };
  }
}
