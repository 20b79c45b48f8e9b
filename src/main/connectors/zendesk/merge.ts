import type { CallOptions, MergeRequest } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import type { Client } from './client.ts';
import { saidInTicket } from './said-in-ticket.ts';

const jobSchema = z.looseObject({
  job_status: z.looseObject({
    id: z.string().min(1),
    status: z.string(),
    message: z.string().nullish(),
    results: z
      .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
      .nullish()
      .catch(null),
  }),
});
const failedSchema = z.looseObject({
  success: z.literal(false).optional(),
  error: z.string().optional(),
  details: z.string().optional(),
});

/**
 * Zendesk merges in a job of its own. The source's note says where it went in the very words by which a merged ticket is known
 * again (`mergedIntoOf`): nothing else on it does. What was said stays with the source unless the note on the target repeats it; that one
 * is internal whatever the customer is told, for it has the internal notes too.
 */
export async function beginMerge(
  account: Pick<Account, 'client' | 'facts'>,
  { sourceRemoteId, targetRemoteId, tellCustomer }: MergeRequest,
  options: CallOptions,
): Promise<Result<string | null, Failure>> {
  const said = await saidInTicket(account, sourceRemoteId, options);
  if (!said.ok) return said;
  const body = {
    ids: [Number(sourceRemoteId)],
    source_comment: `This request was closed and merged into request #${targetRemoteId}.`,
    target_comment: [`Request #${sourceRemoteId} was closed and merged into this request.`, said.value]
      .filter((part) => part !== '')
      .join(' What was said there:\n\n'),
    source_comment_is_public: tellCustomer,
    target_comment_is_public: false,
  };
  const path = `/api/v2/tickets/${encodeURIComponent(targetRemoteId)}/merge`;
  const begun = await account.client.send('POST', path, body, jobSchema, options);
  return begun.ok ? ok(begun.value.job_status.id) : begun;
}

export async function hasMergeEnded(
  client: Client,
  job: string,
  options: CallOptions,
): Promise<Result<boolean, Failure>> {
  const asked = await client.get(`/api/v2/job_statuses/${encodeURIComponent(job)}`, jobSchema, options);
  if (!asked.ok) return asked;
  const { status, message, results } = asked.value.job_status;
  if (status === 'queued' || status === 'working') return ok(false);
  const told = (Array.isArray(results) ? results : [results]).flatMap((one) => {
    const failed = failedSchema.safeParse(one);
    return failed.success && (failed.data.success === false || failed.data.error !== undefined) ? [failed.data] : [];
  });
  if (status === 'completed' && told.length === 0) return ok(true);
  const reasons = told.flatMap(({ details, error }) => details ?? error ?? []);
  return err({ code: 'rejected', reasons: reasons.length > 0 ? reasons : [message ?? status], detail: 'merge job' });
}
