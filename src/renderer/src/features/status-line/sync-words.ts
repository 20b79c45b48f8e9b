import type { Health } from '#shared/domain/account.ts';
import type { Text } from '#shared/i18n/text.ts';

/** How an account's sync stands; the time of the last one is said apart. */
export function syncWords(t: Text, { phase, progress, lastSyncAt, online }: Health): string {
  if (phase === 'first-sync') {
    const done = t.intl.formatNumber(progress?.done ?? 0);
    const total = progress?.total ?? null;
    return total === null
      ? t('app.line.firstSync', { done })
      : t('app.line.firstSyncOf', { done, total: t.intl.formatNumber(total) });
  }
  if (phase === 'syncing' && online) return t('app.line.syncing');
  if (lastSyncAt === null) return t('app.line.never');
  return t('app.line.synced');
}
