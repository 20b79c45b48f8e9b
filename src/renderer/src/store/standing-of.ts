import type { AccountState } from './account-state.ts';
import { statusAt } from './columns.ts';
import type { Standing, TicketHeader } from './desk-views.ts';
import type { Selection } from './evaluate-view.ts';

type Parts = readonly { readonly state: AccountState; readonly selection: Selection }[];

/** How the agent stands, from their unsolved tickets and those that are solved. */
export function standingOf(
  { mine, solved }: { readonly mine: Parts; readonly solved: Parts },
  {
    solvedSince,
    now,
    dueAt,
    headerOf,
  }: {
    readonly solvedSince: number;
    readonly now: number;
    /** When this machine's clock shows what the helpdesk's shows `at` an instant. */
    readonly dueAt: (state: AccountState, at: number) => number;
    readonly headerOf: (state: AccountState, index: number) => TicketHeader;
  },
): Standing {
  let waitingForMe = 0;
  let next: { readonly state: AccountState; readonly index: number; readonly at: number } | null = null;
  for (const { state, selection } of mine) {
    const { status, waitingSince, slaAt } = state.columns.numbers();
    for (const index of selection.rows) {
      const stands = statusAt(status[index] ?? 0);
      if ((stands === 'new' || stands === 'open') && (waitingSince[index] ?? 0) > 0) waitingForMe++;
      // 0 where nothing is promised, or the clock of it stands.
      const promised = slaAt[index] ?? 0;
      const at = dueAt(state, promised);
      if (promised > 0 && (next === null || comesBefore(at, next.at, now))) next = { state, index, at };
    }
  }
  let solvedCount = 0;
  for (const { state, selection } of solved) {
    const { solvedAt } = state.columns.numbers();
    for (const index of selection.rows) if ((solvedAt[index] ?? 0) >= solvedSince) solvedCount++;
  }
  return { waitingForMe, nextSla: next && headerOf(next.state, next.index), solved: solvedCount };
}

/** What can still be kept comes before what was missed, and of that what was missed last: it may be news. */
const comesBefore = (at: number, other: number, now: number): boolean =>
  at >= now ? other < now || at < other : other < now && at > other;
