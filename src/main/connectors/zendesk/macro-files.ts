import type { CallOptions, NamedFile } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import { macroAttachmentSchema } from './wire.ts';

const listSchema = z.looseObject({ macro_attachments: z.array(macroAttachmentSchema) });

/** At most five, says Zendesk's reference of macros. Bytes may lie with another host: it is given no token. */
export async function readMacroFiles(
  client: Client,
  macroId: string,
  options: CallOptions,
): Promise<Result<readonly NamedFile[], Failure>> {
  const listed = await client.get(`/api/v2/macros/${encodeURIComponent(macroId)}/attachments`, listSchema, options);
  if (!listed.ok) return listed;
  const files: NamedFile[] = [];
  for (const { filename: name, content_type: mimeType, content_url: url } of listed.value.macro_attachments) {
    if (!URL.canParse(url, client.origin))
      return err({ code: 'server', status: 200, nonsense: true, detail: 'a file of a macro without an address' });
    const got = await client.bytes(url, options);
    if (!got.ok) return got;
    files.push({ name, mimeType, bytes: got.value.bytes });
  }
  return ok(files);
}
