import { english, type TextKey } from '#shared/i18n/catalogue.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { ViewSummary } from '../../store/desk-views.ts';

const isTextKey = (key: string): key is TextKey => Object.hasOwn(english, key);

/** A view's name: from the catalogue for Holdfast's own, the helpdesk's words for its. */
export function viewTitle(t: Text, { title }: Pick<ViewSummary, 'title'>): string {
  if ('text' in title) return title.text;
  return isTextKey(title.key) ? t(title.key) : title.key;
}

/** Why a view cannot be shown; undefined where it can. */
export function barredBecause(t: Text, { source, count }: Pick<ViewSummary, 'source' | 'count'>): string | undefined {
  if (source === 'unreadable') return t('inbox.views.unreadable');
  return count === null ? t('inbox.views.uncounted') : undefined;
}

/** Why a change of the agent's views was not kept. */
export const viewsProblem = (t: Text, problem: 'no-link' | 'not-kept'): string =>
  t(problem === 'no-link' ? 'inbox.views.noLink' : 'inbox.views.notKept');
