import type { CallOptions, Pushed } from '#main/connectors/contract.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { isNothing, wantedOf } from './changes.ts';
import type { Client } from './client.ts';
import type { PresentReader, PresentTicket } from './present.ts';

const sentencesWire = z.array(z.string());

/** Changes fields of a ticket, and tells by reading back what RT has made of it. */
export function createFieldChanger(
  client: Client,
  { present, presentFor }: PresentReader,
  meId: () => Promise<RemoteId | null>,
) {
  const put = async (
    ticketId: RemoteId,
    body: Readonly<Record<string, unknown>>,
    version: string | null,
    call: CallOptions,
  ): Promise<Result<readonly string[], Failure>> => {
    const answer = await client.write('PUT', `ticket/${ticketId}`, body, version, call);
    if (!answer.ok) return answer;
    return ok(sentencesWire.safeParse(answer.value.body).data ?? []);
  };

  /** RT answers 200 to a change that it refused: only reading back tells, and its sentences say why. */
  const settle = async (
    ticketId: RemoteId,
    changes: TicketChanges,
    said: readonly string[],
    messageRemoteId: RemoteId | null,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    const after = await presentFor(ticketId, changes, call);
    // It was done; what it looks like now comes with the next changes.
    if (!after.ok) return ok({ ticketRemoteId: ticketId, messageRemoteId, rows: noRows() });
    const left = wantedOf(changes, after.value);
    if (left.ok && isNothing(left.value))
      return ok({ ticketRemoteId: ticketId, messageRemoteId, rows: after.value.rows });
    return err({
      code: 'rejected',
      reasons: said.length > 0 ? said : [left.ok ? { code: 'not-done' } : left.error],
      detail: 'refused in part',
    });
  };

  /** Fields, and with `status` the status too; then what could not be taken is said. */
  const change = async (
    ticketId: RemoteId,
    changes: TicketChanges,
    version: string | null,
    messageRemoteId: RemoteId | null,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    const now = await presentFor(ticketId, changes, call);
    if (!now.ok) return now;
    const wanted = wantedOf(changes, now.value);
    if (!wanted.ok) return err({ code: 'rejected', reasons: [wanted.error], detail: 'not possible here' });
    if (isNothing(wanted.value)) return ok({ ticketRemoteId: ticketId, messageRemoteId, rows: now.value.rows });
    const condition = conditionOf(version, now.value, await meId());
    if (condition === 'stale') return err({ code: 'conflict', detail: 'changed since' });
    const { fields, status } = wanted.value;
    const said = await put(ticketId, { ...fields, ...(status === null ? {} : { Status: status }) }, condition, call);
    if (!said.ok) return said;
    let sentences = said.value;
    const taken = await takeFromOwner(ticketId, changes, call);
    if (!taken.ok) return taken;
    sentences = [...sentences, ...taken.value];
    return settle(ticketId, changes, sentences, messageRemoteId, call);
  };

  /** Without the right to reassign, a ticket that a colleague owns can only be stolen. */
  const takeFromOwner = async (
    ticketId: RemoteId,
    changes: TicketChanges,
    call: CallOptions,
  ): Promise<Result<readonly string[], Failure>> => {
    if (changes.assigneeId === undefined || changes.assigneeId === null || changes.assigneeId !== (await meId()))
      return ok([]);
    const now = await present(ticketId, call);
    if (!now.ok || now.value.ticket.assigneeId === changes.assigneeId) return ok([]);
    const answer = await client.write('PUT', `ticket/${ticketId}/steal`, {}, null, call);
    return answer.ok ? ok(sentencesWire.safeParse(answer.value.body).data ?? []) : answer;
  };

  return { put, settle, change, takeFromOwner };
}

/** By people other than me, since `version`. What I did myself, and the mails that RT sent about it, do not make a write stale. */
const othersSince = (version: number, rows: Rows, me: RemoteId | null): boolean =>
  [
    ...rows.messages.map((message) => ({ id: message.remoteId, by: message.authorId })),
    ...rows.events.map((event) => ({ id: event.remoteId, by: event.actorId })),
  ].some(({ id, by }) => Number(id) > version && by !== null && by !== me);

/**
 * What a PUT is conditioned on: the ticket as it was just read, once that is known to be what the agent saw. RT takes no condition
 * on a message, so that for those this comparison is all there is. A version read without history is compared by its hour.
 */
export function conditionOf(version: string | null, now: PresentTicket, me: RemoteId | null): string | null | 'stale' {
  if (version === null) return null;
  const present = /^\d+$/.test(now.ticket.version) ? now.ticket.version : null;
  if (version === now.ticket.version) return present;
  if (/^\d+$/.test(version)) return othersSince(Number(version), now.rows, me) ? 'stale' : present;
  return version === `at-${now.ticket.updatedAt}` ? present : 'stale';
}
