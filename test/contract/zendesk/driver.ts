import type { Status } from '#shared/domain/ticket.ts';
import type { Driver } from '../conformance.ts';

type Json = Record<string, unknown>;
type WireTicket = {
  readonly id: number;
  readonly subject: string;
  readonly status: string;
  readonly priority: 'low' | 'normal' | 'high' | 'urgent' | null;
  readonly assignee_id: number | null;
  readonly requester_id: number;
  readonly tags: readonly string[];
  readonly email_cc_ids: readonly number[];
  readonly follower_ids: readonly number[];
};

type WireSideEvent = {
  readonly message: { readonly body: string; readonly to: readonly { readonly email: string }[] };
};

const statusOf = (status: string): Status => (status === 'hold' ? 'on-hold' : (status as Status));

/**
 * Colleagues and customers at a Zendesk: an agent who uses its API and writes in customers' names, as Zendesk lets
 * agents do (`author_id`).
 */
export function zendeskDriver(desk: {
  readonly url: string;
  readonly apiToken: string;
  readonly colleagueEmail: string;
  readonly administratorEmail: string;
  readonly userEmail: string;
  /** Where the connector's user sees only the own groups' tickets: one of them, and one of the others. */
  readonly groups: { readonly own: number; readonly other: number } | null;
}): Driver {
  const { groups } = desk;
  const basic = (email: string) => `Basic ${Buffer.from(`${email}/token:${desk.apiToken}`).toString('base64')}`;
  async function call(method: string, path: string, body?: unknown, as = desk.colleagueEmail): Promise<Json> {
    const answer = await fetch(`${desk.url}${path}`, {
      method,
      headers: { authorization: basic(as), 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return text === '' ? {} : (JSON.parse(text) as Json);
  }
  const ticketOf = async (id: string) => (await call('GET', `/api/v2/tickets/${id}`))['ticket'] as WireTicket;
  const put = (id: string, ticket: Json) => call('PUT', `/api/v2/tickets/${id}`, { ticket });
  const userId = async (email: string, name: string) =>
    ((await call('POST', '/api/v2/users/create_or_update', { user: { name, email } }))['user'] as { id: number }).id;
  const meId = async () =>
    ((await call('GET', '/api/v2/users/me', undefined, desk.userEmail))['user'] as { id: number }).id;

  async function all<Item>(path: string, name: string, as: string): Promise<Item[]> {
    const items: Item[] = [];
    let after = '';
    for (;;) {
      const page = await call('GET', `${path}${path.includes('?') ? '&' : '?'}page[size]=100${after}`, undefined, as);
      items.push(...(page[name] as Item[]));
      const meta = page['meta'] as { has_more: boolean; after_cursor: string };
      if (!meta.has_more) return items;
      after = `&page[after]=${encodeURIComponent(meta.after_cursor)}`;
    }
  }

  return {
    newCustomerEmail: 'nadia.conformance@example.com',
    createTicket: async ({ subject, body, mine }) => {
      const author = await userId('cleo.customer@example.com', 'Cleo Customer');
      const ticket = {
        subject,
        requester_id: author,
        comment: { body, author_id: author },
        ...(groups !== null && { group_id: groups.own }),
        ...(mine && { assignee_id: await meId(), status: 'open' }),
      };
      const made = (await call('POST', '/api/v2/tickets', { ticket }))['ticket'] as WireTicket;
      return String(made.id);
    },
    customerReplies: async (id, text) => {
      const { requester_id } = await ticketOf(id);
      await put(id, { comment: { body: text, author_id: requester_id } });
    },
    customerSendsFile: async (id, text, file) => {
      const { requester_id } = await ticketOf(id);
      const answer = await fetch(`${desk.url}/api/v2/uploads?filename=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { authorization: basic(desk.colleagueEmail), 'content-type': file.mimeType },
        body: new Uint8Array(file.bytes),
      });
      const { upload } = (await answer.json()) as { upload: { token: string } };
      await put(id, { comment: { body: text, author_id: requester_id, uploads: [upload.token] } });
    },
    colleagueWrites: async (id, kind, text) => {
      await put(id, { comment: { body: text, public: kind === 'reply' } });
    },
    colleagueChanges: async (id, { status, ...changes }) => {
      await put(id, { ...changes, ...(status && { status: status === 'on-hold' ? 'hold' : status }) });
    },
    colleagueFollows: async (id) => {
      await put(id, { followers: [{ user_email: desk.colleagueEmail, action: 'put' }] });
    },
    deleteTicket: async (id) => {
      await call('DELETE', `/api/v2/tickets/${id}`, undefined, desk.administratorEmail);
    },
    mergeTickets: async (from, into) => {
      await call('POST', `/api/v2/tickets/${into}/merge`, { ids: [Number(from)] });
    },
    ...(groups !== null && {
      hideTicket: async (id: string) => {
        await put(id, { group_id: groups.other, assignee_id: null });
      },
    }),
    everyTicket: async () =>
      (await all<WireTicket>('/api/v2/tickets', 'tickets', desk.userEmail))
        .filter((ticket) => !ticket.tags.includes('closed_by_merge'))
        .map((ticket) => String(ticket.id)),
    countMessages: async (id, text, kind) =>
      (
        await all<{ body: string; public: boolean }>(`/api/v2/tickets/${id}/comments`, 'comments', desk.colleagueEmail)
      ).filter((comment) => comment.body.includes(text) && comment.public === (kind === 'reply')).length,
    countForwarded: async (id, text, to) => {
      const path = `/api/v2/tickets/${id}/side_conversations`;
      const list = (await call('GET', path))['side_conversations'] as { id: string }[];
      const events = await Promise.all(
        list.map(async (one) => (await call('GET', `${path}/${one.id}/events`))['events'] as WireSideEvent[]),
      );
      return events.flat().filter(({ message }) => {
        const got = message.to.map(({ email }) => email).join();
        return message.body.includes(text) && got === to.join();
      }).length;
    },
    ticketsWithSubject: async (subject) =>
      (await all<WireTicket>('/api/v2/tickets', 'tickets', desk.colleagueEmail))
        .filter((ticket) => ticket.subject === subject)
        .map((ticket) => String(ticket.id)),
    read: async (id) => {
      const { subject, status, priority, assignee_id, tags, follower_ids } = await ticketOf(id);
      return {
        subject,
        status: statusOf(status),
        priority,
        assigneeId: assignee_id === null ? null : String(assignee_id),
        tags,
        followerIds: follower_ids.map(String),
      };
    },
    copiedOn: async (id) => {
      const ids = (await ticketOf(id)).email_cc_ids.join(',');
      const { users } = await call('GET', `/api/v2/users/show_many?ids=${ids}`);
      return (users as readonly { readonly email: string }[]).map(({ email }) => email);
    },
  };
}
