import { type Health, isUnasked } from '#shared/domain/account.ts';
import type { Text } from '#shared/i18n/text.ts';

/** Whether the helpdesk can be reached; unknown until it was first asked. */
export function reachWords(t: Text, health: Health): string {
  if (isUnasked(health)) return t('app.line.waiting');
  return t(health.online ? 'app.line.online' : 'app.line.offline');
}

/** What sync is doing, or that it never did; null when all there is to say is when it last did. */
export function syncWords(t: Text, { phase, progress, lastSyncAt, online }: Health): string | null {
  if (phase === 'first-sync') {
    const done = t.intl.formatNumber(progress?.done ?? 0);
    const total = progress?.total ?? null;
    return total === null
      ? t('app.line.firstSync', { done })
      : t('app.line.firstSyncOf', { done, total: t.intl.formatNumber(total) });
  }
  if (phase === 'syncing' && online) return t('app.line.syncing');
  return lastSyncAt === null ? t('app.line.never') : null;
}
