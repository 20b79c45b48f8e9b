import type { Action, TicketChanges } from './action.ts';
import type { OutboxEntry } from './entry.ts';
import { touchedBy } from './touched.ts';

/** Their marks must fit into what helpdesks keep with a write. */
const MOST_TOGETHER = 10;

/**
 * Which entries go to the helpdesk in one call with `first`, itself among them, of those that follow it on its ticket in
 * `behind`, oldest first: changes that do not touch each other, and at most one message. A group decides what other fields may
 * be, so that a change of it goes by itself; a forward leaves the ticket alone, and goes by itself as well.
 */
export function goingTogether(
  first: OutboxEntry,
  behind: readonly OutboxEntry[],
): readonly [OutboxEntry, ...OutboxEntry[]] {
  const together: [OutboxEntry, ...OutboxEntry[]] = [first];
  const touched = new Set(touchedBy(first.action.changes));
  let messages = first.action.kind === 'update' ? 0 : 1;
  if (goesAlone(first) || touched.has('group')) return together;
  for (const entry of behind.slice(0, MOST_TOGETHER - 1)) {
    const touches = touchedBy(entry.action.changes);
    messages += entry.action.kind === 'update' ? 0 : 1;
    if (goesAlone(entry) || messages > 1) break;
    if (touches.includes('group') || touches.some((one) => touched.has(one))) break;
    for (const one of touches) touched.add(one);
    together.push(entry);
  }
  return together;
}

const goesAlone = ({ action: { kind } }: OutboxEntry): boolean => kind === 'create' || kind === 'forward';

/** The one among entries that go together whose words they carry, or else the first; with the changes of all. */
export function merged(together: readonly [OutboxEntry, ...OutboxEntry[]]): OutboxEntry {
  const lead = together.find(({ action }) => action.kind !== 'update') ?? together[0];
  const action: Action = { ...lead.action, changes: mergedChanges(together.map((entry) => entry.action.changes)) };
  return { ...lead, action };
}

function mergedChanges(all: readonly TicketChanges[]): TicketChanges {
  const tagsAdded = all.flatMap((changes) => changes.tagsAdded ?? []);
  const tagsRemoved = all.flatMap((changes) => changes.tagsRemoved ?? []);
  const followersAdded = all.flatMap((changes) => changes.followersAdded ?? []);
  const followersRemoved = all.flatMap((changes) => changes.followersRemoved ?? []);
  const linksAdded = all.flatMap((changes) => changes.linksAdded ?? []);
  const linksRemoved = all.flatMap((changes) => changes.linksRemoved ?? []);
  const fields = Object.assign({}, ...all.map((changes) => changes.fields));
  return {
    ...Object.assign({}, ...all),
    ...(tagsAdded.length > 0 && { tagsAdded }),
    ...(tagsRemoved.length > 0 && { tagsRemoved }),
    ...(followersAdded.length > 0 && { followersAdded }),
    ...(followersRemoved.length > 0 && { followersRemoved }),
    ...(linksAdded.length > 0 && { linksAdded }),
    ...(linksRemoved.length > 0 && { linksRemoved }),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}
