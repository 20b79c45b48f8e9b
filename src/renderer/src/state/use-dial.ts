import { useCallback } from 'react';
import { accountOf } from '#shared/domain/ids.ts';
import type { Desk } from '../store/desk-api.ts';
import type { CallToPlace } from '../store/desk-call-log.ts';
import { useDesk } from './desk-context.tsx';
import { show, useInterface } from './interface-state.ts';
import { useText } from './text-context.tsx';

/** Places a call. Where nothing here dials, the status line says so, and the number is put on the clipboard where the browser allows it. */
export function useDial(): (call: CallToPlace) => Promise<boolean> {
  const desk = useDesk();
  const t = useText();
  return useCallback(
    async (call) => {
      const placed = await desk.placeCall(call);
      if (placed.ok) {
        show({ refusal: null, shownCallId: placed.value });
        return true;
      }
      const { number } = call;
      if (placed.error === 'no-link') {
        show({ refusal: t('calls.dial.noLink', { number }) });
        return false;
      }
      const copied = await navigator.clipboard.writeText(number).then(
        () => true,
        () => false,
      );
      show({ refusal: t(copied ? 'calls.dial.noHandler.copied' : 'calls.dial.noHandler', { number }) });
      return false;
    },
    [desk, t],
  );
}

/** Calls a number that stands somewhere in the window; where a ticket is open, the call is about it. */
export function useDialNumber(): (number: string) => Promise<boolean> {
  const desk = useDesk();
  const dial = useDial();
  return useCallback(async (number) => dial(await withAbout(desk, number)), [desk, dial]);
}

/**
 * What a call to a number is about: the open ticket, and the person of its account whose number it is. Nobody is named who only might
 * be it: whom a call was with is remembered for the next one.
 */
export async function withAbout(desk: Desk, number: string): Promise<CallToPlace> {
  const { openTicketId, newTicket, place } = useInterface.getState();
  const ticketId = newTicket || place === 'knowledge' ? null : openTicketId;
  const answer = await desk.findCaller(number).catch(() => null);
  const requester = ticketId === null ? null : ((await desk.ticket(ticketId))?.requester ?? null);
  const accountId = ticketId === null ? null : accountOf(ticketId);
  const callers = (answer?.callers ?? []).filter((caller) => accountId === null || caller.accountId === accountId);
  const sure = callers.filter(({ why }) => why === 'earlier-call' || why === 'number');
  const caller =
    callers.find(({ person }) => person.remoteId === requester?.remoteId) ?? (sure.length === 1 ? sure[0] : undefined);
  return {
    number,
    name: caller?.person.name ?? '',
    accountId: accountId ?? caller?.accountId ?? null,
    personRemoteId: caller?.person.remoteId ?? null,
    ticketId,
  };
}
