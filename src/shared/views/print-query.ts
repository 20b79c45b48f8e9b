import { type Condition, PENDING_STATES, type ViewQuery } from '../domain/view.ts';
import { writeMoment, writeSpan } from './spans.ts';
import { write } from './tokens.ts';

/** How a list is sorted where nothing says so. */
export const USUAL_SORT: ViewQuery['sort'] = { by: 'updated', descending: true };

/** A query as one would type it, with names in place of ids. What is read back from it is the same query. */
export function printQuery({ all, any, sort, groupBy }: ViewQuery): string {
  const isUsual = sort.by === USUAL_SORT.by && sort.descending === USUAL_SORT.descending;
  return [
    ...all.map(printCondition),
    ...(any.length > 0 ? [`any(${any.map(printCondition).join(' ')})`] : []),
    ...(isUsual ? [] : [`sort:${sort.descending ? '' : '-'}${sort.by}`]),
    ...(groupBy ? [`group-by:${groupBy}`] : []),
  ].join(' ');
}

/** Keywords stay bare where they are keywords. */
const writeName = (name: string | null): string =>
  name === null ? 'none' : name === 'me' || name === 'mine' ? name : write(name);
const writeValue = (value: string | null): string => (value === null ? 'none' : write(value));

export function printCondition(condition: Condition): string {
  const { is } = condition;
  const not = is ? '' : '-';
  switch (condition.field) {
    case 'status':
    case 'channel':
      return `${not}${condition.field}:${condition.values.join(',')}`;
    case 'outbox':
      return condition.values.length === PENDING_STATES.length
        ? `${not}has:outbox`
        : `${not}outbox:${condition.values.join(',')}`;
    case 'statusName':
      return `${not}status-name:${condition.values.map(write).join(',')}`;
    case 'priority':
    case 'type':
    case 'tag':
      return `${not}${condition.field}:${condition.values.map(writeValue).join(',')}`;
    case 'organization':
      return `${not}org:${condition.values.map(writeValue).join(',')}`;
    case 'assignee':
    case 'group':
      return `${not}${condition.field}:${condition.values.map(writeName).join(',')}`;
    case 'requester':
      return `${not}from:${condition.values.map(writeName).join(',')}`;
    case 'subject':
      return `${not}subject:${write(condition.contains)}`;
    case 'text':
      return `${not}${write(condition.contains)}`;
    case 'created':
    case 'updated':
    case 'solved':
      if ('since' in condition) return `${condition.field}${is ? '>=' : '<'}${writeMoment(condition.since)}`;
      return `${condition.field}${is ? '<' : '>'}${writeSpan(condition.withinMs)}`;
    case 'waiting':
      return `waiting${is ? '>' : '<'}${writeSpan(condition.longerMs)}`;
    case 'waits':
      return `${not}is:waiting`;
    case 'starred':
    case 'snoozed':
      return `${not}is:${condition.field}`;
    case 'unread':
      return `is:${is ? 'unread' : 'read'}`;
    case 'draft':
      return `${not}has:draft`;
    case 'custom': {
      const field = `field:${write(condition.id)}`;
      if ('values' in condition) return `${not}${field}=${condition.values.map(writeValue).join(',')}`;
      if ('from' in condition) return `${field}${is ? '>=' : '<'}${condition.from}`;
      return 'above' in condition
        ? `${field}${is ? '>' : '<='}${condition.above}`
        : `${field}${is ? '<' : '>='}${condition.below}`;
    }
  }
}
