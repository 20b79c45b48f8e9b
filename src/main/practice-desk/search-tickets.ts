import { err, ok, type Result } from '#shared/result.ts';
import { type Desk, iso } from './desk.ts';
import type { Group, Organization, Ticket, User } from './model.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { visibleTickets } from './visibility.ts';

export type Found =
  | ({ readonly result_type: 'ticket' } & { readonly id: number; readonly ticket: Ticket })
  | { readonly result_type: 'user'; readonly id: number; readonly user: User }
  | { readonly result_type: 'organization'; readonly id: number; readonly organization: Organization }
  | { readonly result_type: 'group'; readonly id: number; readonly group: Group };

type Operator = ':' | '<' | '>' | '<=' | '>=';
type Term = {
  readonly negated: boolean;
  readonly field: string | null;
  readonly operator: Operator;
  readonly value: string;
};

const RANKS: Readonly<Record<string, readonly string[]>> = {
  status: ['new', 'open', 'pending', 'hold', 'solved', 'closed'],
  priority: ['low', 'normal', 'high', 'urgent'],
};
const UNIT_MS: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
};

/** `-field:"value"`, `field>=value`, bare and quoted words. */
export const parseQuery = (query: string): readonly Term[] =>
  [...query.matchAll(/(-?)(?:([a-z_]\w*)(<=|>=|:|<|>))?("[^"]*"|[^\s"]+)/gi)].map((found) => ({
    negated: found[1] === '-',
    field: found[2]?.toLowerCase() ?? null,
    operator: (found[3] ?? ':') as Operator,
    value: (found[4] ?? '').replace(/^"|"$/g, ''),
  }));

const byNumber = (operator: Operator, left: number, right: number): boolean => {
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  if (operator === '<=') return left <= right;
  return operator === '>=' ? left >= right : left === right;
};

/** Compares an instant with `2026-11-23`, an ISO time, or `2hours` ago. A day alone means the whole of it. */
const byTime = (operator: Operator, at: string, value: string, now: number): boolean | null => {
  const left = Date.parse(at);
  const relative = /^(\d+)\s*(second|minute|hour|day|week|month|year)s?$/.exec(value);
  if (relative)
    return byNumber(
      operator === ':' ? '>=' : operator,
      left,
      now - Number(relative[1]) * (UNIT_MS[relative[2] ?? ''] ?? 0),
    );
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const right = Date.parse(value);
  if (Number.isNaN(right)) return null;
  if (!day) return byNumber(operator, left, right);
  const end = right + 86_400_000;
  if (operator === ':') return left >= right && left < end;
  if (operator === '>') return left >= end;
  return operator === '<=' ? left < end : byNumber(operator, left, right);
};

const anyUser = (desk: Desk, me: User, id: number | null, value: string): boolean => {
  if (value === 'none') return id === null;
  if (value === '*') return id !== null;
  if (id === null) return false;
  if (value === 'me') return id === me.id;
  if (/^\d+$/.test(value)) return id === Number(value);
  const user = desk.store.get('users', id);
  const wanted = value.toLowerCase();
  return user !== undefined && (user.email?.toLowerCase() === wanted || user.name.toLowerCase().includes(wanted));
};

const inTicketText = (desk: Desk, ticket: Ticket, word: string): boolean => {
  const wanted = word.toLowerCase();
  return (
    ticket.subject.toLowerCase().includes(wanted) ||
    String(ticket.id) === wanted.replace(/^#/, '') ||
    ticket.tags.includes(wanted) ||
    desk.store
      .auditsOf(ticket.id)
      .some((audit) =>
        audit.events.some((event) => event.type === 'Comment' && event.body.toLowerCase().includes(wanted)),
      )
  );
};

const ticketMatches = (desk: Desk, me: User, ticket: Ticket, term: Term): boolean | null => {
  const { field, operator, value } = term;
  const { store } = desk;
  switch (field) {
    case null:
      return inTicketText(desk, ticket, value);
    case 'status':
    case 'priority': {
      const ranks = RANKS[field] ?? [];
      const mine = ranks.indexOf(ticket[field] ?? '');
      if (field === 'priority' && value === 'none') return ticket.priority === null;
      return mine >= 0 && byNumber(operator, mine, ranks.indexOf(value.toLowerCase()));
    }
    case 'ticket_type':
      return (ticket.type ?? 'none') === value;
    case 'id':
      return ticket.id === Number(value);
    case 'assignee':
      return anyUser(desk, me, ticket.assignee_id, value);
    case 'requester':
      return anyUser(desk, me, ticket.requester_id, value);
    case 'submitter':
      return anyUser(desk, me, ticket.submitter_id, value);
    case 'cc':
      return ticket.collaborator_ids.some((id) => anyUser(desk, me, id, value));
    case 'commenter':
      return store
        .auditsOf(ticket.id)
        .some((audit) =>
          audit.events.some((event) => event.type === 'Comment' && anyUser(desk, me, event.author_id, value)),
        );
    case 'group': {
      if (value === 'none') return ticket.group_id === null;
      const group = ticket.group_id === null ? undefined : store.get('groups', ticket.group_id);
      return group !== undefined && (String(group.id) === value || group.name.toLowerCase() === value.toLowerCase());
    }
    case 'organization': {
      if (value === 'none') return ticket.organization_id === null;
      const organization =
        ticket.organization_id === null ? undefined : store.get('organizations', ticket.organization_id);
      return (
        organization !== undefined &&
        (String(organization.id) === value || organization.name.toLowerCase().includes(value.toLowerCase()))
      );
    }
    case 'tags':
      return value === 'none'
        ? ticket.tags.length === 0
        : value
            .toLowerCase()
            .split(/[\s,]+/)
            .some((tag) => ticket.tags.includes(tag));
    case 'subject':
      return ticket.subject.toLowerCase().includes(value.toLowerCase().replace(/\*/g, ''));
    case 'description':
      return ticket.description.toLowerCase().includes(value.toLowerCase());
    case 'via':
      return ticket.via.channel === (value === 'mail' ? 'email' : value);
    case 'external_id':
      return ticket.external_id === value;
    case 'satisfaction':
      return (ticket.rating?.score ?? 'unoffered') === value;
    case 'created':
      return byTime(operator, ticket.created_at, value, desk.now());
    case 'updated':
      return byTime(operator, ticket.updated_at, value, desk.now());
    case 'solved':
      return ticket.solved_at !== null && byTime(operator, ticket.solved_at, value, desk.now());
    default: {
      const custom = /^custom_field_(\d+)$/.exec(field ?? '');
      if (!custom) return false;
      return String(ticket.custom_fields.find((one) => one.id === Number(custom[1]))?.value ?? '') === value;
    }
  }
};

/** At most this many results are reachable by paging, as at Zendesk; the count may say more. */
export const SEARCH_LIMIT = 1000;

/** Terms of the same field are alternatives (`status:new status:open`), different fields and words all count. */
const together = (terms: readonly Term[], test: (term: Term) => boolean | null): boolean | null => {
  const groups = new Map<string, boolean[]>();
  let index = 0;
  for (const term of terms) {
    const result = test(term);
    if (result === null) return null;
    index += 1;
    const alternative = term.field !== null && !term.negated && term.operator === ':' && term.field !== 'tags';
    const key = alternative ? `${term.field}` : `#${index}`;
    groups.set(key, [...(groups.get(key) ?? []), term.negated ? !result : result]);
  }
  return [...groups.values()].every((results) => results.some(Boolean));
};

const userMatches = (user: User, term: Term): boolean => {
  const value = term.value.toLowerCase();
  if (term.field === 'email') return user.email?.toLowerCase() === value;
  if (term.field === 'role') return user.role === value;
  if (term.field === 'phone') return (user.phone ?? '').includes(value);
  if (term.field !== null && term.field !== 'name') return false;
  return user.name.toLowerCase().includes(value) || (user.email?.toLowerCase().includes(value) ?? false);
};

/** Zendesk's search grammar for tickets, users, organisations and groups. Refused when empty or when a time cannot be read. */
export const search = (desk: Desk, me: User, query: string, type: string | null): Result<readonly Found[], Refusal> => {
  const parsed = parseQuery(query);
  if (parsed.length === 0) return err(refusalOf(422, 'RecordInvalid', 'Query: cannot be blank'));
  const wantedType = type ?? parsed.find((term) => term.field === 'type')?.value ?? null;
  const sortField = parsed.find((term) => term.field === 'order_by')?.value ?? null;
  const sortWay = parsed.find((term) => term.field === 'sort')?.value ?? 'desc';
  const terms = parsed.filter((term) => term.field === null || !['type', 'order_by', 'sort'].includes(term.field));
  // `type:incident` and its like mean the ticket's own type.
  const ownType = ['question', 'incident', 'problem', 'task'].includes(wantedType ?? '') ? wantedType : null;
  const wants = (name: string): boolean =>
    wantedType === null || wantedType === name || (name === 'ticket' && ownType !== null);

  const found: Found[] = [];
  if (wants('ticket'))
    for (const ticket of visibleTickets(desk, me)) {
      const hit = together(terms, (term) => ticketMatches(desk, me, ticket, term));
      if (hit === null)
        return err(
          refusalOf(422, 'InvalidValue', `A time in the query cannot be read. The time now is ${iso(desk.now())}.`),
        );
      if (hit && (ownType === null || ticket.type === ownType))
        found.push({ result_type: 'ticket', id: ticket.id, ticket });
    }
  if (wants('user'))
    for (const user of desk.store.all('users'))
      if (user.active && together(terms, (term) => userMatches(user, term)))
        found.push({ result_type: 'user', id: user.id, user });
  if (wants('organization'))
    for (const organization of desk.store.all('organizations'))
      if (
        together(
          terms,
          (term) =>
            (term.field === null || term.field === 'name') &&
            organization.name.toLowerCase().includes(term.value.toLowerCase()),
        )
      )
        found.push({ result_type: 'organization', id: organization.id, organization });
  if (wants('group'))
    for (const group of desk.store.all('groups'))
      if (
        together(
          terms,
          (term) =>
            (term.field === null || term.field === 'name') &&
            group.name.toLowerCase().includes(term.value.toLowerCase()),
        )
      )
        found.push({ result_type: 'group', id: group.id, group });
  return ok(sortFound(found, sortField, sortWay));
};

/** Sorted by `created_at` (or `created`), `updated_at`, `priority`, `status`; newest first by default. */
export const sortFound = (found: readonly Found[], field: string | null, way: string): readonly Found[] => {
  const key = (one: Found): number => {
    if (one.result_type !== 'ticket') {
      const record = one.result_type === 'user' ? one.user : one.result_type === 'group' ? one.group : one.organization;
      return Date.parse(field?.startsWith('updated') ? record.updated_at : record.created_at);
    }
    if (field === 'priority' || field === 'status') return (RANKS[field] ?? []).indexOf(one.ticket[field] ?? '');
    return Date.parse(field?.startsWith('updated') ? one.ticket.updated_at : one.ticket.created_at);
  };
  const sign = way === 'asc' ? 1 : -1;
  return [...found].sort((one, other) => sign * (key(one) - key(other) || one.id - other.id));
};
