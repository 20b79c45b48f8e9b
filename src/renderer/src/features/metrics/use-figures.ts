import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { dayOf, startOfDay } from '#shared/metrics/day-of.ts';
import { shiftRange } from '#shared/metrics/range.ts';
import { type Zone, zoneOf } from '#shared/metrics/zone.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import type { FiguresChoice } from '../../state/figures-choice.ts';
import { useInterface } from '../../state/interface-state.ts';
import { metricsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import type { MetricsQuery } from '../../store/desk-metrics.ts';
import { useTicker } from '../../ui/ticker.tsx';
import { rangeOf, weekStartOf } from './ranges.ts';

export type Asked = { readonly query: MetricsQuery; readonly zone: Zone };

/** A choice, as it is asked. It is another query when the day is another. */
export function useAsked({ range: choice, mine, hours, filter }: FiguresChoice): Asked {
  const { intl } = useText();
  const { now, subscribe } = useTicker();
  const zoneName = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = useMemo(() => zoneOf(zoneName), [zoneName]);
  const shift = useDeskState((state) => state.settings.metrics.shift);
  // Another range begins with another day, or the next shift.
  const began = useSyncExternalStore(subscribe, () =>
    choice === 'shift' && shift ? shiftRange(shift, now(), zone).from : startOfDay(zone, dayOf(zone, now())),
  );
  const weekStart = weekStartOf(intl.locale, navigator.language);
  return useMemo(() => {
    const shown = rangeOf(choice, began, { zone, weekStart, shift });
    return { query: { ...shown, zone: zone.name, weekStart, mine, hours, filter }, zone };
  }, [choice, began, zone, weekStart, shift, mine, hours, filter]);
}

export function useFigures() {
  const desk = useDesk();
  const asked = useAsked(useInterface((state) => state.figures));
  const { data, isError, isPlaceholderData, refetch } = useQuery(metricsQuery(desk, asked.query));
  return {
    ...asked,
    answer: data,
    failed: isError && data === undefined,
    stale: isPlaceholderData,
    again: () => void refetch(),
  };
}
