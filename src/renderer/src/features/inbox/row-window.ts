import type { TicketId } from '#shared/domain/ids.ts';
import type { FirstRows } from '../../state/first-screen.ts';
import type { Desk, DeskEvent } from '../../store/desk-api.ts';
import type { RowGroup, RowsRequest, TicketHeader } from '../../store/desk-views.ts';
import { driftOf } from './drift.ts';
import { withoutRow, withRow } from './headings.ts';
import {
  dropRow,
  type Held,
  heldOf,
  inOrder,
  insertRow,
  keepNear,
  moveUp,
  placeOf,
  rowById,
  sameRow,
} from './held-rows.ts';

/** Rows fetched on either side of what is seen, so that j and k never wait. */
const AHEAD = 75;
/** Rows kept on either side; what is further away is forgotten. */
const KEPT = 110;

export type RowWindowState = {
  /** Rows the list has, as shown: what arrived since waits outside. */
  readonly total: number;
  readonly held: Held;
  /** Tickets that arrived or got an answer since the order was taken, and wait to be shown. */
  readonly waiting: number;
  /** False until the rows asked for are here; what is held until then is what was asked for before. */
  readonly ready: boolean;
  /** What is held is of this list. */
  readonly of: Of;
  /** Headings over the rows as shown; null where they are not gathered. */
  readonly groups: readonly RowGroup[] | null;
};

type Listed = Pick<RowsRequest, 'viewId' | 'sort' | 'columns'>;
/** A list, and the view over which it may be typed. */
type Of = Pick<RowsRequest, 'viewId' | 'sort'> & { readonly errand: string };

export type RowWindow = {
  get(): RowWindowState;
  subscribe(listener: () => void): () => void;
  /** Rows `first` to `last` are on the screen. */
  see(first: number, last: number): void;
  /**
   * Lists something else from its first row on. What is held stays to be seen until the answer comes; an older one is dropped.
   * `errand` is the view that the agent has gone to, over which something may be typed.
   */
  turnTo(view: Listed, errand: string): void;
  /** Takes the order anew, with everything that waits. */
  refresh(): Promise<void>;
  onEvent(event: DeskEvent): void;
  close(): void;
};

export type RowWindowParts = {
  readonly desk: Pick<Desk, 'rows' | 'locate'>;
  readonly view: Listed;
  /** Whether what arrives may come straight in: the list is empty or filling, and nobody reads yet. */
  readonly mayFlow: () => boolean;
  /** The first rows as they were the last time, to be seen until the store is there. */
  readonly before?: FirstRows | null;
};

/**
 * The rows around what is seen, in an order that stays as it was while the agent reads. The worker's view moves on
 * underneath: a row that leaves it leaves here, one that changes changes in place, and one that arrives waits.
 */
export function createRowWindow({ desk, view: firstView, mayFlow, before = null }: RowWindowParts): RowWindow {
  const listeners = new Set<() => void>();
  let state = stateBefore(before, firstView);
  let view = firstView;
  let errand = firstView.viewId;
  let seen = { first: 0, last: 40 };
  /** The worker's order is no longer the one shown. */
  let drifted = false;
  let closed = false;
  /** Rows that left, with where they were: undo brings them back there. */
  const left = new Map<TicketId, number>();
  const answered = new Set<TicketId>();
  /** Rows that changed in their place, and so may stand elsewhere in the worker's order. */
  const moved = new Set<TicketId>();

  const set = (change: Partial<RowWindowState>): void => {
    if (closed) return;
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  // One thing at a time: a fetch and a change that overlap would write over each other's rows.
  let queue: Promise<void> = Promise.resolve();
  let filling = false;
  let turning = true;
  let changes: readonly TicketId[] | 'all' | null = null;
  const enqueue = (task: () => Promise<void>): Promise<void> => {
    queue = queue
      .then(async () => {
        if (!closed) await task();
      })
      // One call that got no answer must not stop the list for good: the next event compares every row held.
      .catch(() => undefined);
    return queue;
  };

  const wantedRange = (total: number): readonly [number, number] => [
    Math.max(0, seen.first - AHEAD),
    Math.min(total, seen.last + 1 + AHEAD),
  ];

  async function takeAnew(): Promise<void> {
    const asked = view;
    const [from] = wantedRange(Number.POSITIVE_INFINITY);
    let answer = await desk.rows({ ...view, offset: from, limit: seen.last + AHEAD - from + 1 });
    if (answer.rows.length === 0 && answer.total > 0 && from > 0) {
      const offset = Math.max(0, answer.total - 2 * AHEAD);
      answer = await desk.rows({ ...view, offset, limit: 2 * AHEAD });
    }
    if (asked !== view) return;
    // An empty list says nothing before the accounts are open: what was there the last time is seen until then.
    if (!answer.opened && !state.ready && state.total > 0) return;
    drifted = false;
    left.clear();
    answered.clear();
    moved.clear();
    const { total, groups } = answer;
    const of = { viewId: view.viewId, sort: view.sort, errand };
    set({ total, held: heldOf(answer), waiting: 0, ready: true, of, groups });
  }

  /** How much further down the worker has what is shown at a place, near `index`. */
  async function driftNear(index: number): Promise<number> {
    let best: { readonly at: number; readonly id: TicketId } | null = null;
    for (const [at, { id }] of state.held)
      if (!moved.has(id) && (best === null || Math.abs(at - index) < Math.abs(best.at - index))) best = { at, id };
    if (!best) return 0;
    const now = await desk.locate({ ...view, ticketId: best.id });
    return now < 0 ? 0 : now - best.at;
  }

  async function fill(): Promise<void> {
    const asked = view;
    const [from, to] = wantedRange(state.total);
    const missing = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter(
      (index) => !state.held.has(index),
    );
    const [first, last] = [missing[0], missing.at(-1)];
    if (first === undefined || last === undefined) return;
    const shift = drifted ? await driftNear(first) : 0;
    const offset = Math.max(0, first + shift);
    const answer = await desk.rows({ ...view, offset, limit: last - first + 1 });
    if (asked !== view) return;
    if (!drifted && answer.total !== state.total) {
      // The order has moved and the event that says so is still on its way.
      drifted = true;
      return fill();
    }
    const held = new Map(state.held);
    const known = new Set([...held.values()].map(({ id }) => id));
    answer.rows.forEach((row, index) => {
      const at = first + index;
      if (!held.has(at) && at < state.total && !known.has(row.id)) held.set(at, row);
    });
    set({ held: keepNear(held, from - (KEPT - AHEAD), to + (KEPT - AHEAD)) });
  }

  /** Brings what is held up to date without moving it. */
  async function reconcile(changedIds: readonly TicketId[] | 'all'): Promise<void> {
    if (!state.ready || state.held.size === 0 || mayFlow()) return takeAnew();
    const asked = view;
    const indices = [...state.held.keys()];
    const low = Math.min(...indices);
    const shift = await driftNear(low);
    const answer = await desk.rows({
      ...view,
      offset: Math.max(0, low + Math.min(0, shift)),
      limit: Math.max(...indices) - low + 1 + Math.abs(shift) + 20,
    });
    const now = new Map(answer.rows.map((row) => [row.id, row]));
    let { held, total, groups } = state;

    for (const [, row] of [...held].toReversed()) {
      const at = placeOf(held, row.id);
      const newer = now.get(row.id) ?? (await elsewhere(row.id));
      if (newer === null) {
        left.set(row.id, at);
        answered.delete(row.id);
        [held, total, groups] = [dropRow(held, at), total - 1, withoutRow(groups, at)];
      } else {
        if (newer.unread && newer.updatedAt > row.updatedAt) answered.add(row.id);
        if (!sameRow(newer, row)) {
          moved.add(row.id);
          held = new Map(held).set(at, newer);
        }
      }
    }
    const back = changedIds === 'all' ? [...left.keys()] : changedIds.filter((id) => left.has(id));
    for (const id of back) {
      const row = now.get(id) ?? (await elsewhere(id));
      if (row === null) continue;
      const at = Math.min(left.get(id) ?? 0, total);
      left.delete(id);
      [held, total, groups] = [insertRow(held, at, row), total + 1, withRow(groups, at)];
    }
    if (asked !== view) return;
    if (held.size === 0) return takeAnew();
    const { shift: above, arrived } = driftOf({ held, total, moved }, answer);
    if (above < 0) {
      // Rows above those held left unseen; these move up as they would have done had they been seen.
      const top = Math.min(...held.keys());
      for (let gone = 0; gone < -above; gone += 1) groups = withoutRow(groups, Math.max(0, top - 1 - gone));
      held = moveUp(held, -above);
      for (const [id, at] of left) left.set(id, Math.max(0, at + above));
    }
    drifted = arrived > 0 || !inOrder(held, answer);
    total = Math.max(Math.max(...held.keys()) + 1, answer.total - arrived);
    if (!drifted) ({ groups } = answer);
    set({ held, total, groups, waiting: arrived + [...answered].filter((id) => placeOf(held, id) >= 0).length });
  }

  /** A row that is in the view, but not where it was looked for; null when it has left. */
  async function elsewhere(id: TicketId): Promise<TicketHeader | null> {
    const index = await desk.locate({ ...view, ticketId: id });
    if (index < 0) return null;
    const answer = await desk.rows({ ...view, offset: index, limit: 1 });
    return answer.rows[0]?.id === id ? answer.rows[0] : (rowById(state.held, id) ?? null);
  }

  const turn = async (): Promise<void> => {
    turning = false;
    await takeAnew();
  };
  void enqueue(turn);

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    see(first, last) {
      seen = { first, last };
      const [from, to] = wantedRange(state.total);
      // Fetched when a third of what lies ahead is used up, not row by row.
      const near = AHEAD / 3;
      const lacking =
        !state.held.has(Math.max(from, Math.floor(first - near))) ||
        !state.held.has(Math.min(to - 1, Math.ceil(last + near)));
      if (state.ready && state.total > 0 && lacking && !filling) {
        filling = true;
        void enqueue(async () => {
          filling = false;
          await fill();
        });
      }
    },
    turnTo(next, nextErrand) {
      const same = next.viewId === view.viewId && next.sort === view.sort;
      if (same && next.columns === view.columns) return;
      view = next;
      errand = nextErrand;
      // The same rows with other columns stay where they are.
      if (!same) seen = { first: 0, last: 40 };
      set({ ready: false });
      // Letters typed while one answer is awaited are asked about together, by the last of them.
      if (turning) return;
      turning = true;
      void enqueue(turn);
    },
    refresh: () => enqueue(takeAnew),
    onEvent(event) {
      if (event.type !== 'changed' || !(event.views || event.outbox || event.ticketIds.length > 0)) return;
      const waits = changes !== null;
      changes = changes === 'all' || event.ticketIds === 'all' ? 'all' : [...(changes ?? []), ...event.ticketIds];
      // While one waits its turn, the next ones join it: a sync tells many in a second.
      if (waits) return;
      void enqueue(() => {
        const ids = changes ?? [];
        changes = null;
        return reconcile(ids);
      });
    },
    close() {
      closed = true;
      listeners.clear();
    },
  };
}

/** What a list begins with. */
export const stateBefore = (
  before: FirstRows | null,
  { viewId, sort }: Pick<RowsRequest, 'viewId' | 'sort'>,
): RowWindowState => ({
  total: before?.total ?? 0,
  held: before ? heldOf({ ...before, offset: 0 }) : new Map(),
  waiting: 0,
  ready: false,
  of: { viewId, sort, errand: viewId },
  groups: before?.groups ?? null,
});
