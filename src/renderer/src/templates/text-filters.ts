import { printed } from './printed.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const entityOf = (sign: string): string => ENTITIES[sign] ?? sign;

/** Leaves entities that are there as they are. */
const escapeOnce = (text: unknown): string => printed(text).replace(/["'<>]|&(?!(?:[a-zA-Z]+|#\d+);)/gu, entityOf);

/** Ruby's `split`: a space parts words wherever they stand, nothing parts characters, and empty ends are left out. */
function split(text: unknown, by: unknown): readonly string[] {
  const [whole, separator] = [printed(text), printed(by)];
  if (whole === '') return [];
  if (separator === '') return Array.from(whole);
  const parts = separator === ' ' ? whole.trim().split(/\s+/u) : whole.split(separator);
  return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1);
}

function size(of: unknown): number {
  if (typeof of === 'string') return Array.from(of).length;
  if (Array.isArray(of)) return of.length;
  return typeof of === 'object' && of !== null ? Object.keys(of).length : 0;
}

/** A text with no more words than that is left as it is. */
function truncateWords(text: unknown, words: unknown = 15, end: unknown = '...'): string {
  const whole = printed(text);
  const limit = Math.max(1, Math.trunc(Number(words)) || 1);
  const found = whole.trim().split(/\s+/u);
  return found.length > limit ? `${found.slice(0, limit).join(' ')}${printed(end)}` : whole;
}

/** Filters of texts in which the engine differs from Liquid's standard filters. */
export const textFilters = {
  escape: (text: unknown): string => printed(text).replace(/[&<>"']/gu, entityOf),
  escape_once: escapeOnce,
  split,
  size,
  truncatewords: truncateWords,
};
