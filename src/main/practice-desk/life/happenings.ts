import { createTicket } from '../create-ticket.ts';
import { REPLY_NOTES } from '../data/colleague-notes.ts';
import { CUSTOMERS } from '../data/customers.ts';
import { THEMES } from '../data/themes.ts';
import { type Desk, decide, groupsOf, isAgent } from '../desk.ts';
import { viaOf } from '../generate/channels.ts';
import { createDealer, fill, makeFacts } from '../generate/compose.ts';
import { composeTicket } from '../generate/compose-ticket.ts';
import { dressAgentMail } from '../generate/dress-mail.ts';
import { createTold } from '../generate/told.ts';
import type { CommentEvent, Plan, Ticket } from '../model.ts';
import { rateTicket } from '../rate-ticket.ts';
import { updateTicket } from '../update-ticket.ts';
import { customerAnswer } from './customer-answer.ts';
import { plan } from './plan-ahead.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The shop is in Norway; its customers mostly sleep when it does. */
const isNight = (at: number): boolean => {
  const hour = (new Date(at).getUTCHours() + 1) % 24;
  return hour < 6 || hour >= 22;
};

const lastComment = (desk: Desk, ticketId: number): CommentEvent | null => {
  const comments = desk.store
    .auditsOf(ticketId)
    .flatMap((audit) => audit.events.filter((event) => event.type === 'Comment'));
  return comments.findLast((comment) => comment.public) ?? null;
};

const answerAsCustomer = (desk: Desk, ticket: Ticket): void => {
  const requester = desk.store.get('users', ticket.requester_id);
  const last = lastComment(desk, ticket.id);
  if (!requester || !last || last.author_id === requester.id) return;
  const text = customerAnswer(decide(desk, 'answer'), ticket, last, requester.locale);
  if (text !== null)
    updateTicket(desk, requester, ticket, { comment: { body: text } }, { via: viaOf(ticket.via.channel, requester) });
};

const newTicket = (desk: Desk): void => {
  const random = decide(desk, 'arrival');
  const customers = desk.store
    .all('users')
    // Who is known by an address alone has only been in copy.
    .filter((user) => !isAgent(user) && user.active && user.email !== null && user.email !== user.name);
  const user = random.pick(customers);
  const cities = CUSTOMERS.find((one) => one.locale === user.locale)?.cities ?? ['Bergen'];
  const groupIds = Object.fromEntries(desk.store.all('groups').map((group) => [group.name, group.id]));
  const channel = random.pick(['email', 'email', 'email', 'web', 'chat', 'facebook'] as const);
  const told = createTold();
  for (const ticket of desk.store.all('tickets').slice(-40)) told.tell(ticket.description);
  const made = composeTicket(
    desk,
    { groupIds },
    { user, city: random.pick(cities) },
    random,
    createDealer(random),
    channel,
    told,
  );
  createTicket(desk, user, made.input, { via: viaOf(channel, user) });
  plan(
    desk,
    'newTicket',
    desk.now() + (isNight(desk.now()) ? random.between(25, 70) : random.between(3, 11)) * MINUTE_MS,
  );
};

/** A colleague takes something nobody has, or moves one of their own on. Yours they only leave notes on. */
const colleagueWorks = (desk: Desk): void => {
  const random = decide(desk, 'colleague');
  plan(
    desk,
    'colleagueWorks',
    desk.now() + (isNight(desk.now()) ? random.between(60, 180) : random.between(8, 24)) * MINUTE_MS,
  );
  const [, you, ...others] = desk.store.all('users').filter(isAgent);
  if (!you || others.length === 0) return;
  const colleague = random.pick(others);
  const via = { channel: 'web', source: { from: {}, to: {}, rel: null } } as const;
  const tickets = desk.store.all('tickets').filter((ticket) => ['new', 'open'].includes(ticket.status));
  const mine = tickets.filter((ticket) => ticket.assignee_id === colleague.id);
  const groups = groupsOf(desk, colleague.id);
  const free = tickets.filter(
    (ticket) => ticket.assignee_id === null && ticket.group_id !== null && groups.includes(ticket.group_id),
  );
  const yours = tickets.filter((ticket) => ticket.assignee_id === you.id);
  if (yours.length > 0 && random.chance(0.08)) {
    updateTicket(
      desk,
      colleague,
      random.pick(yours),
      { comment: { body: random.pick(REPLY_NOTES), public: false } },
      { via },
    );
    return;
  }
  const choice =
    tickets.filter((ticket) => ticket.assignee_id === null).length > 15 && random.chance(0.5) ? free : mine;
  if (choice.length === 0) return;
  const ticket = random.pick(choice);
  const requester = desk.store.get('users', ticket.requester_id);
  const theme = THEMES.find((one) => one.tags.every((tag) => ticket.tags.includes(tag))) ?? random.pick(THEMES);
  const facts = makeFacts(random, { user: requester ?? colleague, city: 'Bergen' });
  const order = ticket.custom_fields.find(
    (field) => typeof field.value === 'string' && field.value.startsWith('FF-'),
  )?.value;
  const solves = ticket.assignee_id === colleague.id && random.chance(0.5);
  const text = fill(random.pick(solves ? theme.resolutions : theme.replies), {
    ...facts.slots,
    ...(typeof order === 'string' ? { order } : {}),
  });
  updateTicket(
    desk,
    colleague,
    ticket,
    { comment: dressAgentMail(text, colleague), assignee_id: colleague.id, status: solves ? 'solved' : 'pending' },
    { via },
  );
};

const closeSolved = (desk: Desk): void => {
  plan(desk, 'closeSolved', desk.now() + 6 * HOUR_MS);
  const [admin] = desk.store.all('users');
  if (!admin) return;
  for (const ticket of desk.store.all('tickets'))
    if (ticket.status === 'solved' && desk.now() - Date.parse(ticket.updated_at) > 4 * DAY_MS)
      updateTicket(
        desk,
        admin,
        ticket,
        { status: 'closed' },
        {
          via: { channel: 'rule', source: { from: { title: 'Close 4 days after solved' }, to: {}, rel: 'automation' } },
        },
      );
};

/** Plays one plan. What the desk refuses (the ticket was closed or deleted meanwhile) just does not happen. */
export const happen = (desk: Desk, due: Plan): void => {
  const ticket = due.ticketId === null ? undefined : desk.store.get('tickets', due.ticketId);
  const gone = ticket === undefined || ticket.status === 'deleted' || ticket.status === 'closed';
  switch (due.kind) {
    case 'customerAnswers':
      if (!gone) answerAsCustomer(desk, ticket);
      return;
    case 'rating':
      if (ticket?.status === 'solved' && ticket.rating === null) {
        const random = decide(desk, 'rating');
        rateTicket(desk, ticket, random.chance(0.85) ? 'good' : 'bad', random);
      }
      return;
    case 'newTicket':
      newTicket(desk);
      return;
    case 'colleagueWorks':
      colleagueWorks(desk);
      return;
    case 'closeSolved':
      closeSolved(desk);
  }
};
