import { useText } from '#renderer/state/text-context.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import type { TicketEvent } from '#shared/domain/conversation.ts';
import { prioritySchema, statusSchema, ticketTypeSchema } from '#shared/domain/ticket.ts';
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
  const values = {
    who,
    from: valueName(t, event.kind, event.from),
    to: valueName(t, event.kind, event.to),
    field: event.field ?? '',
  };
  if (event.kind === 'assignee') {
    if (event.to === null) return t('ticket.event.unassigned', values);
    return event.to === event.actorName ? t('ticket.event.took', values) : t('ticket.event.assignee', values);
  }
  return t(`ticket.event.${event.kind}`, values);
}

/** Our own word for a value that a connector told in our terms; what the helpdesk calls its own by a name stays as it is. */
function valueName(t: Text, kind: TicketEvent['kind'], value: string | null): string {
  if (value === null) return t('ticket.event.nothing');
  const status = kind === 'status' ? statusSchema.safeParse(value) : null;
  if (status?.success) return t(`app.status.${status.data}`);
  const priority = kind === 'priority' ? prioritySchema.safeParse(value) : null;
  if (priority?.success) return t(`ticket.event.priority.${priority.data}`);
  const type = kind === 'type' ? ticketTypeSchema.safeParse(value) : null;
  return type?.success ? t(`ticket.type.${type.data}`) : value;
}
