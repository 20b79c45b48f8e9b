import type { DynamicContent } from '#shared/domain/desk.ts';
import type { WireDynamicContent, WireLocale } from './wire.ts';

/**
 * Dynamic content under the name that its placeholder has. A variant that is not active is never used, and the default one stands in
 * for every language that has none (developer.zendesk.com/api-reference/ticketing/ticket-management/dynamic_content_item_variants).
 * Null for one that no placeholder stands for, or that has nothing to say.
 */
export function toDynamicContent(wire: WireDynamicContent, locales: readonly WireLocale[]): DynamicContent | null {
  const name = /^\{\{\s*dc\.([^\s{}]+)\s*\}\}$/.exec(wire.placeholder)?.[1];
  const variants = wire.variants
    .filter(({ active }) => active)
    .sort((a, b) => Number(b.default) - Number(a.default))
    .map(({ content, locale_id: localeId }) => ({
      locale: locales.find(({ id }) => id === localeId)?.locale ?? null,
      content,
    }));
  return name === undefined || variants.length === 0 ? null : { remoteId: String(wire.id), name, variants };
}
