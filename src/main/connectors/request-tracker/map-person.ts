import type { Person } from '#shared/domain/desk.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { WirePhones, WireTicket, WireUser } from './wire.ts';

/** Users that are nobody: the system itself and the owner of what nobody owns. */
export const SYSTEM_USER = '1';
export const NOBODY = 'Nobody';
/** As RT makes it when it is installed. */
export const NOBODY_ID = '6';

export const isUserId = (user: WireUser): boolean => /^\d+$/.test(user.id);
export const isPerson = (user: WireUser): boolean => isUserId(user) && user.id !== SYSTEM_USER && user.Name !== NOBODY;

/** Null for the system and for nobody. */
export function personRow(user: WireUser, role: Person['role']): Person | null {
  if (!isPerson(user)) return null;
  return {
    remoteId: user.id,
    name: nameOf(user),
    email: user.EmailAddress === '' ? null : user.EmailAddress,
    ...phonesOf(user),
    role,
    organizationId: null,
    locale: null,
    timeZone: null,
    active: true,
    groupIds: [],
    notes: null,
  };
}

/** RT has four numbers of a user; each may hold whatever was typed. */
export function phonesOf({ WorkPhone, MobilePhone, HomePhone, PagerPhone }: WirePhones): Phones {
  const [phone = null, ...others] = new Set(
    [WorkPhone, MobilePhone, HomePhone, PagerPhone].filter((one) => one !== ''),
  );
  return others.length === 0 ? { phone } : { phone, otherPhones: others };
}
type Phones = Pick<Person, 'phone' | 'otherPhones'>;

export const nameOf = (user: WireUser): string =>
  [user.RealName, user.Name, user.EmailAddress].find((name) => name !== '') ?? user.id;

export const isRequestor = (user: WireUser, { Requestor }: WireTicket): boolean =>
  Requestor.some(({ id }) => id === user.id);

/** `customers`: ids of those who are no agents on any ticket. */
export const roleOf = (
  creator: WireUser,
  ticket: WireTicket,
  customers: ReadonlySet<RemoteId>,
): 'requester' | 'agent' | 'system' => {
  if (!isPerson(creator)) return 'system';
  return isRequestor(creator, ticket) || customers.has(creator.id) ? 'requester' : 'agent';
};
