import { z } from '#shared/schema.ts';
import { freshFetch } from './fresh-fetch.ts';
import type { RequestTracker, RigUser } from './rig.ts';

const idSchema = z.union([z.string(), z.number()]).transform(String);
const transactionSchema = z.looseObject({
  id: idSchema,
  Type: z.string(),
  Field: z.string().nullish(),
  OldValue: z.string().nullish(),
  NewValue: z.string().nullish(),
  Creator: z.looseObject({ id: idSchema }),
});
export type HistoryEntry = z.infer<typeof transactionSchema> & { readonly text: string };
const partSchema = z.looseObject({
  TransactionId: idSchema,
  ContentType: z.string().nullish(),
  Content: z.string().nullish(),
});
const pageSchema = z.looseObject({ items: z.array(z.unknown()) });

const basic = (user: RigUser) => `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;

/** Does by REST what somebody else would do, and reads what there is to count. */
export function colleague(rt: RequestTracker, user: RigUser) {
  const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
    const answer = await freshFetch(`${rt.url}/REST/2.0/${path}`, {
      method,
      headers: {
        authorization: basic(user),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  };
  /** The readable text of every message of a ticket, by transaction. */
  const textsOf = async (ticketId: string): Promise<ReadonlyMap<string, string>> => {
    const texts = new Map<string, string>();
    for (let page = 1; ; page++) {
      const path = `ticket/${ticketId}/attachments?per_page=100&page=${page}&fields=TransactionId,ContentType,Content`;
      const found = pageSchema.parse((await call('GET', path)).body).items;
      for (const item of found) {
        const part = partSchema.parse(item);
        if ((part.ContentType ?? '').startsWith('text/'))
          texts.set(part.TransactionId, `${texts.get(part.TransactionId) ?? ''}\n${part.Content ?? ''}`);
      }
      if (found.length === 0) return texts;
    }
  };
  return {
    call,
    /** Everything that happened to a ticket, oldest first, with the text of its messages: to count effects. */
    history: async (ticketId: string): Promise<readonly HistoryEntry[]> => {
      const texts = await textsOf(ticketId);
      const entries: HistoryEntry[] = [];
      for (let page = 1; ; page++) {
        const found = pageSchema.parse(
          (
            await call(
              'GET',
              `ticket/${ticketId}/history?per_page=100&page=${page}&fields=Type,Field,OldValue,NewValue,Creator`,
            )
          ).body,
        );
        if (found.items.length === 0) break;
        for (const item of found.items) {
          const entry = transactionSchema.parse(item);
          entries.push({ ...entry, text: texts.get(entry.id) ?? '' });
        }
      }
      return entries.sort((a, b) => Number(a.id) - Number(b.id));
    },
    ticket: async (ticketId: string) =>
      z
        .looseObject({
          id: idSchema,
          Status: z.string(),
          Subject: z.string(),
          Priority: z.coerce.string(),
          Owner: z.looseObject({ id: idSchema }),
        })
        .parse((await call('GET', `ticket/${ticketId}`)).body),
    /** Of a whole search, however many pages it has. */
    ticketIds: async (query: string): Promise<readonly string[]> => {
      const ids: string[] = [];
      for (let page = 1; ; page++) {
        const path = `tickets?per_page=100&orderby=id&page=${page}&query=${encodeURIComponent(query)}`;
        const found = pageSchema.parse((await call('GET', path)).body).items;
        ids.push(...found.map((item) => z.looseObject({ id: idSchema }).parse(item).id));
        if (found.length < 100) return ids;
      }
    },
    userId: async (name: string): Promise<string> =>
      z.looseObject({ id: idSchema }).parse((await call('GET', `user/${encodeURIComponent(name)}`)).body).id,
    create: async (
      queue: string,
      subject: string,
      content: string,
      requestor = 'zoe@customer.example',
    ): Promise<string> =>
      z.looseObject({ id: idSchema }).parse(
        (
          await call('POST', 'ticket', {
            Queue: queue,
            Subject: subject,
            Content: content,
            ContentType: 'text/plain',
            Requestor: requestor,
          })
        ).body,
      ).id,
    reply: (ticketId: string, text: string) =>
      call('POST', `ticket/${ticketId}/correspond`, { Content: text, ContentType: 'text/plain' }),
    note: (ticketId: string, text: string) =>
      call('POST', `ticket/${ticketId}/comment`, { Content: text, ContentType: 'text/plain' }),
    /** PUT; RT answers with sentences even to what it refuses. */
    update: (ticketId: string, fields: Readonly<Record<string, unknown>>) => call('PUT', `ticket/${ticketId}`, fields),
    /** Gives the ticket to somebody, by user name. */
    changeOwner: (ticketId: string, name: string) => call('PUT', `ticket/${ticketId}`, { Owner: name }),
    mergeInto: (ticketId: string, intoId: string) => call('PUT', `ticket/${ticketId}`, { MergeInto: intoId }),
    remove: (ticketId: string) => call('PUT', `ticket/${ticketId}`, { Status: 'deleted' }),
  };
}

/** Answers a ticket in RT's own web interface: logs in, opens the form, posts what its fields hold, as a browser does. */
export async function replyInWebInterface(
  rt: RequestTracker,
  user: RigUser,
  ticketId: string,
  text: string,
): Promise<void> {
  const jar = new Map<string, string>();
  const visit = async (path: string, form?: URLSearchParams): Promise<Response> => {
    const answer = await fetch(new URL(path, rt.url), {
      method: form === undefined ? 'GET' : 'POST',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        referer: `${rt.url}/Ticket/Update.html?id=${ticketId}`,
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      redirect: 'manual',
      ...(form === undefined ? {} : { body: form.toString() }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  const page = async (answer: Response): Promise<string> => {
    if (answer.status >= 300 && answer.status < 400) return page(await visit(answer.headers.get('location') ?? '/'));
    return answer.text();
  };
  await page(await visit('/'));
  await page(await visit('/NoAuth/Login.html', new URLSearchParams({ user: user.name, pass: user.password })));
  const form = await page(await visit(`/Ticket/Update.html?id=${ticketId}&Action=Respond`));
  const fields = new URLSearchParams({ id: ticketId, Action: 'Respond', SubmitTicket: '1' });
  for (const tag of form.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? []) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    const value = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (name === 'CSRF_Token' || name === 'TxnSendMailTo' || name === 'Token') fields.append(name, value);
  }
  fields.set('UpdateType', 'response');
  fields.set('UpdateContentType', 'text/plain');
  fields.set('UpdateContent', text);
  fields.set('UpdateSubject', 'Re');
  const answer = await visit('/Ticket/Update.html', fields);
  const said = await page(answer);
  // The page that follows loads its history afterwards, so it need not hold what was said.
  const history = await colleague(rt, user).history(ticketId);
  if (!history.some((entry) => entry.text.includes(text)))
    throw new Error(
      `RT's web interface did not take the reply (${answer.status}): ${said
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 500)}`,
    );
}
