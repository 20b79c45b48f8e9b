import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { beginFollowUp } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { ticketQuery } from '#renderer/state/queries.ts';
import { ticketAtHand } from '#renderer/state/selection.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { Abilities } from '#shared/domain/account.ts';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { LinkTicket } from './LinkTicket.tsx';
import { MergeTicket } from './MergeTicket.tsx';

/**
 * What joins the ticket at hand with another: merging, linking, following up. Of a ticket that is open it is known what can be
 * done; of one that only has the bar it is asked when the agent wants it, so that moving the bar asks for nothing.
 */
export function RelateHost() {
  const t = useText();
  const desk = useDesk();
  const relating = useInterface((state) => state.relating);
  const openId = useInterface((state) => state.openTicketId);
  const any = useInterface((state) => ticketAtHand(state) !== null);
  const open = useQuery({ ...ticketQuery(desk, openId ?? ''), enabled: openId !== null }).data ?? null;
  const can = (may: (abilities: Abilities) => boolean, openMay: (detail: TicketDetail) => boolean): boolean => {
    const abilities = any ? abilitiesAtHand() : null;
    if (abilities === null || !may(abilities)) return false;
    return openId === null || (open !== null && openMay(open));
  };
  const withDetail = async (act: (detail: TicketDetail) => Promise<string | null>): Promise<void> => {
    const id = ticketAtHand(useInterface.getState());
    const detail = id === null ? null : await desk.ticket(id);
    const sentence = detail === null ? t('ticket.relate.notHere') : await act(detail);
    if (sentence !== null) show({ told: { sentence } });
  };

  useCommand(
    'ticket.merge',
    () => show({ relating: 'merge' }),
    () => can(({ merge }) => merge !== 'no', isHere),
  );
  useCommand(
    'ticket.link',
    () => show({ relating: 'link' }),
    () => can(({ links }) => links.length > 0, isHere),
  );
  useCommand(
    'ticket.problem',
    () =>
      void withDetail(async (detail) => {
        const related = relatedOf(detail);
        if (related === null) return t('ticket.relate.none');
        show({ openTicketId: related, focusedTicketId: related });
        return null;
      }),
    () =>
      can(
        () => true,
        (detail) => relatedOf(detail) !== null,
      ),
  );
  useCommand(
    'ticket.followUp',
    () =>
      void withDetail(async (detail) => {
        if (!mayFollowUp(detail)) return t('ticket.followUp.notYet');
        const begun = await beginFollowUp(desk, detail);
        return begun.ok ? null : t('ticket.followUp.taken');
      }),
    () => can(() => true, mayFollowUp),
  );
  return relating === null ? null : <Relating relating={relating} />;
}

function abilitiesAtHand(): Abilities | null {
  const id = ticketAtHand(useInterface.getState());
  return id === null ? null : abilitiesOf(id);
}
const abilitiesOf = (id: TicketId): Abilities | null =>
  useDeskState.getState().health[accountOf(id)]?.abilities ?? null;

const isHere = ({ delivered, gone }: TicketDetail): boolean => delivered && gone === null;
const relatedOf = ({ related }: TicketDetail): TicketId | null =>
  related.find(({ ticket }) => ticket !== null)?.ticket?.id ?? null;

/** Of a ticket that only is solved Zendesk takes no follow-up: an answer reopens it. RT refers to whatever it is told. */
function mayFollowUp(detail: TicketDetail): boolean {
  const { status } = detail.ticket;
  const refers = abilitiesOf(detail.id)?.links.includes('refers') ?? false;
  return isHere(detail) && (status === 'closed' || (isDone(status) && refers));
}

function Relating({ relating }: { readonly relating: 'merge' | 'link' }) {
  const t = useText();
  const desk = useDesk();
  const ticketId = useInterface(ticketAtHand);
  const detail = useQuery({ ...ticketQuery(desk, ticketId ?? ''), enabled: ticketId !== null }).data;
  const abilities = ticketId === null ? null : abilitiesOf(ticketId);
  // Undefined while it is on its way.
  const absent = detail === null || (detail !== undefined && !isHere(detail));
  useEffect(() => {
    if (absent) show({ relating: null, told: { sentence: t('ticket.relate.notHere') } });
  }, [absent, t]);
  if (!detail || absent || abilities === null) return null;
  return relating === 'merge' ? (
    <MergeTicket detail={detail} noted={abilities.merge === 'noted'} />
  ) : (
    <LinkTicket detail={detail} kinds={abilities.links} />
  );
}
