import type { Ticket } from '#shared/domain/ticket.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import type { WireTransaction } from './wire.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Verbs as RT has them for links. Of followers it has none: what is sent is the whole list, made by `withWholeAdminCc`. */
const VERBS = { AddAdminCc: 'Add', DeleteAdminCc: 'Del' } as const;
type Verb = keyof typeof VERBS;
const isVerb = (name: string): name is Verb => name in VERBS;

/** Who is still to be added and taken away. */
export function followersWanted(
  { followersAdded = [], followersRemoved = [] }: TicketChanges,
  { followerIds }: Pick<Ticket, 'followerIds'>,
): Partial<Record<Verb, readonly string[]>> {
  const added = followersAdded.filter((id) => !followerIds.includes(id));
  const removed = followersRemoved.filter((id) => followerIds.includes(id));
  return {
    ...(added.length > 0 ? { AddAdminCc: added } : {}),
    ...(removed.length > 0 ? { DeleteAdminCc: removed } : {}),
  };
}

/** The fields as RT takes them: all who are to get administrative copies, the groups among them as they were. */
export function withWholeAdminCc(
  { AddAdminCc: added = [], DeleteAdminCc: removed = [], ...fields }: Fields,
  { ticket, copiedGroupIds }: { readonly ticket: Ticket; readonly copiedGroupIds: readonly string[] },
): Fields {
  const [more, fewer] = [added as readonly string[], removed as readonly string[]];
  if (more.length + fewer.length === 0) return fields;
  const kept = ticket.followerIds.filter((id) => !fewer.includes(id));
  return { ...fields, AdminCc: [...copiedGroupIds, ...kept, ...more] };
}

/** Whether these transactions of mine add or take away all who were to be; null for a field that is about no followers. */
export function hasChangedFollowers(name: string, value: unknown, mine: readonly WireTransaction[]): boolean | null {
  if (!isVerb(name) || !Array.isArray(value)) return null;
  const type = `${VERBS[name]}Watcher`;
  return value.every((id) =>
    mine.some(
      ({ Type, Field, OldValue, NewValue }) =>
        Type === type && Field === 'AdminCc' && (name === 'AddAdminCc' ? NewValue : OldValue) === id,
    ),
  );
}
