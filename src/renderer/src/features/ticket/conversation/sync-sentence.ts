import { failureText, problemText, type Sentences } from '#renderer/features/settings/failure-text.ts';
import type { Conversation } from '#renderer/store/desk-tickets.ts';
import { isOffline, type Reach } from '#shared/domain/account.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { StoreProblem } from '#shared/link/values.ts';

type Situation = {
  readonly synced: Conversation['synced'];
  readonly empty: boolean;
  readonly delivered: boolean;
  readonly health: Reach | undefined;
  /** Why the account's store keeps nothing new. */
  readonly stored: StoreProblem | undefined;
  /** How asking for this ticket ended. */
  readonly failure: Failure | null;
};

/** Why the conversation is not all there is; null when it is. */
export function syncSentence(t: Text, now: Situation): string | null {
  if (!now.delivered) return t('ticket.sync.undelivered');
  if (now.synced === 'whole') return now.empty ? t('ticket.sync.nothing') : null;
  const problem = problemOf(t, now);
  const none = now.synced === 'none';
  if (problem !== null)
    return t(none ? 'ticket.sync.noneFailed' : 'ticket.sync.behindFailed', {
      problem: `${problem.what} ${problem.next}`,
    });
  if (isOffline(now.health) || isUnreachable(now.failure))
    return t(none ? 'ticket.sync.noneOffline' : 'ticket.sync.behindOffline');
  return t(none ? 'ticket.sync.none' : 'ticket.sync.behind');
}

/** What does not go away by being online again comes first: an account without its password is offline as well. */
function problemOf(t: Text, { stored, health, failure }: Situation): Sentences | null {
  if (stored) return problemText(t, stored);
  if (health?.problem && !isUnreachable(health.problem)) return failureText(t, health.problem);
  return failure === null || isUnreachable(failure) || isOffline(health) ? null : failureText(t, failure);
}

const isUnreachable = (failure: Failure | null): boolean => failure?.code === 'offline' || failure?.code === 'timeout';
