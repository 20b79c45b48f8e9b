import { useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { type Call, isOnLine, phaseOf } from '#shared/calls/call.ts';
import { nextOf, toAnswer, toHoldFirst } from './hold-first.ts';
import { createPressOnce } from './press-once.ts';
import type { SetAbout } from './use-about.ts';
import type { ChangeCall } from './use-change-call.ts';

type Parts = {
  readonly calls: readonly Call[];
  readonly shown: Call | null;
  /** The call that would be opened. */
  readonly popped: Call | null;
  readonly change: ChangeCall;
  readonly setAbout: SetAbout;
  readonly pop: (call: Call) => void;
  readonly settled: (call: Call) => void;
};

/** What the agent does with calls. Each command is for the shown call, answering for the one that rings. */
export function useCallCommands({ calls, shown, popped, change, setAbout, pop, settled }: Parts): void {
  const desk = useDesk();
  const openTicketId = useInterface((state) => state.openTicketId);
  const [pressOnce] = useState(() => createPressOnce(() => performance.now()));
  const ringing = toAnswer(calls, shown);
  const phase = shown && phaseOf(shown);
  const isInTalk = phase === 'talking' || phase === 'held';

  /** Whoever is on the line waits first. */
  const talkTo = async (call: Call, what: 'answer' | 'resume'): Promise<void> => {
    for (const other of toHoldFirst(calls, call.id)) if (!(await change(other.id, { do: 'hold' }))) return;
    await change(call.id, { do: what });
  };
  const toOpenTicket = async (call: Call): Promise<void> => {
    const ticket = openTicketId === null ? null : await desk.ticket(openTicketId);
    if (!ticket) return;
    const about = {
      accountId: ticket.accountId,
      personRemoteId: ticket.ticket.requesterId,
      ticketId: ticket.id,
    };
    await setAbout(call, about);
    settled({ ...call, ...about });
  };

  useCommand(
    'call.answer',
    () => {
      if (!ringing) return;
      show({ shownCallId: ringing.id });
      void talkTo(ringing, 'answer');
    },
    () => ringing !== null,
  );
  useCommand(
    'call.hold',
    () => {
      if (shown) void (phase === 'held' ? talkTo(shown, 'resume') : change(shown.id, { do: 'hold' }));
    },
    () => isInTalk,
  );
  useCommand(
    'call.mute',
    () => {
      if (shown) void change(shown.id, { do: 'mute', on: shown.mutedSince === null });
    },
    () => isInTalk,
  );
  useCommand(
    'call.hangUp',
    () => {
      if (shown) pressOnce(() => void change(shown.id, { do: 'hang-up' }));
    },
    () => shown !== null && isOnLine(shown),
  );
  useCommand(
    'call.next',
    () => show({ shownCallId: nextOf(calls, shown)?.id ?? null }),
    () => nextOf(calls, shown) !== null,
  );
  useCommand(
    'call.about',
    () => {
      if (shown) void toOpenTicket(shown);
    },
    () => shown !== null && openTicketId !== null && shown.ticketId !== openTicketId,
  );
  useCommand(
    'call.pop',
    () => {
      if (popped) pop(popped);
    },
    () => popped !== null,
  );
}
