/** Something in braces that a message must not be sent with; `start` and `end` count UTF-16 units. */
export type Placeholder = {
  readonly start: number;
  readonly end: number;
  /** As it stands in the text. */
  readonly source: string;
} & (
  | { readonly kind: 'cursor' }
  | { readonly kind: 'ask'; readonly label: string }
  | { readonly kind: 'response'; readonly shortcode: string }
  /** Nothing of ours: an output that resolved to nothing, or what is left of a template. */
  | { readonly kind: 'leftover' }
);
export type TabStop = Exclude<Placeholder, { readonly kind: 'leftover' }>;

/**
 * What stands between braces, without braces of the same kind inside, so that one that is never closed costs no second look at
 * the text behind it.
 */
const BRACES = /\{\{((?:(?!\{\{|\}\})[^])*)\}\}|\{%(?:(?!\{%|%\})[^])*%\}/gu;
const ASK = 'ask:';
const RESPONSE = 'response:';
const SHORTCODE = /^[\p{L}\p{M}\p{N}._-]+$/u;

/** Every `{{…}}` and `{%…%}` in a text, in order. */
export const findPlaceholders = (text: string): readonly Placeholder[] =>
  [...text.matchAll(BRACES)].map(({ 0: source, 1: inner, index }) => ({
    start: index,
    end: index + source.length,
    source,
    ...meaningOf(inner),
  }));

/** Where the agent still has something to fill in or put in: `{{cursor}}`, `{{ask:order number}}`, `{{response:shortcode}}`. */
export const findTabStops = (text: string): readonly TabStop[] => findPlaceholders(text).filter(isTabStop);

export const isTabStop = (placeholder: Placeholder): placeholder is TabStop => placeholder.kind !== 'leftover';

type Meaning =
  | { readonly kind: 'cursor' | 'leftover' }
  | { readonly kind: 'ask'; readonly label: string }
  | { readonly kind: 'response'; readonly shortcode: string };

function meaningOf(inner: string | undefined): Meaning {
  const said = inner?.trim() ?? '';
  if (said === 'cursor') return { kind: 'cursor' };
  if (said.startsWith(ASK)) {
    const label = said.slice(ASK.length).trim();
    return label === '' || label.includes('\n') ? { kind: 'leftover' } : { kind: 'ask', label };
  }
  if (said.startsWith(RESPONSE)) {
    const shortcode = said.slice(RESPONSE.length).trim();
    return SHORTCODE.test(shortcode) ? { kind: 'response', shortcode } : { kind: 'leftover' };
  }
  return { kind: 'leftover' };
}
