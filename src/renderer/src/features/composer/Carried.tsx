import { X } from 'lucide-react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { priorityName, statusName, typeName } from '#renderer/ui/value-names.ts';
import type { Text } from '#shared/i18n/text.ts';
import { type Carried as CarriedChanges, carriedBy, carrying } from '#shared/macros/carried.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import styles from './Carried.module.css';
import type { DraftHandle } from './use-draft.ts';

/** What a macro does to the ticket when the words are sent; it can be left out. */
export function Carried({ draft, disabled }: { readonly draft: DraftHandle; readonly disabled: boolean }) {
  const t = useText();
  const carried = carriedBy(draft.fields);
  if (carried === null) return null;
  return (
    <p className={styles.carried}>
      <span className={styles.title}>{carried.title}</span>
      <span>{t('macros.carried', { what: inWords(t, carried) })}</span>
      <Button
        look="icon"
        icon={<X />}
        title={t('macros.carried.drop')}
        disabled={disabled}
        onClick={() => {
          draft.write({ fields: carrying(draft.fields, null) });
          void draft.flush();
        }}
      >
        {t('macros.carried.drop')}
      </Button>
    </p>
  );
}

function inWords(t: Text, { changes, snoozeUntil }: CarriedChanges): string {
  const parts = [...changesInWords(t, changes), ...(snoozeUntil === null ? [] : [t('macros.snoozed')])];
  return t.intl.formatList(parts.length > 0 ? parts : [t('macros.nothing')], { type: 'unit' });
}

const PEOPLE = ['assigneeId', 'groupId'] as const;

/** Short: the names of people and fields are in the preview, and on the ticket once it is sent. */
const changesInWords = (t: Text, changes: TicketChanges): readonly string[] => [
  ...(changes.status === undefined
    ? []
    : [statusName(t, { status: changes.status, statusName: changes.statusName ?? changes.status })]),
  ...(changes.priority === undefined ? [] : [`${t('ticket.field.priority')}: ${priorityName(t, changes.priority)}`]),
  ...(changes.type === undefined ? [] : [typeName(t, changes.type)]),
  ...(changes.subject === undefined ? [] : [t('ticket.field.subject')]),
  ...PEOPLE.filter((field) => changes[field] !== undefined).map((field) => t(`ticket.field.${field}`)),
  ...(changes.tagsAdded ?? []).map((tag) => `+${tag}`),
  ...(changes.tagsRemoved ?? []).map((tag) => `−${tag}`),
  ...(changes.followersAdded || changes.followersRemoved ? [t('ticket.field.followers')] : []),
  ...(changes.fields ? [t('ticket.field.custom')] : []),
];
