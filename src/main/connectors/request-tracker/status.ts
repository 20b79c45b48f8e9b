import type { Status } from '#shared/domain/ticket.ts';

/** Where a lifecycle puts a status. */
export type StatusClass = 'initial' | 'active' | 'inactive';

const WAITS_FOR_CUSTOMER = /stall|pend|wait|customer|requestor|requester|reply|feedback|information/i;
const ON_HOLD = /hold|park|suspend|postpone|vendor|third|block|defer|sleep/i;
const GIVEN_UP = /reject|refus|declin|spam|cancel|invalid|abandon|duplicat|closed|archiv|delet|den(y|ied)|withdrawn/i;

/** Holdfast's status for a lifecycle's own: its class decides first, its name then. */
export function statusOf(name: string, kind: StatusClass): Status {
  if (kind === 'initial') return 'new';
  if (kind === 'inactive') return GIVEN_UP.test(name) ? 'closed' : 'solved';
  if (ON_HOLD.test(name)) return 'on-hold';
  return WAITS_FOR_CUSTOMER.test(name) ? 'pending' : 'open';
}

/** The stock lifecycle, which needs no asking. */
export const DEFAULT_LIFECYCLE: Readonly<Record<string, StatusClass>> = {
  new: 'initial',
  open: 'active',
  stalled: 'active',
  resolved: 'inactive',
  rejected: 'inactive',
};

/** Of a status that no ticket has, the name is all there is. */
export const guessClass = (name: string): StatusClass => {
  if (/^(new|received|incoming|untriaged|submitted)/i.test(name)) return 'initial';
  return /solve|reject|refus|close|ship|done|cancel|complet|finish|deliver|deni|delet/i.test(name)
    ? 'inactive'
    : 'active';
};

/**
 * Our word for a status that a ticket of this lifecycle once had. RT tells the class of a status only of tickets that are in it, so
 * that of one of a site's own making the name has to do.
 */
export const pastStatusOf = (name: string, lifecycle: string): Status =>
  statusOf(name, (lifecycle === 'default' ? DEFAULT_LIFECYCLE[name] : undefined) ?? guessClass(name));

const FALLBACKS: Readonly<Record<Status, readonly Status[]>> = {
  new: ['new'],
  open: ['open'],
  pending: ['pending', 'on-hold'],
  'on-hold': ['on-hold', 'pending'],
  solved: ['solved', 'closed'],
  closed: ['closed', 'solved'],
};

/** The queue's own name for a wanted status; null when it has none that would do. */
export function nameOfStatus(
  wanted: Status,
  names: readonly { readonly name: string; readonly status: Status }[],
): string | null {
  for (const status of FALLBACKS[wanted]) {
    const fitting = names.find((entry) => entry.status === status);
    if (fitting !== undefined) return fitting.name;
  }
  return null;
}
