import { requestTracker } from '#main/connectors/request-tracker/index.ts';
import { z } from '#shared/schema.ts';
import { colleague } from '../../support/request-tracker/colleague.ts';
import { answerSubject, customerMails } from '../../support/request-tracker/customer.ts';
import { type RequestTracker, USERS } from '../../support/request-tracker/rig.ts';
import type { Bench } from '../conformance.ts';

const NAMES = {
  new: 'new',
  open: 'open',
  pending: 'stalled',
  'on-hold': 'stalled',
  solved: 'resolved',
  closed: 'rejected',
};
const STATUSES = new Map([
  ['new', 'new'],
  ['open', 'open'],
  ['stalled', 'pending'],
  ['resolved', 'solved'],
  ['rejected', 'closed'],
] as const);
const PRIORITIES = { low: 0, normal: 50, high: 100, urgent: 150 };
const CUSTOMER = 'zoe@customer.example';

const userSchema = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) });
const ticketSchema = z.looseObject({
  Subject: z.string(),
  Status: z.enum(['new', 'open', 'stalled', 'resolved', 'rejected']),
  Priority: z.string(),
  Owner: userSchema,
  AdminCc: z.array(userSchema),
  CustomFields: z.array(z.looseObject({ name: z.string(), values: z.array(z.string()) })),
});
// Users by the names that they log in with; somebody who only ever gets mail has their address for one.
const copiedSchema = z.looseObject({ Cc: z.array(userSchema) });

/** A connector signed in to a real Request Tracker as an agent who is no administrator. */
export function requestTrackerBench(rt: RequestTracker, as: 'anh' | 'maria'): Bench {
  const root = colleague(rt, USERS.root);
  const agent = colleague(rt, USERS[as]);
  const other = colleague(rt, USERS.olena);
  let skippedMs = 0;
  return {
    definition: requestTracker,
    config: {
      url: rt.url,
      mode: as === 'anh' ? 'password' : 'token',
      ...(as === 'anh' ? { user: USERS.anh.name } : {}),
    },
    secrets: as === 'anh' ? { password: USERS.anh.password } : { token: rt.tokens[USERS.maria.name] ?? '' },
    now: () => Date.now() + skippedMs,
    // Its reads see every write before them, and its dates count seconds: what is longer than that passes on the connector's
    // clock alone.
    passTime: async (ms) => {
      if (ms > 1100) skippedMs += ms;
      else await new Promise((resolve) => setTimeout(resolve, ms));
    },
    spoilTicket: (url, json) => {
      const list = z.looseObject({ items: z.array(z.looseObject({ Subject: z.string() })).min(2) }).safeParse(json);
      if (!url.includes('/tickets?') || !list.success) return null;
      const [first, ...rest] = list.data.items;
      return { ...list.data, items: [{ ...first, Status: { of: 'nobody knows' }, Created: 7 }, ...rest] };
    },
    close: async () => undefined,
    driver: {
      newCustomerEmail: 'nadia@customer.example',
      createTicket: async ({ subject, body, mine }) => {
        const id = await customerMails(rt, { from: CUSTOMER, subject, text: body });
        if (mine) await root.changeOwner(id, USERS[as].name);
        return id;
      },
      customerReplies: async (id, text) => {
        await customerMails(rt, { from: CUSTOMER, subject: answerSubject(id), text });
      },
      customerSendsFile: async (id, text, file) => {
        await customerMails(rt, { from: CUSTOMER, subject: answerSubject(id), text, file });
      },
      colleagueWrites: async (id, kind, text) => {
        await (kind === 'reply' ? other.reply(id, text) : other.note(id, text));
      },
      colleagueChanges: async (id, { status, subject, priority }) => {
        await other.update(id, {
          ...(status === undefined ? {} : { Status: NAMES[status] }),
          ...(subject === undefined ? {} : { Subject: subject }),
          ...(priority === undefined ? {} : { Priority: String(PRIORITIES[priority]) }),
        });
      },
      colleagueFollows: async (id) => {
        await other.update(id, { AdminCc: [USERS.olena.name] });
      },
      deleteTicket: async (id) => {
        await root.remove(id);
      },
      mergeTickets: async (from, into) => {
        await root.mergeInto(from, into);
      },
      hideTicket: async (id) => {
        await root.update(id, { Queue: 'Private' });
      },
      everyTicket: () => agent.ticketIds('id > 0'),
      countMessages: async (id, text, kind) => {
        const types = kind === 'reply' ? ['Create', 'Correspond'] : ['Comment'];
        const history = await root.history(id);
        return history.filter((entry) => types.includes(entry.Type) && entry.text.includes(text)).length;
      },
      ticketsWithSubject: (subject) => root.ticketIds(`Subject = '${subject}'`),
      read: async (id) => {
        const ticket = ticketSchema.parse((await root.call('GET', `ticket/${id}?fields[Owner]=id`)).body);
        const copied = await Promise.all(ticket.AdminCc.map((user) => root.userId(user.id)));
        const owner = await root.userId(ticket.Owner.id);
        const priority = Number(ticket.Priority);
        return {
          subject: ticket.Subject,
          status: STATUSES.get(ticket.Status) ?? 'open',
          priority: priority < 50 ? 'low' : priority < 100 ? 'normal' : priority < 150 ? 'high' : 'urgent',
          assigneeId: ticket.Owner.id === 'Nobody' ? null : owner,
          tags: ticket.CustomFields.find((field) => field.name === 'Tags')?.values ?? [],
          followerIds: copied.flatMap((userId) => userId ?? []),
        };
      },
      copiedOn: async (id) => {
        const { Cc } = copiedSchema.parse((await root.call('GET', `ticket/${id}`)).body);
        return Cc.map((user) => user.id);
      },
    },
  };
}
