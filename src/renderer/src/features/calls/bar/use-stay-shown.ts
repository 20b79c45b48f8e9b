import { useEffect } from 'react';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { shownOf } from '../shown-call.ts';
import { holdsCaret } from './pop/may-open.ts';
import { whatChanged } from './what-changed.ts';

/** What stands around the notes of the shown call. */
export const NOTES = 'data-call-notes';

/** A call that is answered is the one that is shown; but while notes are typed, theirs stays: it must not change under the caret. */
export function useStayShown(): void {
  useEffect(
    () =>
      useDeskState.subscribe(({ calls }, { calls: before }) => {
        if (calls === before) return;
        const writing = document.activeElement?.closest(`[${NOTES}]`) && holdsCaret(document.activeElement);
        if (writing) {
          const shown = shownOf(before, useInterface.getState().shownCallId);
          if (calls.some(({ id }) => id === shown?.id)) show({ shownCallId: shown?.id ?? null });
          return;
        }
        const answered = whatChanged(before, calls).find(({ what }) => what === 'answered');
        if (answered) show({ shownCallId: answered.call.id });
      }),
    [],
  );
}
