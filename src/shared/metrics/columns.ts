import type { AccountId, RemoteId, TicketId } from '../domain/ids.ts';
import { createInterned, type Interned } from './interned.ts';
import { METRIC_IDS, type Measured, type MetricId } from './measured.ts';

/** What was measured, one row each in arrays of numbers: a million of them take 29 MB and are gone through in milliseconds. */
export type MeasureColumns = {
  /** Rows in the arrays. Those that were taken out have `GONE` as their metric until others take their places. */
  readonly length: number;
  /** Places in `METRIC_IDS`. */
  readonly metric: Uint8Array;
  readonly at: Float64Array;
  readonly value: Float64Array;
  /** Numbers in `agents`. */
  readonly agent: Uint32Array;
  /** Numbers in `tickets`, or `NO_TICKET`. */
  readonly ticket: Uint32Array;
  readonly agents: Interned;
  readonly tickets: Interned;
};

export const GONE = 255;
export const NO_TICKET = 0xffff_ffff;
/** Agents' numbers that are always there: nobody, and the agent at this machine whatever they are called at a helpdesk. */
export const NOBODY = 0;
export const ME = 1;

const NUMBERS: ReadonlyMap<MetricId, number> = new Map(METRIC_IDS.map((metric, number) => [metric, number]));
export const metricNumber = (metric: MetricId): number => NUMBERS.get(metric) ?? GONE;

/** How an agent of a helpdesk is called among those of all accounts. */
export const agentKey = (accountId: AccountId, agentId: RemoteId): string => `${accountId}:${agentId}`;

/** Rows that come and go together; `source` is a ticket's id, or another name of what they were measured from. */
export type MeasuredRows = {
  readonly source: string;
  /** They are of the agent at this machine, whatever they are called at a helpdesk. */
  readonly mine: boolean;
  /** Whose agents are named; null where none are. */
  readonly accountId: AccountId | null;
  readonly rows: readonly { readonly ticketId: TicketId | null; readonly measured: Measured }[];
};

export type Measures = {
  /** The arrays as they are now: to be read anew after each change. */
  columns(): MeasureColumns;
  /** Puts rows in the place of all that there are from the same source. None take it out. */
  replace(rows: MeasuredRows): void;
  /** Closes the gaps, when there are more of them than rows. */
  compact(): void;
};

const NO_ROW = -1;
const FIRST_SIZE = 1_024;

/** `numbers`: of other columns, whose agents and tickets are to have the same numbers in these. */
export function createMeasures(numbers?: Pick<MeasureColumns, 'agents' | 'tickets'>): Measures {
  const { agents, tickets } = numbers ?? { agents: createInterned(['', 'me']), tickets: createInterned() };
  let arrays = arraysOf(FIRST_SIZE);
  let length = 0;
  let gone = 0;
  /** Rows of one source, and rows that are free, hang together by `next`. */
  const heads = new Map<string, number>();
  let free = NO_ROW;

  const claim = (): number => {
    if (free !== NO_ROW) {
      const row = free;
      free = arrays.next[row] ?? NO_ROW;
      gone--;
      return row;
    }
    if (length === arrays.metric.length) arrays = copied(arrays, length, length * 2);
    return length++;
  };

  const remove = (source: string): void => {
    let row = heads.get(source) ?? NO_ROW;
    heads.delete(source);
    while (row !== NO_ROW) {
      const next = arrays.next[row] ?? NO_ROW;
      arrays.metric[row] = GONE;
      arrays.next[row] = free;
      free = row;
      gone++;
      row = next;
    }
  };

  const agentNumber = ({ mine, accountId }: MeasuredRows, agentId: RemoteId | null): number => {
    if (mine) return ME;
    return accountId === null || agentId === null ? NOBODY : agents.put(agentKey(accountId, agentId));
  };

  return {
    columns: () => {
      const { metric, at, value, agent, ticket } = arrays;
      return { length, metric, at, value, agent, ticket, agents, tickets };
    },
    replace: (put) => {
      const { source, rows } = put;
      remove(source);
      let head = NO_ROW;
      for (const { ticketId, measured } of rows) {
        const row = claim();
        arrays.metric[row] = metricNumber(measured.metric);
        arrays.at[row] = measured.at;
        arrays.value[row] = measured.value;
        arrays.agent[row] = agentNumber(put, measured.agentId);
        arrays.ticket[row] = ticketId === null ? NO_TICKET : tickets.put(ticketId);
        arrays.next[row] = head;
        head = row;
      }
      if (head !== NO_ROW) heads.set(source, head);
    },
    compact: () => {
      if (gone * 2 <= length) return;
      const kept = arraysOf(Math.max(FIRST_SIZE, length - gone));
      let to = 0;
      for (const [source, head] of heads) {
        let last = NO_ROW;
        for (let row = head; row !== NO_ROW; row = arrays.next[row] ?? NO_ROW) {
          copyRow(arrays, row, kept, to);
          kept.next[to] = last;
          last = to++;
        }
        heads.set(source, last);
      }
      arrays = kept;
      length = to;
      gone = 0;
      free = NO_ROW;
    },
  };
}

type Arrays = ReturnType<typeof arraysOf>;

const arraysOf = (size: number) => ({
  metric: new Uint8Array(size),
  at: new Float64Array(size),
  value: new Float64Array(size),
  agent: new Uint32Array(size),
  ticket: new Uint32Array(size),
  next: new Int32Array(size),
});

function copied(from: Arrays, length: number, size: number): Arrays {
  const to = arraysOf(size);
  for (const name of Object.keys(to) as (keyof Arrays)[]) to[name].set(from[name].subarray(0, length));
  return to;
}

function copyRow(from: Arrays, row: number, to: Arrays, place: number): void {
  for (const name of Object.keys(to) as (keyof Arrays)[]) to[name][place] = from[name][row] ?? 0;
}
