import { excerpt, type Finding, type Written } from './guard.ts';

/** Zendesk's and Liquid's outputs and tags (https://shopify.github.io/liquid/basics/introduction/). */
const PLACEHOLDER = /\{\{[^{}]*\}\}|\{%.*?%\}/su;

/** A placeholder that was not filled: the customer would read the program's inside in place of their own name. */
export function placeholder({ text }: Written): Finding | null {
  const found = PLACEHOLDER.exec(text)?.[0];
  return found === undefined ? null : { guard: 'placeholder', what: excerpt(found) };
}
