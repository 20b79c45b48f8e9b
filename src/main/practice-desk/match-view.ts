import { type Desk, groupsOf } from './desk.ts';
import type { Condition, Ticket, User, View } from './model.ts';

const STATUS_RANK: Readonly<Record<string, number>> = { new: 0, open: 1, pending: 2, hold: 3, solved: 4, closed: 5 };
const PRIORITY_RANK: Readonly<Record<string, number>> = { low: 0, normal: 1, high: 2, urgent: 3 };
const HOUR_MS = 3_600_000;

const compare = (operator: string, left: number, right: number): boolean =>
  operator === 'less_than'
    ? left < right
    : operator === 'greater_than'
      ? left > right
      : operator === 'is_not'
        ? left !== right
        : left === right;

const holds = (desk: Desk, user: User, ticket: Ticket, condition: Condition): boolean => {
  const { field, operator } = condition;
  const value = typeof condition.value === 'string' ? condition.value : condition.value.join(' ');
  const sameId = (id: number | null): boolean => {
    const wanted =
      value === 'current_user'
        ? [user.id]
        : value === 'current_groups'
          ? groupsOf(desk, user.id)
          : value === 'requester_id'
            ? [ticket.requester_id]
            : value === ''
              ? [null]
              : [Number(value)];
    const found = wanted.includes(id as never);
    return operator === 'is_not' ? !found : found;
  };
  switch (field) {
    case 'status':
      return compare(operator, STATUS_RANK[ticket.status] ?? 9, STATUS_RANK[value] ?? 9);
    case 'priority':
      return compare(operator, PRIORITY_RANK[ticket.priority ?? ''] ?? -1, PRIORITY_RANK[value] ?? -1);
    case 'type':
      return (ticket.type === value) === (operator !== 'is_not');
    case 'assignee_id':
      return sameId(ticket.assignee_id);
    case 'group_id':
      return sameId(ticket.group_id);
    case 'requester_id':
      return sameId(ticket.requester_id);
    case 'organization_id':
      return sameId(ticket.organization_id);
    case 'via_id':
    case 'channel':
      return (ticket.via.channel === value) === (operator !== 'is_not');
    case 'current_tags': {
      const some = value.split(/[\s,]+/).some((tag) => ticket.tags.includes(tag));
      return operator === 'not_includes' ? !some : some;
    }
    case 'satisfaction_score':
      return compare(
        operator,
        ['unoffered', 'offered', 'bad', 'good'].indexOf(ticket.rating?.score ?? 'unoffered'),
        ['unoffered', 'offered', 'bad', 'good'].indexOf(value),
      );
    case 'SOLVED':
      return compare(
        operator,
        ticket.solved_at ? Math.floor((desk.now() - Date.parse(ticket.solved_at)) / HOUR_MS) : Number.POSITIVE_INFINITY,
        Number(value),
      );
    case 'updated_at':
      return compare(operator, Math.floor((desk.now() - Date.parse(ticket.updated_at)) / HOUR_MS), Number(value));
    case 'NEW':
      return compare(operator, Math.floor((desk.now() - Date.parse(ticket.created_at)) / HOUR_MS), Number(value));
    default:
      return false;
  }
};

/** Whether a ticket is in a view for this user: every `all` condition and, where there are some, one of `any`. */
export const inView = (desk: Desk, user: User, view: View, ticket: Ticket): boolean =>
  view.conditions.all.every((condition) => holds(desk, user, ticket, condition)) &&
  (view.conditions.any.length === 0 || view.conditions.any.some((condition) => holds(desk, user, ticket, condition)));
