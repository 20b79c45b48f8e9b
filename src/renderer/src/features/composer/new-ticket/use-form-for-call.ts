import { useEffect, useRef } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { whoCalled } from '#renderer/state/who-called.ts';
import { findPlace } from '../draft-place.ts';
import { isOtherForm, joined } from '../join-words.ts';
import type { DraftHandle } from '../use-draft.ts';
import { formForCall } from './fields-for-call.ts';

/** Fills the form in for the call that it was opened for, once. One that is filled for somebody else stays as it is, and says so. */
export function useFormForCall({ id, ready }: DraftHandle, toWords: () => void): void {
  const t = useText();
  const desk = useDesk();
  const callId = useInterface((state) => state.newTicketFor?.callId ?? null);
  const { accountId, ticketId, kind } = id;
  const latest = useRef(toWords);
  latest.current = toWords;
  useEffect(() => {
    const call = useDeskState.getState().calls.find((one) => one.id === callId);
    if (!call || !ready) return;
    show({ newTicketFor: null });
    const fill = async (): Promise<void> => {
      const filled = formForCall(t, call, await whoCalled(desk, call));
      let isTaken = false;
      await findPlace(desk, { accountId, ticketId, kind }).change((now) => {
        isTaken = isOtherForm(filled, now);
        return isTaken ? now : joined(now.text === '' ? filled : { ...filled, text: '' }, now);
      });
      if (isTaken) show({ told: { sentence: t('composer.formTaken') } });
      // What is left to write are the words.
      else if (filled.fields['requesterName']) latest.current();
    };
    void fill().catch(() => undefined);
  }, [t, desk, callId, ready, accountId, ticketId, kind]);
}
