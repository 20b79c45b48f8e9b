import { reasonText } from '#renderer/features/settings/failure-text.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';

export type PendingChoice = 'undo' | 'takeBack' | 'discard' | 'sendAnyway' | 'sendAgain';

export type PendingView = {
  readonly tone: 'quiet' | 'attention' | 'danger';
  readonly sentence: string;
  /** Why, in sentences; or the names of fields. */
  readonly details: readonly string[];
  readonly choices: readonly PendingChoice[];
};

/** What is said of a live entry, and what may be pressed. */
export function pendingView(
  t: Text,
  entry: OutboxEntry,
  now: { readonly undoable: boolean; readonly online: boolean },
): PendingView {
  const { state } = entry;
  const back: PendingChoice = 'words' in entry.action ? 'takeBack' : 'discard';
  switch (state.name) {
    case 'queued': {
      const untouched = entry.attempts === 0;
      if (now.undoable && untouched) return quiet(t('ticket.pending.undoable'), ['undo']);
      if (!now.online) return quiet(t('ticket.pending.offline'), untouched ? [back] : []);
      return quiet(t(untouched ? 'ticket.pending.queued' : 'ticket.pending.retrying'), untouched ? [back] : []);
    }
    case 'sending':
      return quiet(t('ticket.pending.sending'), []);
    case 'confirmed':
      return quiet(t('ticket.pending.confirmed'), []);
    case 'held':
      return {
        tone: 'attention',
        sentence: t(`ticket.pending.held.${state.reason}`, {
          at: t.intl.formatDate(entry.createdAt, { weekday: 'long', hour: 'numeric', minute: '2-digit' }),
        }),
        details: [...state.fields],
        choices: ['sendAnyway', back],
      };
    case 'rejected':
      return {
        tone: 'danger',
        sentence: t(`ticket.pending.rejected.${state.reason}`),
        details: state.details.map((reason) => reasonText(t, reason)),
        choices: state.reason === 'refused' || state.reason === 'forbidden' ? ['sendAgain', back] : [back],
      };
    case 'unknown':
      return {
        tone: 'attention',
        sentence: t(state.undecidable ? 'ticket.pending.undecidable' : 'ticket.pending.unknown'),
        details: [],
        choices: state.undecidable ? ['sendAgain', back] : [],
      };
  }
}

const quiet = (sentence: string, choices: readonly PendingChoice[]): PendingView => ({
  tone: 'quiet',
  sentence,
  details: [],
  choices,
});
