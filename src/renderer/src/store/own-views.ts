import type { Condition, ViewQuery } from '#shared/domain/view.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const unsolved: Condition = { field: 'status', is: false, values: ['solved', 'closed'] };
const mine: Condition = { field: 'assignee', is: true, values: ['me'] };
/** What the agent has put off is out of sight. */
const awake: Condition = { field: 'snoozed', is: false };
const byUpdate = { by: 'updated', descending: true } as const;

/** Holdfast's own views, over all accounts, in the order they stand. Titles are the locale keys `inbox.view.<name>`. */
export const OWN_VIEWS = {
  /** What this agent could take: theirs, their groups', nobody's. */
  inbox: {
    all: [unsolved, awake],
    any: [
      { field: 'assignee', is: true, values: ['me', null] },
      { field: 'group', is: true, values: ['mine'] },
    ],
    sort: byUpdate,
  },
  mine: { all: [unsolved, mine, awake], any: [], sort: byUpdate },
  unassigned: { all: [unsolved, { field: 'assignee', is: true, values: [null] }, awake], any: [], sort: byUpdate },
  unread: { all: [{ field: 'unread', is: true }, awake], any: [], sort: byUpdate },
  pending: {
    all: [{ field: 'status', is: true, values: ['pending', 'on-hold'] }, mine, awake],
    any: [],
    sort: byUpdate,
  },
  starred: { all: [{ field: 'starred', is: true }], any: [], sort: byUpdate },
  snoozed: { all: [{ field: 'snoozed', is: true }], any: [], sort: { by: 'waking', descending: true } },
  recent: { all: [], any: [], sort: byUpdate },
  solved: {
    all: [
      { field: 'status', is: true, values: ['solved', 'closed'] },
      mine,
      { field: 'updated', is: true, withinMs: 7 * DAY_MS },
    ],
    any: [],
    sort: byUpdate,
  },
} as const satisfies Record<string, ViewQuery>;
export type OwnViewName = keyof typeof OWN_VIEWS;
export const OWN_VIEW_NAMES: readonly OwnViewName[] = Object.keys(OWN_VIEWS) as OwnViewName[];
