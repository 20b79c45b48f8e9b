import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { macrosByIdQuery, macrosQuery } from '#renderer/state/queries.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { type PickerRow, pickerRows, withDigitsNow } from './picker-rows.ts';

export type PickerRows = {
  readonly rows: readonly PickerRow[];
  /** They are what is asked for now; until then what was asked for before is seen. */
  readonly settled: boolean;
  /** Has the store look for what is typed while the letter is painted. */
  readonly askAhead: (typed: string) => void;
};

/** What the picker lists. `at` is the macro that it was opened at. */
export function usePickerRows(ticketIds: readonly TicketId[], text: string, at: string | null): PickerRows {
  const desk = useDesk();
  const client = useQueryClient();
  const askAhead = useCallback(
    (typed: string): void => void client.prefetchQuery(macrosQuery(desk, { ticketIds, text: typed })),
    [client, desk, ticketIds],
  );
  const digits = useDeskState((state) => state.settings.keys.digits);
  // Rows keep their places while the agent gives digits: the bar must not come to lie on another macro.
  const [before] = useState(digits);
  const ids = useMemo(() => [...new Set([...Object.keys(before), ...(at === null ? [] : [at])])], [before, at]);
  const asked = useQuery(macrosQuery(desk, { ticketIds, text }));
  const byId = useQuery(macrosByIdQuery(desk, { ids, ticketIds }));
  const { data: best, isPlaceholderData } = asked;
  const known = byId.data ?? (ids.length === 0 ? NONE : undefined);
  // What is remembered from the last time may hold a macro that has been removed since: no press may mean that one.
  const isAsking = asked.isFetching || byId.isFetching || isPlaceholderData;
  const settled = best !== undefined && known !== undefined && !isAsking;
  const rows = useMemo(() => {
    if (!best || !known) return NONE;
    if (text !== '' || isPlaceholderData) return best.map((choice) => ({ ...choice, digit: null }));
    return withDigitsNow(pickerRows(best, { digits: before, known, at }), before, digits);
  }, [best, known, text, isPlaceholderData, before, digits, at]);
  return { rows, settled, askAhead };
}

const NONE: readonly never[] = [];
