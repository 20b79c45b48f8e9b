import type { FieldPicker } from '#renderer/state/interface-state.ts';
import type { DeskFacts } from '#renderer/store/desk-tickets.ts';
import { priorityName, statusChoices } from '#renderer/ui/value-names.ts';
import type { Group } from '#shared/domain/desk.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { PRIORITIES, type Ticket } from '#shared/domain/ticket.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';

/** One line of a chooser and what choosing it changes. */
export type Choice = {
  readonly key: string;
  readonly name: string;
  /** It is so already. */
  readonly current: boolean;
  readonly changes: TicketChanges;
  readonly mark:
    | { readonly kind: 'none' }
    | { readonly kind: 'status'; readonly status: NonNullable<TicketChanges['status']> }
    | { readonly kind: 'priority'; readonly priority: NonNullable<TicketChanges['priority']> };
};

/** What a chooser is over: a ticket, or what many have in common. A field that is absent has no value to be current. */
export type PickSubject = {
  readonly ticket: Partial<Pick<Ticket, 'status' | 'statusName' | 'priority' | 'assigneeId' | 'groupId'>> &
    Pick<Ticket, 'tags' | 'followerIds'>;
  readonly group: Group | null;
  /** Those who follow, as far as their names are known. */
  readonly followers: readonly Someone[];
};

type Someone = { readonly remoteId: RemoteId; readonly name: string };

const plain = { kind: 'none' } as const;

/** Of some a ticket has several: choosing one that it has takes it away. */
export const isToggled = (picker: FieldPicker): picker is 'tags' | 'followers' =>
  picker === 'tags' || picker === 'followers';

/** What a ticket's field may be set to, the likeliest first. */
export function choicesOf(t: Text, picker: FieldPicker, subject: PickSubject, facts: DeskFacts): readonly Choice[] {
  const { ticket } = subject;
  switch (picker) {
    case 'status':
      return statusChoices(t, subject.group).map(({ status, name, own }) => ({
        key: name,
        name,
        current: ticket.status === status && (!own || ticket.statusName === name),
        changes: own ? { status, statusName: name } : { status },
        mark: { kind: 'status', status },
      }));
    case 'priority':
      return [...PRIORITIES].reverse().map((priority) => ({
        key: priority,
        name: priorityName(t, priority),
        current: ticket.priority === priority,
        changes: { priority },
        mark: { kind: 'priority', priority },
      }));
    case 'assignee':
      return assignees(t, subject, facts);
    case 'group':
      return facts.groups.map(({ remoteId, name }) => ({
        key: remoteId,
        name,
        current: ticket.groupId === remoteId,
        changes: { groupId: remoteId },
        mark: plain,
      }));
    case 'tags':
      return [...new Set([...ticket.tags, ...facts.tags])].map((tag) => tagChoice(ticket.tags, tag));
    case 'followers':
      return followers(t, subject, facts);
  }
}

/** Me, then the ticket's own group, then the rest. */
function likeliest(t: Text, { ticket }: PickSubject, facts: DeskFacts): readonly Someone[] {
  const me = facts.account.me.remoteId;
  const rank = (agent: DeskFacts['agents'][number]): number => {
    if (agent.remoteId === me) return 0;
    return typeof ticket.groupId === 'string' && agent.groupIds.includes(ticket.groupId) ? 1 : 2;
  };
  return [...facts.agents]
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
    .map(({ remoteId, name }) => ({ remoteId, name: remoteId === me ? t('ticket.pick.me', { name }) : name }));
}

/** Those who follow, who may be no agents any more, and then the others. */
function followers(t: Text, subject: PickSubject, facts: DeskFacts): readonly Choice[] {
  const agents = likeliest(t, subject, facts);
  const { followerIds } = subject.ticket;
  const following = followerIds.map(
    (id) =>
      agents.find(({ remoteId }) => remoteId === id) ??
      subject.followers.find(({ remoteId }) => remoteId === id) ?? { remoteId: id, name: id },
  );
  const others = agents.filter(({ remoteId }) => !followerIds.includes(remoteId));
  return [...following, ...others].map((one) => followerChoice(followerIds, one));
}

/** Choosing somebody makes them follow, or not any more. */
const followerChoice = (has: readonly string[], { remoteId, name }: Someone): Choice => ({
  key: remoteId,
  name,
  current: has.includes(remoteId),
  changes: has.includes(remoteId) ? { followersRemoved: [remoteId] } : { followersAdded: [remoteId] },
  mark: plain,
});

function assignees(t: Text, subject: PickSubject, facts: DeskFacts): readonly Choice[] {
  const { ticket } = subject;
  return [
    ...likeliest(t, subject, facts).map(({ remoteId, name }) => ({
      key: remoteId,
      name,
      current: ticket.assigneeId === remoteId,
      changes: { assigneeId: remoteId },
      mark: plain,
    })),
    {
      key: '',
      name: t('ticket.pick.nobody'),
      current: ticket.assigneeId === null,
      changes: { assigneeId: null },
      mark: plain,
    },
  ];
}

/** Choosing a tag puts it on, or takes it off. */
export const tagChoice = (has: readonly string[], tag: string): Choice => ({
  key: tag,
  name: tag,
  current: has.includes(tag),
  changes: has.includes(tag) ? { tagsRemoved: [tag] } : { tagsAdded: [tag] },
  mark: plain,
});

/** A tag that nobody has used yet, from what was typed; null when it is in use or no tag. Helpdesks part tags by spaces. */
export function newTag(text: string, known: readonly string[]): string | null {
  const tag = text.trim().toLowerCase().replace(/\s+/g, '_');
  return tag === '' || known.includes(tag) ? null : tag;
}
