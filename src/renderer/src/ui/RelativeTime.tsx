import { memo, useSyncExternalStore } from 'react';
import { useText } from '../state/text-context.tsx';
import { age, exactTime } from './age.ts';
import { signOf } from './sign-of.ts';
import { useTicker } from './ticker.tsx';

/** How long ago `at` (UTC ms) was; the exact time on hover and to screen readers. Renders only when its words change. */
export const RelativeTime = memo(function RelativeTime({
  at,
  className,
}: {
  readonly at: number;
  readonly className?: string | undefined;
}) {
  const t = useText();
  const ticker = useTicker();
  const words = useSyncExternalStore(ticker.subscribe, () => age(t, at, ticker.now()));
  const exact = exactTime(t, at);
  return (
    <time className={className} dateTime={new Date(at).toISOString()} {...signOf(exact)}>
      {words}
    </time>
  );
});
