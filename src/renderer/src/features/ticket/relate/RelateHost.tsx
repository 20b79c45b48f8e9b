import { useQuery } from '@tanstack/react-query';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { beginFollowUp } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { ticketQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-api.ts';
import type { Abilities } from '#shared/domain/account.ts';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { LinkTicket } from './LinkTicket.tsx';
import { MergeTicket } from './MergeTicket.tsx';

/** What joins the ticket at hand with another: merging, linking, following up. */
export function RelateHost({ ticketId }: { readonly ticketId: TicketId }) {
  const t = useText();
  const desk = useDesk();
  const relating = useInterface((state) => state.relating);
  const abilities = useDeskState((state) => state.health[accountOf(ticketId)]?.abilities ?? null);
  const detail = useQuery(ticketQuery(desk, ticketId)).data ?? null;
  const isHere = detail?.delivered === true && detail.gone === null;
  const related = detail?.related.find(({ ticket }) => ticket !== null)?.ticket ?? null;
  useCommand(
    'ticket.merge',
    () => show({ relating: 'merge' }),
    () => isHere && abilities !== null && abilities.merge !== 'no',
  );
  useCommand(
    'ticket.link',
    () => show({ relating: 'link' }),
    () => isHere && abilities !== null && abilities.links.length > 0,
  );
  useCommand(
    'ticket.problem',
    () => related && show({ openTicketId: related.id, focusedTicketId: related.id }),
    () => related !== null,
  );
  useCommand(
    'ticket.followUp',
    () => {
      if (detail === null) return;
      void beginFollowUp(desk, detail).then((begun) => {
        if (!begun.ok) show({ told: { sentence: t('ticket.followUp.taken') } });
      });
    },
    () => isHere && detail !== null && mayFollowUp(detail, abilities),
  );
  if (detail === null || abilities === null || !isHere) return null;
  if (relating === 'merge') return <MergeTicket detail={detail} noted={abilities.merge === 'noted'} />;
  return relating === 'link' ? <LinkTicket detail={detail} kinds={abilities.links} /> : null;
}

/** Of a ticket that only is solved Zendesk takes no follow-up: an answer reopens it. RT refers to whatever it is told. */
const mayFollowUp = ({ ticket }: TicketDetail, abilities: Abilities | null): boolean =>
  ticket.status === 'closed' || (isDone(ticket.status) && (abilities?.links.includes('refers') ?? false));
