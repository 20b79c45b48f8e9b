import type { Action } from '#shared/outbox/action.ts';

/** The token of the deed that wrote this; null for what others wrote. */
export const tokenIn = (text: string): string | null => /\bw\d+x\d+\b/.exec(text)?.[0] ?? null;

export const tokenOf = (action: Action): string | null =>
  tokenIn(action.kind === 'update' ? (action.changes.tagsAdded ?? []).join(' ') : action.words.markdown);
