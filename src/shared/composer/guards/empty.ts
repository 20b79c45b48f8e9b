import type { Finding, Written } from './guard.ts';

/** There is nothing to send: no words and no file. */
export const empty = ({ text, files }: Written): Finding | null =>
  text.trim() === '' && files === 0 ? { guard: 'empty', what: '' } : null;
