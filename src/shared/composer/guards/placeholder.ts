import { excerpt, type Finding, type Written } from './guard.ts';
import { ownWords } from './own-words.ts';

/** Zendesk's and Liquid's outputs and tags (https://shopify.github.io/liquid/basics/introduction/). */
const PLACEHOLDER = /\{\{[^{}]*\}\}|\{%.*?%\}/su;

/**
 * A placeholder that was not filled: the customer would read the program's inside in place of their own name. What somebody else
 * wrote is forwarded with the braces that they wrote.
 */
export function placeholder({ kind, text }: Written): Finding | null {
  const found = PLACEHOLDER.exec(kind === 'forward' ? ownWords(text) : text)?.[0];
  return found === undefined ? null : { guard: 'placeholder', what: excerpt(found) };
}
