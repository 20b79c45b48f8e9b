import { PRIORITIES, STATUSES } from '#shared/domain/ticket.ts';
import type { Grouping } from '#shared/domain/view.ts';
import { type AccountState, nameOf } from './account-state.ts';
import type { RowGroup } from './desk-views.ts';
import { foldText } from './fold-text.ts';

/** Which heading each row of a part belongs under: a place in `headings`, which stand in the order that they are shown in. */
export type Grouped = {
  readonly headings: readonly Omit<RowGroup, 'start' | 'count'>[];
  readonly ranks: readonly ((index: number) => number)[];
};

/** The headings of rows gathered by a field. Statuses and priorities are one over all accounts; people and groups are their account's. */
export function groupingOf(
  states: readonly Pick<AccountState, 'columns' | 'people' | 'account' | 'small'>[],
  by: Grouping,
): Grouped {
  if (by === 'status')
    return {
      headings: STATUSES.map((value) => ({ by, value, name: '' })),
      ranks: states.map(({ columns }) => {
        const { status } = columns.numbers();
        return (index) => status[index] ?? 0;
      }),
    };
  if (by === 'priority')
    return {
      headings: [...PRIORITIES.toReversed(), null].map((value) => ({ by, value, name: '' })),
      ranks: states.map(({ columns }) => {
        const { priority } = columns.numbers();
        return (index) => PRIORITIES.length - (priority[index] ?? 0);
      }),
    };
  const named = states.flatMap((state, part) => codesOf(state, by, part));
  // Compared as folded text with the place behind it: sorting plain strings is quick for thousands.
  const places = new Map(named.map((entry, at) => [`${entry.key}\u0000${at}`, entry]));
  const tables = states.map(({ columns }) => new Uint32Array(internedOf(columns, by).size()));
  // Nobody first: what nobody has taken is what one looks for.
  const headings: Omit<RowGroup, 'start' | 'count'>[] = [{ by, value: null, name: '' }];
  for (const key of [...places.keys()].sort()) {
    const entry = places.get(key);
    const table = tables[entry?.part ?? -1];
    if (entry && table) table[entry.code] = headings.push({ by, value: entry.value, name: entry.name }) - 1;
  }
  return {
    headings,
    ranks: states.map(({ columns }, part) => {
      const codes = columns.numbers()[by];
      const table = tables[part];
      return (index) => table?.[codes[index] ?? 0] ?? 0;
    }),
  };
}

type Named = Exclude<Grouping, 'status' | 'priority'>;

const internedOf = (columns: AccountState['columns'], by: Named) =>
  ({ assignee: columns.people, requester: columns.people, group: columns.groups, organization: columns.organizations })[
    by
  ];

function codesOf(state: Pick<AccountState, 'columns' | 'people' | 'account' | 'small'>, by: Named, part: number) {
  const nameFor = (id: string): string =>
    by === 'group'
      ? (state.small.groups.get(id)?.name ?? id)
      : by === 'organization'
        ? (state.small.organizations.get(id)?.name ?? id)
        : nameOf(state, id) || id;
  const codes = state.columns.numbers()[by];
  const { columns } = state;
  const used = new Uint8Array(internedOf(columns, by).size());
  for (let index = 0; index < columns.size(); index++) used[codes[index] ?? 0] = 1;
  return internedOf(columns, by)
    .list()
    .flatMap((value, at) => {
      if (used[at + 1] !== 1) return [];
      const name = nameFor(value);
      return [{ part, code: at + 1, value, name, key: foldText(name) }];
    });
}

/** Puts rows under their headings, each heading's in the order that they came. `ranks` is by what `order` holds. */
export function gather(
  headings: Grouped['headings'],
  order: Uint32Array,
  ranks: Uint32Array,
): { readonly order: Uint32Array; readonly groups: readonly RowGroup[] } {
  const counts = new Uint32Array(headings.length);
  for (const numbered of order) {
    const rank = ranks[numbered] ?? 0;
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  const groups: RowGroup[] = [];
  const next = new Uint32Array(counts.length);
  let start = 0;
  for (const [rank, heading] of headings.entries()) {
    const count = counts[rank] ?? 0;
    next[rank] = start;
    if (count > 0) groups.push({ ...heading, start, count });
    start += count;
  }
  const gathered = new Uint32Array(order.length);
  for (const numbered of order) {
    const rank = ranks[numbered] ?? 0;
    const to = next[rank] ?? 0;
    gathered[to] = numbered;
    next[rank] = to + 1;
  }
  return { order: gathered, groups };
}
