import { createHash } from 'node:crypto';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { z } from '#shared/schema.ts';

/** Macros of the agent's own, one for each language, as a colleague gives them away. */
export const MACRO_FILE = JSON.stringify({
  holdfast: 'macros',
  version: 1,
  macros: [
    ownMacro('1', 'Receipts::Copy of the receipt', [
      writes('Hello {{ticket.requester.first_name}},\n\n{{cursor}}\n\n{{current_user.first_name}}'),
      { do: 'tags', added: ['receipt_sent'], removed: [] },
    ]),
    ownMacro('2', 'Доставка::Затримка доставки', [
      writes('Добрий день, {{ticket.requester.first_name}}!\n\n{{cursor}}'),
      { do: 'status', status: 'pending' },
      { do: 'tags', added: ['затримка'], removed: [] },
    ]),
    ownMacro('3', 'Giao hàng::Xin lỗi vì trễ', [
      writes('{{cursor}}\n\nFjell & Fathom'),
      { do: 'status', status: 'on-hold' },
      { do: 'priority', priority: 'high' },
      { do: 'tags', added: ['giao_trễ'], removed: [] },
    ]),
  ],
});

function ownMacro(number: string, title: string, steps: readonly unknown[]) {
  return { id: `01J0000000000000000000000${number}`, title, description: '', accountId: null, steps, updatedAt: 0 };
}

function writes(text: string) {
  return { do: 'write', public: true, mode: 'insert', format: 'markdown', text };
}

/** One response in three languages, found by a word of each, and one in English alone. */
export const CANNED_FILE = [
  'shortcode,title,tags,locale,text',
  'delay,Parcel is late,затримка; trễ,en,"Your order {{ask:order number}} is late and comes on {{ask:day}}."',
  'delay,Parcel is late,затримка; trễ,uk,"Ваше замовлення {{ask:номер}} запізнюється й прибуде у {{ask:день}}."',
  'delay,Parcel is late,затримка; trễ,vi,"Đơn hàng {{ask:số}} của quý khách đến trễ, dự kiến vào {{ask:ngày}}."',
  'receipt,Receipt goes with it,,en,"The receipt for order {{ask:order number}} is attached."',
  '',
].join('\r\n');

const asAgent = ({ credentials: { agent } }: PracticeDesk) => ({
  authorization: `Basic ${Buffer.from(`${agent.email}/token:${agent.apiToken}`).toString('base64')}`,
});

const usersSchema = z.object({ users: z.array(z.object({ id: z.number(), name: z.string(), locale: z.string() })) });

/** A ticket of the desk's agent from the customer of this name, who must read this language and asks what it is called. Resolves with its id. */
export async function ticketFrom(
  desk: PracticeDesk,
  { name, locale }: { readonly name: string; readonly locale: string },
  subject: string,
): Promise<number> {
  const query = new URLSearchParams({ query: name });
  const answer = await fetch(`${desk.url}/api/v2/users/search?${query}`, { headers: asAgent(desk) });
  const customer = usersSchema
    .parse(await answer.json())
    .users.find((one) => one.name === name && one.locale === locale);
  if (!customer) throw new Error(`The desk has no customer ${name} who reads ${locale}.`);
  const assigneeId = desk.credentials.agent.userId;
  return desk.act.createTicket({ subject, text: `${subject}?`, requesterId: customer.id, assigneeId }).id;
}

const attachmentSchema = z.object({
  attachment: z.object({ file_name: z.string(), content_type: z.string(), content_url: z.string() }),
});

async function attachmentAt(desk: PracticeDesk, id: number) {
  const headers = asAgent(desk);
  const answer = await fetch(`${desk.url}/api/v2/attachments/${id}`, { headers });
  const { file_name, content_type, content_url } = attachmentSchema.parse(await answer.json()).attachment;
  const bytes = Buffer.from(await (await fetch(content_url, { headers })).arrayBuffer());
  return { name: file_name, type: content_type, sha256: sha256(bytes) };
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Everything that the agent did to a ticket, and how it stands, as the helpdesk has it. */
export async function standingAt(desk: PracticeDesk, ticketId: number) {
  const own = desk.act.history(ticketId).filter(({ author_id }) => author_id === desk.credentials.agent.userId);
  const comments = own.flatMap(({ events }) => events).flatMap((event) => (event.type === 'Comment' ? [event] : []));
  const ticket = desk.act.ticket(ticketId);
  return {
    /** A change that left twice is there twice. */
    updates: own.length,
    messages: await Promise.all(
      comments.map(async ({ public: isPublic, body, attachment_ids }) => ({
        public: isPublic,
        text: body,
        files: await Promise.all(attachment_ids.map((id) => attachmentAt(desk, id))),
      })),
    ),
    status: ticket?.status,
    priority: ticket?.priority,
    tags: ticket?.tags,
  };
}
