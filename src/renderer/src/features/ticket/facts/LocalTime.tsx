import { useSyncExternalStore } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { useTicker } from '#renderer/ui/ticker.tsx';

/** What time it is where the customer is. Nothing when the helpdesk's name for the zone is not one we know. */
export function LocalTime({ timeZone }: { readonly timeZone: string }) {
  const t = useText();
  const ticker = useTicker();
  const known = isZone(timeZone);
  const words = useSyncExternalStore(ticker.subscribe, () =>
    known ? t.intl.formatDate(ticker.now(), { timeZone, weekday: 'short', hour: 'numeric', minute: '2-digit' }) : '',
  );
  return known ? (
    <>
      <dt>{t('ticket.facts.localTime')}</dt>
      <dd title={timeZone}>
        <time dateTime={new Date(ticker.now()).toISOString()}>{words}</time>
      </dd>
    </>
  ) : null;
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
