import type { CallOptions, MergeRequest } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import type { TicketReader } from './read-tickets.ts';

/**
 * RT merges at once. It answers 200 to what it refuses, with a sentence in the user's language: only reading the source again
 * tells, and the sentence says why. RT writes no message about it.
 */
export async function mergeTicket(
  client: Client,
  reader: TicketReader,
  { sourceRemoteId, targetRemoteId }: MergeRequest,
  call: CallOptions,
): Promise<Result<null, Failure>> {
  const path = `ticket/${encodeURIComponent(sourceRemoteId)}`;
  const answer = await client.write('PUT', path, { MergeInto: targetRemoteId }, null, call);
  if (!answer.ok) return answer;
  const now = await reader.whole([sourceRemoteId], call);
  if (!now.ok) return err({ code: 'unknownOutcome', detail: 'merged, and not read back' });
  if (now.value.removals.some(({ reason }) => reason === 'merged')) return ok(null);
  const said = z.array(z.string()).safeParse(answer.value.body).data ?? [];
  return err({ code: 'rejected', reasons: said.length > 0 ? said : [{ code: 'not-done' }], detail: 'not merged' });
}
