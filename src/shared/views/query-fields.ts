/** Fields as one types them, in the order in which they are offered. */
export const QUERY_FIELDS = [
  'status',
  'assignee',
  'group',
  'priority',
  'tag',
  'from',
  'org',
  'waiting',
  'created',
  'updated',
  'solved',
  'is',
  'has',
  'subject',
  'text',
  'type',
  'channel',
  'status-name',
  'outbox',
  'field',
  'sort',
  'group-by',
] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** Other names that people try. */
const ALIASES: Readonly<Record<string, QueryField>> = {
  requester: 'from',
  organization: 'org',
  organisation: 'org',
  tags: 'tag',
  owner: 'assignee',
  queue: 'group',
  groupby: 'group-by',
  order: 'sort',
};

export const queryFieldOf = (name: string): QueryField | null =>
  QUERY_FIELDS.find((field) => field === name) ?? ALIASES[name] ?? null;

/** What `is:` and `has:` may say. */
export const IS_WORDS = ['unread', 'read', 'waiting', 'starred', 'snoozed'] as const;
export const HAS_WORDS = ['draft', 'outbox'] as const;

/** Those whose spelling is nearest to what was typed, at most three; none when nothing is near. */
export function nearest(typed: string, known: Iterable<string>): readonly string[] {
  const wanted = typed.toLowerCase();
  const most = Math.max(1, Math.ceil(wanted.length / 3));
  const near: { readonly name: string; readonly cost: number }[] = [];
  for (const name of known) {
    const other = name.toLowerCase();
    if (Math.abs(other.length - wanted.length) > most && !other.startsWith(wanted)) continue;
    const cost = other.startsWith(wanted) ? 0.5 : distance(wanted, other);
    if (cost <= most) near.push({ name, cost });
  }
  return near
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Letters to put in, take out or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_each, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
