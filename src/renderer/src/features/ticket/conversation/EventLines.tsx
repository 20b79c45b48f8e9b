import { useText } from '#renderer/state/text-context.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import type { TicketEvent } from '#shared/domain/conversation.ts';
import type { Text } from '#shared/i18n/text.ts';
import styles from './EventLines.module.css';

const SHOWN = 2;

/** What happened between two messages: quiet lines, and one line for the rest when there was much. */
export function EventLines({ events }: { readonly events: readonly TicketEvent[] }) {
  const t = useText();
  const folded = events.length > SHOWN + 1;
  const shown = folded ? events.slice(-SHOWN) : events;
  return (
    <div className={styles.events}>
      {folded ? (
        <details>
          <summary>{t('ticket.event.more', { count: events.length - SHOWN })}</summary>
          {events.slice(0, -SHOWN).map((event) => (
            <EventLine key={event.remoteId} event={event} />
          ))}
        </details>
      ) : null}
      {shown.map((event) => (
        <EventLine key={event.remoteId} event={event} />
      ))}
    </div>
  );
}

function EventLine({ event }: { readonly event: TicketEvent }) {
  const t = useText();
  return (
    <p>
      {eventSentence(t, event)} <span aria-hidden="true">·</span> <RelativeTime at={event.at} />
    </p>
  );
}

/** What happened, as a sentence without its time. */
export function eventSentence(t: Text, event: TicketEvent): string {
  const who = event.actorName === '' ? t('ticket.event.helpdesk') : event.actorName;
  const nothing = t('ticket.event.nothing');
  const values = { who, from: event.from ?? nothing, to: event.to ?? nothing, field: event.field ?? '' };
  if (event.kind === 'assignee') {
    if (event.to === null) return t('ticket.event.unassigned', values);
    return event.to === event.actorName ? t('ticket.event.took', values) : t('ticket.event.assignee', values);
  }
  return t(`ticket.event.${event.kind}`, values);
}
