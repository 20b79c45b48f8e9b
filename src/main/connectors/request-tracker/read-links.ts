import type { CallOptions } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { TicketLink } from '#shared/domain/ticket.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import { PAGE } from './pages.ts';
import { parseMany } from './wire.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const linkedWire = z.looseObject({
  id,
  _hyperlinks: z.array(z.looseObject({ ref: z.string().nullish(), type: z.string().nullish(), id: id.nullish() })),
});
const KINDS: Readonly<Record<string, TicketLink['kind']>> = { 'refers-to': 'refers', 'depends-on': 'depends' };

/**
 * What tickets are linked with, of those that are: a search tells links only among all that a ticket leads to, which costs RT
 * some 40 ms a ticket. So it is asked which of them have any.
 */
export async function readLinks(
  client: Client,
  numbers: readonly number[],
  call: CallOptions,
): Promise<Result<ReadonlyMap<RemoteId, readonly TicketLink[]>, Failure>> {
  const these = numbers.map((number) => `id = ${number}`).join(' OR ');
  const found = await client.search(
    'tickets',
    `(${these}) AND (RefersTo IS NOT NULL OR DependsOn IS NOT NULL)`,
    { fields: '_hyperlinks', per_page: String(PAGE) },
    call,
  );
  if (!found.ok) return found;
  const links = parseMany(linkedWire, found.value.items, 'link').good.map(
    (ticket): readonly [RemoteId, readonly TicketLink[]] => [
      ticket.id,
      ticket._hyperlinks.flatMap((link) => {
        const kind = KINDS[link.ref ?? ''];
        return kind && link.type === 'ticket' && link.id != null ? [{ kind, remoteId: link.id }] : [];
      }),
    ],
  );
  return ok(new Map(links));
}
