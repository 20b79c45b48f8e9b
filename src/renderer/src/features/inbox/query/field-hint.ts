import type { Text } from '#shared/i18n/text.ts';
import { QUERY_FIELDS } from '#shared/views/query-fields.ts';
import type { QueryCompletion } from '../../../store/desk-views.ts';

/** What a field asks for, in a few words; empty for a value. */
export function fieldHint(t: Text, { label, text }: QueryCompletion): string {
  const field = QUERY_FIELDS.find((one) => one === label);
  return field && /[:<>]$/.test(text) ? t(`inbox.field.${field}`) : '';
}
