import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { z } from '#shared/schema.ts';
import { expect } from './fixtures.ts';

const ticketSchema = z.object({
  id: z.number(),
  subject: z.string(),
  status: z.string(),
  requester_id: z.number(),
  tags: z.array(z.string()),
});
const commentSchema = z.object({ body: z.string(), public: z.boolean(), author_id: z.number() });
const userSchema = z.object({ id: z.number(), name: z.string(), phone: z.string().nullable() });

/** A ticket and all that was said in it, as the helpdesk answers over HTTP. */
export type Reading = z.infer<typeof ticketSchema> & { readonly comments: readonly z.infer<typeof commentSchema>[] };

/** The helpdesk as its own API has it, past the console. */
export type DeskReader = {
  readonly read: (ticketId: number) => Promise<Reading>;
  /** Ids of all tickets that are called so, or have it in a message. */
  readonly withWords: (words: string) => Promise<readonly number[]>;
  /** Resolves to the id of the customer that it makes. */
  readonly addCustomer: (name: string, phone: string) => Promise<number>;
};

export function deskReader({ url, credentials }: PracticeDesk): DeskReader {
  const { email, apiToken } = credentials.agent;
  const authorization = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}/api/v2/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(response.ok, `${path} ${response.status}`).toBe(true);
    return response.json();
  };
  const read = async (ticketId: number): Promise<Reading> => {
    const { ticket } = z.object({ ticket: ticketSchema }).parse(await ask(`tickets/${ticketId}.json`));
    const { comments } = z
      .object({ comments: z.array(commentSchema) })
      .parse(await ask(`tickets/${ticketId}/comments.json`));
    return { ...ticket, comments };
  };
  return {
    read,
    async withWords(words) {
      const found: number[] = [];
      for (let page = 1; ; page++) {
        const list = z
          .object({ tickets: z.array(ticketSchema), next_page: z.string().nullable() })
          .parse(await ask(`tickets.json?per_page=100&page=${page}`));
        for (const { id, subject } of list.tickets) {
          const said = subject.includes(words) || (await read(id)).comments.some(({ body }) => body.includes(words));
          if (said) found.push(id);
        }
        if (list.next_page === null) return found;
      }
    },
    async addCustomer(name, phone) {
      const mail = `${name.toLowerCase().replaceAll(' ', '.')}@customers.example`;
      const user = { name, email: mail, ...(phone === '' ? {} : { phone }), role: 'end-user' };
      return z.object({ user: userSchema }).parse(await ask('users.json', { user })).user.id;
    },
  };
}
