import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { callLogQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { beginOf, type LogRange } from './log-range.ts';

/** As many more are asked for when the last ones come into sight. */
const PAGE = 200;

/** What of the log is asked for, and what is there. */
export function useLogQuery() {
  const t = useText();
  const desk = useDesk();
  const ticker = useTicker();
  const [text, setText] = useState('');
  const [range, setRange] = useState<LogRange>('all');
  const [limit, setLimit] = useState(PAGE);
  const query = { text: text.trim(), from: beginOf(range, ticker.now(), t.locale), until: null };
  const { data } = useQuery(callLogQuery(desk, { ...query, limit }));
  return {
    text,
    range,
    query,
    /** Undefined until the first answer. */
    log: data,
    type: (wanted: string): void => {
      setText(wanted);
      setLimit(PAGE);
    },
    choose: (wanted: LogRange): void => {
      setRange(wanted);
      setLimit(PAGE);
    },
    more: (): void => {
      if (data && data.calls.length < data.total && limit <= data.calls.length) setLimit(limit + PAGE);
    },
  };
}
