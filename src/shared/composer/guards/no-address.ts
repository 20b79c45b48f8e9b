import type { Finding, Written } from './guard.ts';

/** What is forwarded goes to somebody whom the agent names: the ticket knows nobody to take instead. */
export const noAddress = ({ kind, addresses }: Written): Finding | null =>
  kind === 'forward' && addresses.length === 0 ? { guard: 'no-address', what: '' } : null;
