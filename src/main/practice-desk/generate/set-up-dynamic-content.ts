import { DYNAMIC_CONTENT } from '../data/dynamic-content.ts';
import { DEFAULT_LOCALE, localeIdOf } from '../data/locales.ts';
import { type Desk, FIRST } from '../desk.ts';
import type { DynamicContentItem } from '../model.ts';
import { withFieldIds } from './field-ids.ts';

/** The shop's own texts in its languages. */
export const setUpDynamicContent = (
  { store }: Desk,
  dates: Pick<DynamicContentItem, 'created_at' | 'updated_at'>,
): void => {
  for (const { name, variants } of DYNAMIC_CONTENT)
    store.put('dynamicContent', {
      id: store.nextId('dynamicContent', FIRST.dynamicContent),
      name,
      placeholder: `{{dc.${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}}}`,
      default_locale_id: localeIdOf(DEFAULT_LOCALE),
      outdated: false,
      variants: Object.entries(variants).map(([locale, content]) => ({
        id: store.nextId('dynamicContent', FIRST.dynamicContent),
        content: withFieldIds(content),
        locale_id: localeIdOf(locale),
        outdated: false,
        active: true,
        default: locale === DEFAULT_LOCALE,
        ...dates,
      })),
      ...dates,
    });
};
