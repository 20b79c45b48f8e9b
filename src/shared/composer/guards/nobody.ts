import type { Finding, Written } from './guard.ts';

/** A public reply on a ticket without a requester or anybody in copy reaches nobody, and looks answered. */
export const nobody = ({ kind, toRequester, addresses }: Written): Finding | null =>
  kind === 'reply' && !toRequester && addresses.length === 0 ? { guard: 'nobody', what: '' } : null;
