import { useQuery } from '@tanstack/react-query';
import { useChangeMany } from '#renderer/features/batch/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { type FieldPicker, handled, show } from '#renderer/state/interface-state.ts';
import { factsQuery, selectedQuery } from '#renderer/state/queries.ts';
import { selectNone } from '#renderer/state/selection.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { commonOf, tagsOnSome } from './common-values.ts';
import { type Choice, choicesOf } from './picker-choices.ts';
import { TicketPicker } from './TicketPicker.tsx';

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
  const isForeign = (picker === 'assignee' || picker === 'group') && tickets.some((one) => one.accountId !== accountId);
  const common = commonOf(tickets, facts.groups);
  const onSome = picker === 'tags' ? tagsOnSome(tickets, common.ticket.tags) : [];
  const choices = [
    ...choicesOf(t, picker, common, facts),
    ...onSome.map(
      (tag): Choice => ({
        key: `off ${tag}`,
        name: t('ticket.pick.tagOff', { tag }),
        current: false,
        changes: { tagsRemoved: [tag] },
        mark: { kind: 'none' },
      }),
    ),
  ];
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
