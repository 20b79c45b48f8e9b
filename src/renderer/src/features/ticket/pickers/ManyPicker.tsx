import { useQuery } from '@tanstack/react-query';
import { useChangeMany } from '#renderer/features/batch/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { type FieldPicker, handled, show } from '#renderer/state/interface-state.ts';
import { factsQuery, selectedQuery } from '#renderer/state/queries.ts';
import { selectNone } from '#renderer/state/selection.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { accountOf, type RemoteId, type TicketId } from '#shared/domain/ids.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { commonOf, onSome } from './common-values.ts';
import { type Choice, choicesOf } from './picker-choices.ts';
import { TicketPicker } from './TicketPicker.tsx';

/** What is chosen from one account's. */
const OF_ACCOUNT: readonly FieldPicker[] = ['assignee', 'group', 'followers'];

/** Changes one field of many tickets. */
export function ManyPicker({
  picker,
  ticketIds,
}: {
  readonly picker: FieldPicker;
  readonly ticketIds: readonly TicketId[];
}) {
  const t = useText();
  const desk = useDesk();
  const changeMany = useChangeMany();
  const accountId = accountOf(ticketIds[0] ?? '');
  const tickets = useQuery(selectedQuery(desk, ticketIds)).data;
  const facts = useQuery(factsQuery(desk, accountId)).data;
  if (!tickets || !facts) return null;
  // People and groups are of one account; what a ticket may be set to otherwise is the same everywhere.
  const isForeign = OF_ACCOUNT.includes(picker) && tickets.some((one) => one.accountId !== accountId);
  const common = commonOf(tickets, facts.groups);
  const nameOf = (id: RemoteId): string => facts.agents.find(({ remoteId }) => remoteId === id)?.name ?? id;
  const off = (key: string, name: string, changes: TicketChanges): Choice => ({
    key: `off ${key}`,
    name,
    current: false,
    changes,
    mark: { kind: 'none' },
  });
  const taken =
    picker === 'tags'
      ? onSome(tickets, 'tags', common.ticket.tags).map((tag) =>
          off(tag, t('ticket.pick.tags.off', { name: tag }), { tagsRemoved: [tag] }),
        )
      : picker === 'followers'
        ? onSome(tickets, 'followerIds', common.ticket.followerIds).map((id) =>
            off(id, t('ticket.pick.followers.off', { name: nameOf(id) }), { followersRemoved: [id] }),
          )
        : [];
  const choices = [...choicesOf(t, picker, common, facts), ...taken];
  const choose = (choice: Choice, label: string): void => {
    show({ picker: null });
    void changeMany(
      tickets.map(({ id }) => id),
      () => choice.changes,
      (count) => t('batch.changed', { change: choice.key.startsWith('off ') ? choice.name : label, count }),
    ).then((ids) => {
      if (ids.length === 0 || choice.changes.status === undefined || !isDone(choice.changes.status)) return;
      selectNone();
      handled(ids);
    });
  };
  return (
    <TicketPicker
      picker={picker}
      label={t(`ticket.pick.many.${picker}`, { count: tickets.length })}
      choices={isForeign ? [] : choices}
      tags={common.ticket.tags}
      empty={t(isForeign ? 'ticket.pick.severalAccounts' : 'ticket.pick.none')}
      onChoose={choose}
    />
  );
}
