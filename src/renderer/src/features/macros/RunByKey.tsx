import { useEffect } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { underWay } from '#renderer/state/under-way.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { useRunMacro } from './use-run-macro.ts';

/**
 * A macro's own key runs it at once: who has put it on a key knows what it does, its words wait in the composer, and the rest can be
 * taken back. On several tickets, where one press would write to many customers, and where something stands in its way, the picker shows
 * it first.
 */
export function RunByKey(): null {
  const t = useText();
  const desk = useDesk();
  const run = useRunMacro();
  const wanted = useInterface((state) => state.macroByKey);
  useEffect(() => {
    const runByKey = async (macroId: string, ticketIds: readonly TicketId[]): Promise<void> => {
      const macro = await desk.macro(macroId);
      if (!macro) return show({ told: { sentence: t('macros.key.goneSaid') } });
      const isShownFirst = ticketIds.length > 1 || (await run(macro, ticketIds)) === 'blocked';
      if (isShownFirst) show({ picker: 'macro', macroAt: macroId });
    };
    // Taken by whoever sees it first: run once, however often this is run.
    const { macroByKey } = useInterface.getState();
    if (wanted === null || macroByKey !== wanted) return;
    show({ macroByKey: null });
    void underWay(runByKey(wanted.macroId, wanted.ticketIds));
  }, [wanted, desk, run, t]);
  return null;
}
