import type { CallOptions, FileBytes } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { err, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import { attachmentSchema } from './wire.ts';

/**
 * An attachment's bytes. Ids are Zendesk's numbers, or the path of what no record names: inline images (see `inlineImages`) and
 * files of side conversations. Bytes may lie with another host: it is given no token.
 */
export async function readAttachment(
  client: Client,
  id: string,
  options: CallOptions,
): Promise<Result<FileBytes, Failure>> {
  if (/^\/(?:attachments|api\/v2\/tickets)\//.test(id)) return client.bytes(id, options);
  const record = await client.get(
    `/api/v2/attachments/${encodeURIComponent(id)}`,
    z.looseObject({ attachment: attachmentSchema }),
    options,
  );
  if (!record.ok) return record;
  const { content_url: url, content_type: mimeType } = record.value.attachment;
  if (url === null || !URL.canParse(url, client.origin))
    return err({ code: 'server', status: 200, nonsense: true, detail: 'an attachment without an address' });
  const got = await client.bytes(url, options);
  return got.ok ? { ok: true, value: { bytes: got.value.bytes, mimeType } } : got;
}
