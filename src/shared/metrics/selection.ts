import { ME, type MeasureColumns, NO_TICKET } from './columns.ts';
import type { Range } from './range.ts';

/** Which rows a figure is of. */
export type Selection = {
  readonly range: Range;
  /** What lies after it has not happened yet, whatever the range says. */
  readonly now: number;
  /** A 1 for each agent who counts, by number (`agentMask`); null for all. */
  readonly agents: Uint8Array | null;
  /** A 1 for each ticket that counts (`ticketMask`); null for all, and for what is on no ticket. */
  readonly tickets: Uint8Array | null;
};

/** The agent's own: what they do at this machine, and what is theirs by these keys (`agentKey`) at helpdesks. */
export function mineMask({ agents }: Pick<MeasureColumns, 'agents'>, keys: readonly string[]): Uint8Array {
  const mask = new Uint8Array(agents.size);
  mask[ME] = 1;
  for (const key of keys) {
    const number = agents.find(key);
    if (number !== undefined) mask[number] = 1;
  }
  return mask;
}

/** Where a selection ends: `until` of its range, or now. */
export const endOf = ({ range, now }: Pick<Selection, 'range' | 'now'>): number => Math.min(range.until, now + 1);

/** Whether whose a row is, and what it is on, are selected: all but the time. */
export function isSelected(
  { agent, ticket }: MeasureColumns,
  row: number,
  { agents, tickets }: Pick<Selection, 'agents' | 'tickets'>,
): boolean {
  if (agents !== null && agents[agent[row] ?? 0] !== 1) return false;
  if (tickets === null) return true;
  const number = ticket[row] ?? NO_TICKET;
  return number !== NO_TICKET && tickets[number] === 1;
}
