import type { CallOptions, ConnectorPorts, Pushed, ReadBack } from '#main/connectors/contract.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { Message } from '#shared/domain/conversation.ts';
import { type Failure, isGone } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import { ACTION_KEY } from './map-conversation.ts';
import { actionOf, toSideMessage } from './map-side-conversation.ts';
import { sidePath } from './side-conversations.ts';
import { sideConversationSchema, sideEventSchema } from './wire-side-conversation.ts';

type Forward = Extract<Action, { readonly kind: 'forward' }>;

const sentSchema = z.looseObject({ side_conversation: sideConversationSchema, event: sideEventSchema });
const keptSchema = z.looseObject({ id: z.string().min(1) });

/**
 * Begins a side conversation by mail, which is how Zendesk sends something of a ticket to people outside of it. It takes them as
 * recipients alone: its API knows neither cc nor bcc there
 * (https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/side-conversations).
 */
export async function pushForward(
  account: Account,
  { entry, action }: { readonly entry: OutboxEntry; readonly action: Forward },
  file: ConnectorPorts['file'],
  options: CallOptions,
): Promise<Result<Pushed, Failure>> {
  const id = entry.ticketRemoteId;
  if (id === null) return err({ code: 'notFound', detail: 'the ticket is not at the helpdesk yet' });
  if (entry.attempts > 1) {
    // Unlike a comment's, its mark is in nothing that was read before.
    const found = await readBackForward(account, entry, options);
    if (!found.ok) return found;
    if (found.value.found === 'yes') return ok(found.value.pushed);
  }
  const attached = await attach(account, action, file, options);
  if (!attached.ok) return unlessItCannot(attached);
  const mark = { [ACTION_KEY]: entry.id };
  const message = {
    subject: action.subject,
    html_body: action.words.html,
    to: action.to.map((email) => ({ email })),
    external_ids: mark,
    ...(attached.value.length > 0 && { attachment_ids: attached.value }),
  };
  const sent = await account.client.send('POST', sidePath(id), { message, external_ids: mark }, sentSchema, options);
  if (!sent.ok) return unlessItCannot(sent);
  const { side_conversation: conversation, event } = sent.value;
  return ok(pushedOf(id, toSideMessage(event, conversation, id, account.client.origin)));
}

/** The ticket was there a moment ago: what is missing, or not allowed, is the forwarding. */
function unlessItCannot(failed: { readonly ok: false; readonly error: Failure }): {
  readonly ok: false;
  readonly error: Failure;
} {
  if (!isGone(failed.error)) return failed;
  const told = failed.error.code === 'forbidden' ? failed.error.reasons : [];
  return err({ code: 'rejected', reasons: [{ code: 'no-forwarding' }, ...told], detail: failed.error.detail });
}

/** Files of a side conversation go another way than a comment's, and before it. */
async function attach(
  { client }: Account,
  { words }: Forward,
  file: ConnectorPorts['file'],
  options: CallOptions,
): Promise<Result<readonly string[], Failure>> {
  const ids: string[] = [];
  for (const { name, mimeType, sha256 } of words.files) {
    const bytes = await file(sha256);
    if (bytes === null) return err({ code: 'rejected', reasons: [{ code: 'file-gone', file: name }], detail: 'file' });
    const kept = await client.form(
      '/api/v2/tickets/side_conversations/attachments',
      { name, mimeType, bytes },
      keptSchema,
      options,
    );
    if (!kept.ok) return kept;
    ids.push(kept.value.id);
  }
  return ok(ids);
}

/** Looks among the ticket's side conversations for the one that bears the entry's mark. */
export async function readBackForward(
  account: Account,
  entry: OutboxEntry,
  options: CallOptions,
): Promise<Result<ReadBack, Failure>> {
  const id = entry.ticketRemoteId;
  if (id === null) return ok({ found: 'no' });
  const list = await account.side.list(id, options);
  if (!list.ok) return list;
  const conversation = list.value.find(({ external_ids }) => actionOf(external_ids) === entry.id);
  if (conversation === undefined) return ok({ found: 'no' });
  const read = await account.side.messagesOf(id, conversation, options);
  const message = read.ok ? read.value.find(({ clientId }) => clientId === entry.id) : undefined;
  return ok({ found: 'yes', pushed: pushedOf(id, message ?? null) });
}

/** The ticket itself is as it was. */
function pushedOf(ticketRemoteId: RemoteId, message: Message | null): Pushed {
  const rows = noRows();
  if (message !== null) rows.messages.push(message);
  return { ticketRemoteId, messageRemoteId: message?.remoteId ?? null, rows };
}
