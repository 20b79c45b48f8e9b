import type { CallOptions } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Client } from './client.ts';
import { isPerson } from './map-person.ts';
import { userWire, type WireUser } from './wire.ts';

/** Those of some users who are no agents, by id. */
export type CustomersAmong = (
  users: readonly WireUser[],
  call: CallOptions,
) => Promise<Result<ReadonlySet<RemoteId>, Failure>>;

/**
 * Whoever knows the number of a ticket may write to it, also somebody who is not its requestor. That a user is privileged, and so an
 * agent, RT tells of one user at a time; asked for is only whom it names by an address, as it names those whose mail it takes in, and
 * each once. One whom the account may not look at stays an agent.
 */
export function createCustomers(client: Client): CustomersAmong {
  const isCustomer = new Map<RemoteId, boolean>();
  return async (users, call) => {
    const named = users.filter((user) => isPerson(user) && user.Name.includes('@'));
    for (const { id } of named) {
      if (isCustomer.has(id)) continue;
      const answer = await client.read(`user/${id}`, {}, call);
      if (!answer.ok && answer.error.code !== 'forbidden' && answer.error.code !== 'notFound') return answer;
      const told = answer.ok ? userWire.safeParse(answer.value.body).data : undefined;
      isCustomer.set(id, told?.Privileged === '0');
    }
    return ok(new Set(named.flatMap(({ id }) => (isCustomer.get(id) ? [id] : []))));
  };
}
