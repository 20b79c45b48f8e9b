import type { ColumnRow } from '#renderer/store/columns.ts';
import type { Condition, PendingState, ViewQuery } from '#shared/domain/view.ts';

export const ME = { remoteId: 'me', groupIds: ['g1', 'g2'] };
/** What the desk has besides the rows. */
export type Beside = {
  readonly names: Readonly<Record<string, string>>;
  readonly drafted: readonly string[];
  readonly pending: Readonly<Record<string, PendingState>>;
};

/** The documented meaning of a view, one ticket at a time: nothing of the product is used. */
export const naive = (
  rows: readonly ColumnRow[],
  beside: Beside,
  wanted: ViewQuery,
  now: number,
): readonly ColumnRow[] =>
  rows.filter(
    (row) =>
      !row.gone &&
      wanted.all.every((one) => holds(row, beside, one, now)) &&
      (wanted.any.length === 0 || wanted.any.some((one) => holds(row, beside, one, now))),
  );

function holds(row: ColumnRow, beside: Beside, one: Condition, now: number): boolean {
  const { ticket } = row;
  const person = (id: string | null, values: readonly (string | null)[]): boolean =>
    values.some((value) => (value === 'me' ? ME.remoteId : value) === id);
  switch (one.field) {
    case 'status':
      return one.values.includes(ticket.status) === one.is;
    case 'statusName':
      return one.values.some((name) => name.toUpperCase() === ticket.statusName.toUpperCase()) === one.is;
    case 'priority':
      return one.values.includes(ticket.priority) === one.is;
    case 'type':
      return one.values.includes(ticket.type) === one.is;
    case 'channel':
      return one.values.includes(ticket.channel) === one.is;
    case 'assignee':
      return person(ticket.assigneeId, one.values) === one.is;
    case 'requester':
      return person(ticket.requesterId, one.values) === one.is;
    case 'organization':
      return one.values.includes(ticket.organizationId) === one.is;
    case 'group': {
      const { groupId } = ticket;
      const inMine = groupId !== null && ME.groupIds.includes(groupId);
      return (one.values.includes(groupId) || (one.values.includes('mine') && inMine)) === one.is;
    }
    case 'tag':
      return (
        ((ticket.tags.length === 0 && one.values.includes(null)) ||
          ticket.tags.some((tag) => one.values.includes(tag))) === one.is
      );
    case 'subject':
      return plain(ticket.subject).includes(plain(one.contains)) === one.is;
    case 'text': {
      const shown = [`#${ticket.number}`, ticket.subject, ticket.preview, beside.names[ticket.requesterId ?? ''] ?? ''];
      return shown.some((part) => plain(part).includes(plain(one.contains))) === one.is;
    }
    case 'created':
    case 'updated':
    case 'solved': {
      const at = { created: ticket.createdAt, updated: ticket.updatedAt, solved: ticket.solvedAt }[one.field];
      if (at === null) return false;
      return ('since' in one ? at >= one.since : now - at < one.withinMs) === one.is;
    }
    case 'waiting':
      return row.waitingSince !== null && now - row.waitingSince >= one.longerMs === one.is;
    case 'waits':
      return (row.waitingSince !== null) === one.is;
    case 'unread':
      return isUnread(row) === one.is;
    case 'starred':
      return row.starred === one.is;
    case 'snoozed':
      return row.snoozedUntil > now === one.is;
    case 'draft':
      return beside.drafted.includes(row.id) === one.is;
    case 'outbox': {
      const state = beside.pending[row.id];
      return (state !== undefined && one.values.includes(state)) === one.is;
    }
    case 'custom':
      return custom(ticket.fields[one.id] ?? null, one);
  }
}

function custom(
  value: ColumnRow['ticket']['fields'][string],
  one: Extract<Condition, { readonly field: 'custom' }>,
): boolean {
  const several = (Array.isArray(value) ? value : [value]).flatMap((each) =>
    each === null || each === '' ? [] : [`${each}`],
  );
  if ('values' in one)
    return (
      (several.length === 0 ? one.values.includes(null) : several.some((each) => one.values.includes(each))) === one.is
    );
  if ('from' in one) {
    const days = several.filter((each) => /^\d{4}-\d\d-\d\d/.test(each)).map((each) => each.slice(0, 10));
    return days.length > 0 && days.some((day) => day.localeCompare(one.from, 'en') >= 0) === one.is;
  }
  const numbers = several.filter((each) => /^\s*-?\d+(\.\d+)?\s*$/.test(each)).map(Number.parseFloat);
  if (numbers.length === 0) return false;
  return numbers.some((each) => ('above' in one ? each > one.above : each < one.below)) === one.is;
}

function isUnread({ ticket, readAt, lastOtherAt, lastMineAt }: ColumnRow): boolean {
  if (readAt < 0) return true;
  if (readAt === 0 && ['solved', 'closed'].includes(ticket.status)) return false;
  if (lastOtherAt === 0 && lastMineAt === 0) return ticket.status === 'new' && ticket.createdAt > readAt;
  return lastOtherAt > readAt && lastOtherAt > lastMineAt;
}

/** Lower case; no marks on Latin letters, no apostrophes; ё as е, đ as d. */
const plain = (text: string): string =>
  new TextDecoder()
    .decode(new TextEncoder().encode(text))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['ʼ’‘`´]/gu, '')
    .replaceAll('\u0000', ' ')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replaceAll('ё', 'е')
    .replaceAll('đ', 'd');

/** What a sort compares, from small to large. */
export function rank(
  { ticket, waitingSince, snoozedUntil }: ColumnRow,
  by: ViewQuery['sort']['by'],
): readonly number[] {
  switch (by) {
    case 'updated':
      return [ticket.updatedAt];
    case 'created':
      return [ticket.createdAt];
    case 'waking':
      return snoozedUntil === 0 ? [0, 0] : [1, -snoozedUntil];
    case 'solved':
      return [ticket.solvedAt ?? 0];
    case 'number':
      return [/\d$/.test(ticket.number) ? Number.parseInt(/\d{1,9}$/.exec(ticket.number)?.[0] ?? '0', 10) : 0];
    case 'sla': {
      const breaches = ticket.sla.flatMap(({ stage, breachAt }) =>
        stage === 'active' && breachAt !== null ? [breachAt] : [],
      );
      return breaches.length === 0 ? [0, 0] : [1, -Math.min(...breaches)];
    }
    case 'waiting':
      return waitingSince === null ? [0, 0] : [1, -waitingSince];
    case 'priority':
      return [[null, 'low', 'normal', 'high', 'urgent'].indexOf(ticket.priority), Math.floor(ticket.updatedAt / 1_000)];
  }
}
