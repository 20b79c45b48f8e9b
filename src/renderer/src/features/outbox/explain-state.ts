import { isOffline, type Reach } from '#shared/domain/account.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';

export type Situation = {
  /** UTC ms. */
  readonly now: number;
  /** What the entry before it on the ticket does, in words, while it waits for that one. */
  readonly waitsFor: string | null;
  readonly health: Reach | undefined;
  /** The number of the ticket that its own was merged into, where that is known. */
  readonly mergedInto?: string | null;
  /** What a field of the helpdesk's is called; null when it is not known here. */
  readonly field?: (remoteId: string) => string | null;
};

/** Why an entry is where it is, and what happens next or what the agent may do. */
export function explainState(t: Text, entry: OutboxEntry, situation: Situation): string {
  const { state } = entry;
  switch (state.name) {
    case 'queued':
      return explainQueued(t, entry, situation, state.retryAt);
    case 'sending':
      return t('outbox.why.sending');
    case 'confirmed':
      return t('outbox.why.confirmed');
    case 'held':
      return state.reason === 'field-conflict'
        ? t('outbox.why.held.field-conflict', {
            fields: state.fields.map((id) => titleOf(t, id, situation)).join(', '),
          })
        : t(`outbox.why.held.${state.reason}`);
    case 'rejected':
      return state.reason === 'ticket-merged' && situation.mergedInto
        ? t('outbox.why.rejected.merged-into', { number: situation.mergedInto })
        : t(`outbox.why.rejected.${state.reason}`);
    case 'unknown':
      return t(state.undecidable ? 'outbox.why.unknown.undecidable' : 'outbox.why.unknown.looking');
  }
}

const OWN = ['status', 'priority', 'type', 'subject', 'assigneeId', 'groupId'] as const;

function titleOf(t: Text, id: string, { field }: Situation): string {
  const own = OWN.find((one) => one === id);
  return own ? t(`ticket.field.${own}`) : (field?.(id) ?? id);
}

function explainQueued(t: Text, entry: OutboxEntry, situation: Situation, retryAt: number | null): string {
  const { now, waitsFor, health } = situation;
  if (waitsFor !== null) return t('outbox.why.waitsFor', { what: waitsFor });
  if (entry.attempts === 0 && entry.notBefore > now) return t('outbox.why.undo');
  if (health?.problem?.code === 'unauthorized') return t('outbox.why.password');
  if (isOffline(health)) return t('outbox.why.offline');
  if (retryAt !== null && retryAt > now)
    return t('outbox.why.retry', { time: t.intl.formatTime(retryAt, { timeStyle: 'medium' }) });
  return t('outbox.why.next');
}
