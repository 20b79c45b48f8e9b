import type { CallOptions } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Wanted } from './changes.ts';
import type { Client } from './client.ts';
import { hasChangedFollowers } from './followers.ts';
import { OWNER_TYPES } from './map-event.ts';
import { NOBODY } from './map-person.ts';
import { allPages } from './pages.ts';
import { parseMany, transactionWire, userWire, type WireTransaction } from './wire.ts';

/** What of `wanted` I have not set since a version of the ticket, whatever it is now. */
export async function withoutMyOwn(
  wanted: Wanted,
  ticketId: RemoteId,
  { client, me, since }: { readonly client: Client; readonly me: RemoteId; readonly since: string },
  call: CallOptions,
): Promise<Result<Wanted, Failure>> {
  const found = await allPages(
    client,
    'transactions',
    [
      { field: 'ObjectType', value: 'RT::Ticket' },
      { field: 'ObjectId', value: Number(ticketId) },
      { field: 'Creator', value: me },
      { field: 'id', operator: '>', value: Number(since) },
    ],
    { orderby: 'id', fields: 'ObjectId,Type,Field,OldValue,NewValue,Data,Creator,Created' },
    call,
  );
  if (!found.ok) return found;
  const mine = parseMany(transactionWire, found.value, 'message').good;
  let { Owner: owner } = wanted.fields;
  if (owner === NOBODY) {
    const nobody = await client.search('users', [{ field: 'Name', value: NOBODY }], { fields: 'id' }, call);
    if (!nobody.ok) return nobody;
    owner = parseMany(userWire, nobody.value.items, 'person').good[0]?.id;
  }
  const { CustomFields: custom, ...plain } = wanted.fields;
  const fields = Object.fromEntries(
    Object.entries(plain).filter(([name, value]) => !isSetBy(mine, name, name === 'Owner' ? owner : value)),
  );
  const left = Object.entries(custom ?? {}).filter(([id, value]) => !mine.some(setsCustomField(id, value)));
  return ok({
    fields: { ...fields, ...(left.length > 0 && { CustomFields: Object.fromEntries(left) }) },
    status: wanted.status !== null && mine.some(sets('Status', wanted.status)) ? null : wanted.status,
  });
}

const isSetBy = (mine: readonly WireTransaction[], name: string, value: unknown): boolean =>
  hasChangedFollowers(name, value, mine) ?? mine.some(sets(name, value));

const sets =
  (name: string, value: unknown) =>
  ({ Type: type, Field: field, OldValue: before, NewValue: after }: WireTransaction): boolean => {
    const [, verb, link] = /^(Add|Delete)(RefersTo|DependsOn)$/.exec(name) ?? [];
    if (verb !== undefined && Array.isArray(value))
      return (
        type === `${verb}Link` &&
        field === link &&
        value.some((id) => (verb === 'Add' ? after : before).endsWith(`/ticket/${id}`))
      );
    const isOfField =
      (type === 'Set' && field === name) ||
      (name === 'Status' ? type === name : name === 'Owner' && OWNER_TYPES.has(type));
    return isOfField && after === value;
  };

/** RT notes each value of a field of several by itself. */
const setsCustomField =
  (id: string, value: unknown) =>
  ({ Type: type, Field: field, OldValue: before, NewValue: after }: WireTransaction): boolean => {
    if (type !== 'CustomField' || field !== id) return false;
    if (!Array.isArray(value)) return after === (value ?? '');
    return after === '' ? !value.includes(before) : value.includes(after);
  };
