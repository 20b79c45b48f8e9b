import { useText } from '#renderer/state/text-context.tsx';
import type { Text } from '#shared/i18n/text.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { PendingState } from './PendingState.tsx';
import styles from './PendingUpdates.module.css';

/** Field changes that are still on their way, or that the helpdesk would not take. */
export function PendingUpdates({ pending }: { readonly pending: readonly OutboxEntry[] }) {
  const t = useText();
  const updates = pending.filter(({ action }) => action.kind === 'update');
  return updates.length === 0 ? null : (
    <ul className={styles.updates} aria-label={t('ticket.pending.changes')}>
      {updates.map((entry) => (
        <li key={entry.id}>
          <span>{t('ticket.pending.change', { fields: changedFields(t, entry.action.changes) })}</span>
          <PendingState entry={entry} />
        </li>
      ))}
    </ul>
  );
}

const FIELDS = ['status', 'priority', 'type', 'subject', 'assigneeId', 'groupId'] as const;

function changedFields(t: Text, changes: TicketChanges): string {
  const names = [
    ...FIELDS.filter((field) => changes[field] !== undefined).map((field) => t(`ticket.field.${field}`)),
    ...(changes.tagsAdded || changes.tagsRemoved ? [t('ticket.field.tags')] : []),
    ...(changes.followersAdded || changes.followersRemoved ? [t('ticket.field.followers')] : []),
    ...(changes.linksAdded || changes.linksRemoved ? [t('ticket.field.links')] : []),
    ...(changes.fields ? [t('ticket.field.custom')] : []),
  ];
  return t.intl.formatList(names, { type: 'conjunction' });
}
