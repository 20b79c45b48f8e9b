import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { type Desk, iso } from './desk.ts';
import type { Attachment, Ticket, User } from './model.ts';
import { invalid, type Refusal } from './refusal.ts';
import type { SideConversation, SideEvent, SideMessage, SideParticipant } from './side-model.ts';
import { htmlToText, textToHtml } from './text-html.ts';

const externalIds = z.record(z.string(), z.string()).optional();
const messageSchema = z.object({
  subject: z.string().optional(),
  body: z.string().optional(),
  html_body: z.string().optional(),
  to: z.array(z.object({ email: z.string().optional(), name: z.string().optional() })).optional(),
  external_ids: externalIds,
  attachment_ids: z.array(z.string()).optional(),
});
/** What a side conversation is begun or answered with; unknown properties are ignored. */
export const sideInputSchema = z.object({ message: messageSchema, external_ids: externalIds });
export type SideInput = z.infer<typeof sideInputSchema>;

const PREVIEW_LETTERS = 140;
/** Stands for an upload's token until a message takes it. */
export const WAITING_FOR_A_MESSAGE = 'side-conversation';

/** Ids of files are words there, and say where the bytes lie. */
export const sideFileId = (attachment: Attachment): string => `s3-${attachment.token}`;

const idOf = (desk: Desk, what: string): string => {
  const hash = createHash('sha256')
    .update(`${desk.seed}:${what}:${desk.store.nextId(what, 1)}`)
    .digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
};

export const agentIn = ({ id, name, email }: User): SideParticipant => ({ user_id: id, name, email });

/** A message as the desk keeps it, or what is wrong with it. */
function written(
  desk: Desk,
  from: SideParticipant,
  { message }: SideInput,
  known: { readonly subject: string; readonly to: readonly SideParticipant[] },
): Result<SideMessage, Refusal> {
  const { store } = desk;
  const to = message.to?.map(({ email, name }) => ({ user_id: null, name: name ?? null, email: email ?? null }));
  if (to !== undefined ? to.length === 0 || to.some(({ email }) => !email?.includes('@')) : known.to.length === 0)
    return err(invalid('to', 'To: is invalid'));
  const html = message.html_body ?? (message.body === undefined ? null : textToHtml(message.body));
  if (html === null || htmlToText(html) === '') return err(invalid('body', 'Body: cannot be blank', 'BlankValue'));
  const waiting = store.all('attachments').filter((one) => one.upload_token === WAITING_FOR_A_MESSAGE);
  const files = (message.attachment_ids ?? []).map((id) => waiting.find((one) => sideFileId(one) === id));
  if (files.includes(undefined)) return err(invalid('attachment_ids', 'Attachment: is not known'));
  const attachments = files.flatMap((one) => one ?? []);
  for (const one of attachments) store.put('attachments', { ...one, upload_token: null });
  const body = message.body ?? htmlToText(html);
  return ok({
    subject: message.subject ?? known.subject,
    preview_text: body.slice(0, PREVIEW_LETTERS),
    from,
    to: to ?? known.to,
    body,
    html_body: html,
    external_ids: message.external_ids ?? {},
    attachment_ids: attachments.map(({ id }) => id),
  });
}

/** Something said to people outside of a ticket. The ticket itself stays as it was. */
export function beginSideConversation(
  desk: Desk,
  actor: User,
  ticket: Ticket,
  input: SideInput,
): Result<SideConversation, Refusal> {
  const message = written(desk, agentIn(actor), input, { subject: ticket.subject, to: [] });
  if (!message.ok) return message;
  const at = iso(desk.now());
  const event: SideEvent = {
    id: idOf(desk, 'side-event'),
    type: 'create',
    actor: agentIn(actor),
    message: message.value,
    created_at: at,
  };
  const conversation: SideConversation = {
    id: idOf(desk, 'side-conversation'),
    ticket_id: ticket.id,
    subject: message.value.subject,
    state: 'open',
    external_ids: input.external_ids ?? {},
    created_at: at,
    updated_at: at,
    events: [event],
  };
  desk.store.put('sideConversations', conversation);
  return ok(conversation);
}

/** Without `to` everybody else in it gets the answer. */
export function answerSideConversation(
  desk: Desk,
  from: SideParticipant,
  conversation: SideConversation,
  input: SideInput,
): Result<SideConversation, Refusal> {
  const to = participantsOf(conversation).filter(({ email }) => email !== from.email);
  const message = written(desk, from, input, { subject: conversation.subject, to });
  if (!message.ok) return message;
  const at = iso(desk.now());
  const event: SideEvent = {
    id: idOf(desk, 'side-event'),
    type: 'reply',
    actor: from,
    message: message.value,
    created_at: at,
  };
  const next: SideConversation = { ...conversation, updated_at: at, events: [...conversation.events, event] };
  desk.store.put('sideConversations', next);
  return ok(next);
}

/** Everybody who has written or was written to. */
export function participantsOf({ events }: SideConversation): readonly SideParticipant[] {
  const all = events.flatMap(({ message }) => [message.from, ...message.to]);
  return all.filter((one, at) => all.findIndex(({ email }) => email === one.email) === at);
}
