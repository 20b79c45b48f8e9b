import type { CallOptions } from '#main/connectors/contract.ts';
import type { Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Present } from './changes.ts';
import type { Client } from './client.ts';
import type { Desk } from './desk.ts';
import { isTagField } from './field-values.ts';
import type { TicketReader } from './read-tickets.ts';

/** What these need to know is told only of a ticket by itself. */
const ONLY_ALONE = ['tagsAdded', 'tagsRemoved', 'followersAdded', 'followersRemoved'] as const;

const id = z.union([z.string(), z.number()]).transform(String);
const fieldsWire = z.looseObject({
  CustomFields: z.array(z.looseObject({ id, name: z.string() })).nullish(),
  AdminCc: z.array(z.looseObject({ id, type: z.string().nullish() })).nullish(),
});

/** A ticket as it is now, with the whole of its rows. */
export type PresentTicket = Present & { readonly rows: Rows };
export type PresentReader = ReturnType<typeof createPresentReader>;

/** Reads what a write must know of its ticket. */
export function createPresentReader(client: Client, reader: TicketReader, desk: Desk) {
  /** The ticket as it is now. A ticket that went is `notFound`. */
  const present = async (ticketId: RemoteId, call: CallOptions): Promise<Result<PresentTicket, Failure>> => {
    const rows = await reader.whole([ticketId], call);
    if (!rows.ok) return rows;
    const ticket = rows.value.tickets[0];
    if (ticket === undefined) return err({ code: 'notFound', detail: rows.value.removals[0]?.reason ?? 'unreadable' });
    return ok({ ticket, rows: rows.value, tagFieldId: null, copiedGroupIds: [], statusNames: [] });
  };

  /** Adds what only a change needs to know. */
  const presentFor = async (ticketId: RemoteId, changes: TicketChanges, call: CallOptions) => {
    const found = await present(ticketId, call);
    if (!found.ok) return found;
    let { statusNames, tagFieldId, copiedGroupIds } = found.value;
    if (changes.status !== undefined) {
      const names = await desk.namesOfQueue(changes.groupId ?? found.value.ticket.groupId ?? '', call);
      if (!names.ok) return names;
      statusNames = names.value;
    }
    if (ONLY_ALONE.some((change) => changes[change] !== undefined)) {
      const answer = await client.read(`ticket/${ticketId}`, {}, call);
      if (!answer.ok) return answer;
      const fields = fieldsWire.safeParse(answer.value.body);
      tagFieldId = fields.data?.CustomFields?.find((field) => isTagField(field.name))?.id ?? null;
      copiedGroupIds = (fields.data?.AdminCc ?? []).flatMap(({ type, id }) => (type === 'group' ? [id] : []));
    }
    return ok({ ...found.value, statusNames, tagFieldId, copiedGroupIds });
  };

  return { present, presentFor };
}
