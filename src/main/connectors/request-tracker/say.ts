import { isUtf8 } from 'node:buffer';
import type { CallOptions, ConnectorPorts } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Client } from './client.ts';
import { markedType } from './map-message.ts';
import { singleTicketWire } from './wire.ts';

type Words = Extract<Action, { kind: 'note' }>['words'];

/** Says something on a ticket, with its files, marked so that it is found again. */
export function createSpeaker(client: Client, ports: Pick<ConnectorPorts, 'file'>) {
  /** Files go along in the same request, so that a message arrives with all of them or not at all. */
  const filesOf = async (words: Words): Promise<Result<readonly unknown[], Failure>> => {
    const files = [];
    for (const file of words.files) {
      const bytes = await ports.file(file.sha256);
      if (bytes === null)
        return err({ code: 'rejected', reasons: [{ code: 'file-gone', file: file.name }], detail: 'file' });
      files.push({
        FileName: sendableName(file.name),
        FileType: sendableType(file.mimeType, bytes),
        FileContent: Buffer.from(bytes).toString('base64'),
      });
    }
    return ok(files);
  };

  const say = async (
    entry: OutboxEntry,
    ticketId: RemoteId,
    path: 'correspond' | 'comment',
    words: Words,
    status: string | null,
    call: CallOptions,
  ): Promise<Result<RemoteId | null, Failure>> => {
    const files = await filesOf(words);
    if (!files.ok) return files;
    const answer = await client.write(
      'POST',
      `ticket/${ticketId}/${path}`,
      {
        // Without a body RT leaves out the part that carries the mark.
        Content: words.html || ' ',
        ContentType: markedType('text/html', entry.id),
        ...(files.value.length > 0 ? { Attachments: files.value } : {}),
        ...(status === null ? {} : { Status: status }),
      },
      null,
      call,
    );
    if (!answer.ok) return answer;
    // The new transaction is told by the Location header alone.
    return ok(/\/transaction\/(\d+)$/.exec(answer.value.location ?? '')?.[1] ?? null);
  };

  /** RT knows no copies of a single message but people who always get one; the ticket's own are kept. */
  const ccOf = async (
    ticketId: RemoteId,
    cc: readonly string[],
    call: CallOptions,
  ): Promise<Result<readonly string[] | null, Failure>> => {
    if (cc.length === 0) return ok(null);
    const answer = await client.read(`ticket/${ticketId}`, {}, call);
    if (!answer.ok) return answer;
    const before = singleTicketWire.safeParse(answer.value.body).data?.Cc?.map((user) => user.id) ?? [];
    const added = cc.filter((address) => !before.includes(address));
    return ok(added.length === 0 ? null : [...before, ...added]);
  };

  return { filesOf, say, ccOf };
}

/**
 * The type under which a file goes, so that its bytes come back as they were: RT rewrites text into UTF-8 from a character
 * set that it guesses, unless it is told one, and leaves alone what it does not take for text.
 */
function sendableType(mimeType: string, bytes: Uint8Array): string {
  if (!mimeType.startsWith('text/')) return mimeType;
  return isUtf8(bytes) ? `${mimeType.replace(/;.*/, '')}; charset=utf-8` : 'application/octet-stream';
}

/**
 * RT 5.0.3 takes a name for bytes and answers 500 where a letter is none (`REST2/Resource/Message.pm`). As an encoded word of RFC 2047
 * it is plain letters on the way, which RT decodes as it does those of mail.
 */
const sendableName = (name: string): string =>
  /^[ -~]*$/.test(name) ? name : `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`;
