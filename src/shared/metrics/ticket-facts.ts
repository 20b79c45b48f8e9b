import type { RemoteId } from '../domain/ids.ts';
import { CHANNELS, type Channel, PRIORITIES, type Priority } from '../domain/ticket.ts';
import { createInterned, type Interned } from './interned.ts';
import type { TicketHistory } from './ticket-history.ts';

/** What figures are told apart by, of each ticket by its number in the columns. */
export type TicketFacts = {
  readonly createdAt: Float64Array;
  /** Places in `CHANNELS`. */
  readonly channel: Uint8Array;
  /** Places in `PRIORITIES` from 1 on; 0 is none. */
  readonly priority: Uint8Array;
  /** Numbers in `groups` from 1 on, 0 is none. */
  readonly group: Uint32Array;
  /** Numbers in `tags`. */
  readonly tags: readonly (readonly number[] | undefined)[];
  readonly groupNames: Interned;
  readonly tagNames: Interned;
};

/** Tickets that fit all that is named; an empty list fits none, what is absent fits all. */
export type TicketFilter = {
  readonly channels?: readonly Channel[];
  readonly priorities?: readonly (Priority | null)[];
  /** As `groupKey` names them; null is no group. */
  readonly groups?: readonly (string | null)[];
  readonly tags?: readonly string[];
};

/** Groups of two accounts may have one id. */
export const groupKey = (accountId: string, groupId: RemoteId): string => `${accountId}:${groupId}`;

export type Facts = {
  put(number: number, history: TicketHistory): void;
  facts(): TicketFacts;
};

export function createFacts(): Facts {
  const groupNames = createInterned(['']);
  const tagNames = createInterned();
  const tags: (readonly number[] | undefined)[] = [];
  let arrays = arraysOf(1_024);
  return {
    put: (number, { createdAt, channel, priority, groupId, accountId, tags: names }) => {
      if (number >= arrays.channel.length) arrays = grown(arrays, number);
      arrays.createdAt[number] = createdAt;
      arrays.channel[number] = CHANNELS.indexOf(channel);
      arrays.priority[number] = priority === null ? 0 : PRIORITIES.indexOf(priority) + 1;
      arrays.group[number] = groupId === null ? 0 : groupNames.put(groupKey(accountId, groupId));
      tags[number] = names.map((name) => tagNames.put(name));
    },
    facts: () => ({ ...arrays, tags, groupNames, tagNames }),
  };
}

/** A 1 for each ticket that fits, by its number; null where all do. */
export function ticketMask(facts: TicketFacts, count: number, filter: TicketFilter): Uint8Array | null {
  const { channels, priorities, groups, tags } = filter;
  if (!channels && !priorities && !groups && !tags) return null;
  const mask = new Uint8Array(count).fill(1);
  const keep = (fits: (ticket: number) => boolean): void => {
    for (let ticket = 0; ticket < count; ticket++) if (mask[ticket] === 1 && !fits(ticket)) mask[ticket] = 0;
  };
  if (channels) {
    const wanted = new Set(channels.map((channel) => CHANNELS.indexOf(channel)));
    keep((ticket) => wanted.has(facts.channel[ticket] ?? 0));
  }
  if (priorities) {
    const wanted = new Set(priorities.map((one) => (one === null ? 0 : PRIORITIES.indexOf(one) + 1)));
    keep((ticket) => wanted.has(facts.priority[ticket] ?? 0));
  }
  if (groups) {
    const wanted = new Set(groups.map((one) => (one === null ? 0 : facts.groupNames.find(one))));
    keep((ticket) => wanted.has(facts.group[ticket] ?? 0));
  }
  if (tags) {
    const wanted = new Set(tags.map((tag) => facts.tagNames.find(tag)));
    keep((ticket) => facts.tags[ticket]?.some((tag) => wanted.has(tag)) ?? false);
  }
  return mask;
}

type Arrays = ReturnType<typeof arraysOf>;

const arraysOf = (size: number) => ({
  createdAt: new Float64Array(size),
  channel: new Uint8Array(size),
  priority: new Uint8Array(size),
  group: new Uint32Array(size),
});

function grown(from: Arrays, number: number): Arrays {
  const to = arraysOf(Math.max(from.channel.length * 2, number + 1));
  for (const name of Object.keys(to) as (keyof Arrays)[]) to[name].set(from[name]);
  return to;
}
