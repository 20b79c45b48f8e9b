import { english, type TextKey } from '#shared/i18n/catalogue.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { ViewSummary } from '../../store/desk-api.ts';

const isTextKey = (key: string): key is TextKey => Object.hasOwn(english, key);

/** A view's name: from the catalogue for Holdfast's own, the helpdesk's words for its. */
export function viewTitle(t: Text, { title }: Pick<ViewSummary, 'title'>): string {
  if ('text' in title) return title.text;
  return isTextKey(title.key) ? t(title.key) : title.key;
}
