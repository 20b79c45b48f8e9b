import { useMemo } from 'react';
import { useSettled } from '#renderer/ui/use-settled.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Macro } from '#shared/macros/macro.ts';
import { MacroPreview } from './MacroPreview.tsx';

/** Nobody types a letter, or goes a row further, so soon after the last. */
const STAYS_MS = 50;

/** What the macro that is pointed at would do, once it stays: no letter and no arrow waits for what is planned for the one before. */
export function LaterPreview({
  macro,
  ticketIds,
  refused = 0,
  looking = false,
}: {
  readonly macro: Macro;
  readonly ticketIds: readonly TicketId[];
  /** Grows when it was to be run and could not be. */
  readonly refused?: number;
  /** It is looked at where it cannot be run. */
  readonly looking?: boolean;
}) {
  const previewed = useSettled(macro, STAYS_MS);
  // A letter makes the list anew, and not what stands beside it.
  return useMemo(
    () =>
      previewed === null ? (
        <div />
      ) : (
        <MacroPreview
          key={`${previewed.id} ${refused}`}
          macro={previewed}
          ticketIds={ticketIds}
          asked={refused > 0}
          looking={looking}
        />
      ),
    [previewed, ticketIds, refused, looking],
  );
}
