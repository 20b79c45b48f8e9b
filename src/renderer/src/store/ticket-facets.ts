import type { TicketId } from '#shared/domain/ids.ts';
import { TICKET_TYPES } from '#shared/domain/ticket.ts';
import type { AccountState } from './account-state.ts';
import { channelAt } from './columns.ts';
import { type StoreContext, stateOf } from './store-context.ts';
import { tagsOf } from './test-condition.ts';

/** Tags of a ticket that say of what kind it is; those of a ticket with hundreds say nothing. */
const MOST_TAGS = 20;

/** Of many tickets the first say of what kind they are. */
const TICKETS_LOOKED_AT = 20;
const MOST_FACETS = 40;

/** Of what kind tickets are, in words that uses are counted by: their groups, types, channels and tags. */
export function ticketFacets(context: StoreContext, ids: readonly TicketId[]): readonly string[] {
  const facets = ids.slice(0, TICKETS_LOOKED_AT).flatMap((id) => {
    const state = stateOf(context, id);
    return state ? facetsOf(state, id) : [];
  });
  return [...new Set(facets)].slice(0, MOST_FACETS);
}

function facetsOf({ account, columns }: AccountState, id: TicketId): readonly string[] {
  const index = columns.indexOf(id);
  if (index < 0) return [];
  const { group, type, channel, tags } = columns.numbers();
  const groupId = columns.groups.value(group[index] ?? 0);
  const typeName = TICKET_TYPES[(type[index] ?? 0) - 1];
  const list = columns.tagLists.value(tags[index] ?? 0);
  return [
    ...(groupId === null ? [] : [`group:${account.id}:${groupId}`]),
    ...(typeName === undefined ? [] : [`type:${typeName}`]),
    `channel:${channelAt(channel[index] ?? 0)}`,
    ...(list === null
      ? []
      : tagsOf(list)
          .slice(0, MOST_TAGS)
          .map((tag) => `tag:${tag}`)),
  ];
}
