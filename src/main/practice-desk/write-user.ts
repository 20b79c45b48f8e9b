import { type Desk, FIRST, iso } from './desk.ts';
import type { User } from './model.ts';

export type UserInput = {
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly locale?: string;
  readonly organization_id?: number | null;
  readonly notes?: string;
};

/** A new customer. */
export const createUser = (desk: Desk, input: UserInput): User => {
  const at = iso(desk.now());
  const user: User = {
    id: desk.store.nextId('users', FIRST.users),
    name: input.name,
    email: input.email ?? null,
    role: 'end-user',
    phone: input.phone ?? null,
    locale: input.locale ?? 'en-US',
    time_zone: 'Europe/Oslo',
    organization_id: input.organization_id ?? null,
    default_group_id: null,
    ticket_restriction: 'requested',
    notes: input.notes ?? '',
    tags: [],
    signature: null,
    active: true,
    created_at: at,
    updated_at: at,
  };
  desk.store.put('users', user);
  return user;
};
