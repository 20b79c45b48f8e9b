import { Link2, RotateCcw, SquareArrowOutUpRight } from 'lucide-react';
import { useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { Call } from '#shared/calls/call.ts';
import { BarCommand } from './BarCommand.tsx';
import { popWords } from './pop/pop-words.ts';
import type { Pop } from './pop/use-pop.ts';

type Props = {
  readonly call: Call;
  readonly pop: Pop | undefined;
  readonly ticket: TicketDetail | null;
};

/** What the call would open, where it waits, and what puts right what it is about. */
export function PopCommands({ call, pop, ticket }: Props) {
  const t = useText();
  const openTicketId = useInterface((state) => state.openTicketId);
  return (
    <>
      {pop?.state === 'waits' ? (
        <BarCommand
          command="call.pop"
          icon={<SquareArrowOutUpRight />}
          look="plain"
          label={popWords(t, pop.target, ticket)}
        />
      ) : null}
      {pop?.state === 'unknown' ? (
        <BarCommand command="call.pop" icon={<RotateCcw />} label={t('calls.bar.pop.again')} />
      ) : null}
      {openTicketId !== null && openTicketId !== call.ticketId ? (
        <BarCommand command="call.about" icon={<Link2 />} label={t('calls.bar.do.about')} />
      ) : null}
    </>
  );
}
