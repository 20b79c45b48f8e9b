import type { Finding, Written } from './guard.ts';

/** A copy for what is no address makes the helpdesk refuse the message, long after the agent has gone on. */
export function address({ addresses }: Written): Finding | null {
  const wrong = addresses.find((one) => !/^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+$/u.test(one));
  return wrong === undefined ? null : { guard: 'address', what: wrong };
}
