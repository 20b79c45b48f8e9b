import { Liquid, filters as library } from 'liquidjs';
import { Capture } from './capture-tag.ts';
import { createDateFilter } from './date-filter.ts';
import { type FilterHandler, guardFilter } from './guard-filter.ts';
import { type Budget, LIMITS } from './limits.ts';
import { numberFilters } from './number-filters.ts';
import { textFilters } from './text-filters.ts';

/**
 * Tags of Liquid for Designers, which Zendesk refers to
 * (https://support.zendesk.com/hc/en-us/articles/4408883291290); none that reads another template.
 */
const TAGS = [
  'assign',
  'break',
  'capture',
  'case',
  'comment',
  'continue',
  'cycle',
  'decrement',
  'for',
  'if',
  'increment',
  'raw',
  'tablerow',
  'unless',
  '#',
];

/** Standard filters (https://shopify.github.io/liquid/) that the library has as Liquid defines them. */
const AS_THEY_ARE = [
  'append',
  'capitalize',
  'compact',
  'concat',
  'default',
  'downcase',
  'first',
  'join',
  'last',
  'lstrip',
  'map',
  'newline_to_br',
  'prepend',
  'remove',
  'remove_first',
  'remove_last',
  'replace',
  'replace_first',
  'replace_last',
  'reverse',
  'rstrip',
  'slice',
  'sort',
  'sort_natural',
  'strip',
  'strip_html',
  'strip_newlines',
  'sum',
  'truncate',
  'uniq',
  'upcase',
  'url_decode',
  'where',
];

/** The library with what may be used and nothing else: no files, no prototypes, limits in force. */
export function createEngine(parts: { readonly budget: Budget; readonly now: () => number }): Liquid {
  const liquid = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    preserveTimezones: true,
    // Liquid's names of days and months are English.
    locale: 'en-US',
    memoryLimit: LIMITS.memory,
  });
  for (const name of Object.keys(liquid.tags)) if (!TAGS.includes(name)) delete liquid.tags[name];
  liquid.registerTag('capture', Capture);
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name);
  const filters: Readonly<Record<string, FilterHandler>> = {
    ...Object.fromEntries(AS_THEY_ARE.map((name) => [name, fromLibrary(name)])),
    ...numberFilters,
    ...textFilters,
    // What Ruby's `CGI.escape` leaves is less than what `encodeURIComponent` leaves.
    url_encode: fromLibrary('cgi_escape'),
    date: createDateFilter(fromLibrary('date'), parts.now),
  };
  for (const [name, filter] of Object.entries(filters)) liquid.registerFilter(name, guardFilter(filter, parts.budget));
  return liquid;
}

function fromLibrary(name: string): FilterHandler {
  const filter = library[name];
  if (typeof filter !== 'function') throw new Error(`the library has no filter ${name}`);
  return filter;
}
