import { reasonText } from '#renderer/features/settings/failure-text.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';

export type PendingView = {
  readonly tone: 'quiet' | 'attention' | 'danger';
  readonly sentence: string;
  /** Why, in sentences; or the names of fields. */
  readonly details: readonly string[];
};

/** What is said of a live entry. */
export function pendingView(
  t: Text,
  entry: OutboxEntry,
  now: { readonly undoable: boolean; readonly online: boolean; readonly mergedInto: string | null },
): PendingView {
  const { state } = entry;
  switch (state.name) {
    case 'queued': {
      const untouched = entry.attempts === 0;
      if (now.undoable && untouched) return quiet(t('ticket.pending.undoable'));
      if (!now.online) return quiet(t('ticket.pending.offline'));
      return quiet(t(untouched ? 'ticket.pending.queued' : 'ticket.pending.retrying'));
    }
    case 'sending':
      return quiet(t('ticket.pending.sending'));
    case 'confirmed':
      return quiet(t('ticket.pending.confirmed'));
    case 'held':
      return {
        tone: 'attention',
        sentence: t(`ticket.pending.held.${state.reason}`, {
          at: t.intl.formatDate(entry.createdAt, { weekday: 'long', hour: 'numeric', minute: '2-digit' }),
        }),
        details: [...state.fields],
      };
    case 'rejected':
      return {
        tone: 'danger',
        sentence:
          state.reason === 'ticket-merged' && now.mergedInto !== null
            ? t('ticket.pending.rejected.merged-into', { number: now.mergedInto })
            : t(`ticket.pending.rejected.${state.reason}`),
        details: state.details.map((reason) => reasonText(t, reason)),
      };
    case 'unknown':
      return {
        tone: 'attention',
        sentence: t(state.undecidable ? 'ticket.pending.undecidable' : 'ticket.pending.unknown'),
        details: [],
      };
  }
}

const quiet = (sentence: string): PendingView => ({ tone: 'quiet', sentence, details: [] });
