import type { Text } from '#shared/i18n/text.ts';
import type { BatchProgress } from '../../store/desk-actions.ts';

/** "35 done, 2 need you". */
export function progressInWords(t: Text, { delivered, takenBack, waiting, stuck }: BatchProgress): string {
  const parts = [
    ...(delivered > 0 ? [t('batch.done', { count: delivered })] : []),
    ...(stuck.length > 0 ? [t('batch.stuck', { count: stuck.length })] : []),
    ...(waiting > 0 ? [t('batch.waiting', { count: waiting })] : []),
    ...(takenBack > 0 ? [t('batch.takenBack', { count: takenBack })] : []),
  ];
  return t.intl.formatList(parts, { type: 'unit' });
}
