import type { CallOptions, Pushed } from '#main/connectors/contract.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { OwnReason } from '#shared/domain/refusal.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { inBoth, isNothing, sizeOf, type Wanted, wantedOf } from './changes.ts';
import type { Client } from './client.ts';
import { withWholeAdminCc } from './followers.ts';
import { withoutMyOwn } from './own-history.ts';
import type { PresentReader, PresentTicket } from './present.ts';

const sentencesWire = z.array(z.string());

type Circumstances = {
  /** What the ticket must still be for the change to be made. */
  readonly version?: string | null;
  /** The message with which the change goes. */
  readonly messageRemoteId?: RemoteId | null;
  /** The ticket before an earlier attempt: what came of that is not done again. */
  readonly before?: Ticket | null;
};
type Left = {
  readonly missing: Wanted;
  /** Known by the history to have reached RT, at least in part. */
  readonly arrived: boolean;
};

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

  /**
   * What is left of changes that were tried when the ticket was as `before`. What I have set since, or was so already, is done even if
   * somebody has changed it back: to set it again would be to overrule them.
   */
  const leftOf = async (
    changes: TicketChanges,
    now: PresentTicket,
    before: Ticket | null,
    call: CallOptions,
  ): Promise<Result<Left, Failure>> => {
    const missing = wantedOf(changes, now);
    const tried = before === null ? missing : wantedOf(changes, { ...now, ticket: before });
    if (!missing.ok) return notPossible(missing.error);
    if (!tried.ok) return notPossible(tried.error);
    const me = await meId();
    const canTell = before !== null && /^\d+$/.test(before.version) && me !== null;
    if (!canTell || isNothing(missing.value)) return ok({ missing: missing.value, arrived: false });
    const unset = await withoutMyOwn(tried.value, now.ticket.remoteId, { client, me, since: before.version }, call);
    if (!unset.ok) return unset;
    return ok({
      missing: inBoth(missing.value, unset.value),
      arrived: sizeOf(unset.value) < sizeOf(tried.value),
    });
  };

  /** RT answers 200 to a change that it refused: only reading back tells, and its sentences say why. */
  const settle = async (
    ticketId: RemoteId,
    changes: TicketChanges,
    said: readonly string[],
    { messageRemoteId = null, before = null }: Pick<Circumstances, 'messageRemoteId' | 'before'>,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    const after = await presentFor(ticketId, changes, call);
    // It was done; what it looks like now comes with the next changes.
    if (!after.ok) return ok({ ticketRemoteId: ticketId, messageRemoteId, rows: noRows() });
    const left = await leftOf(changes, after.value, before, call);
    if (left.ok && isNothing(left.value.missing))
      return ok({ ticketRemoteId: ticketId, messageRemoteId, rows: after.value.rows });
    const isReason = !left.ok && left.error.code === 'rejected';
    const reasons = isReason ? left.error.reasons : [{ code: 'not-done' } as const];
    return err({ code: 'rejected', reasons: said.length > 0 ? said : reasons, detail: 'refused in part' });
  };

  /** Fields, and with `status` the status too; then what could not be taken is said. */
  const change = async (
    ticketId: RemoteId,
    changes: TicketChanges,
    circumstances: Circumstances,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    const { version = null, messageRemoteId = null, before = null } = circumstances;
    const now = await presentFor(ticketId, changes, call);
    if (!now.ok) return now;
    const left = await leftOf(changes, now.value, before, call);
    if (!left.ok) return left;
    const { missing } = left.value;
    if (isNothing(missing)) return ok({ ticketRemoteId: ticketId, messageRemoteId, rows: now.value.rows });
    const condition = conditionOf(version, now.value, await meId());
    if (condition === 'stale') return err({ code: 'conflict', detail: 'changed since' });
    const { fields, status } = missing;
    const body = withWholeAdminCc(fields, now.value);
    const said = await put(ticketId, { ...body, ...(status === null ? {} : { Status: status }) }, condition, call);
    if (!said.ok) return said;
    let sentences = said.value;
    const taken = await takeFromOwner(ticketId, changes, call);
    if (!taken.ok) return taken;
    sentences = [...sentences, ...taken.value];
    return settle(ticketId, changes, sentences, circumstances, call);
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

  return { put, settle, leftOf, change, takeFromOwner };
}

const notPossible = (reason: OwnReason) =>
  err({ code: 'rejected', reasons: [reason], detail: 'not possible here' } as const);

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
