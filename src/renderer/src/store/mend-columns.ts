import { type AccountState } from './account-state.ts';
import type { Pause } from './plan-rows.ts';
import { refreshColumn } from './show-ticket.ts';
import type { TicketRow } from './storage.ts';

/**
 * Makes columns anew from the rows where a saved snapshot lacked some or held some that are no more. Resolves with whether it had to.
 * Counting 100,000 rows takes the database half a second, so nobody waits for this.
 */
export async function mendColumns(state: AccountState, pause: Pause): Promise<boolean> {
  if (await isWhole(state)) return false;
  return state.write(async () => {
    // A write that was under way may have been counted on one side alone.
    if (await isWhole(state)) return false;
    const chunks: (readonly TicketRow[])[] = [];
    await state.storage.ticketsAfter(0, (rows) => chunks.push(rows));
    const stored = new Set<string>();
    for (const row of chunks.flat()) {
      stored.add(row.id);
      refreshColumn(state, row.id, row);
      await pause();
    }
    const { columns } = state;
    for (let index = 0; index < columns.size(); index++)
      if (!isMadeHere(state, index) && !stored.has(columns.idAt(index))) columns.drop(index);
    return true;
  });
}

async function isWhole(state: AccountState): Promise<boolean> {
  const rows = await state.storage.count('tickets');
  const { columns } = state;
  let held = new Set(state.madeHere.values()).size;
  for (let index = 0; index < columns.size(); index++)
    if (!isMadeHere(state, index) && !columns.isDropped(index)) held++;
  return held === rows;
}

/** Without a row while it has not been delivered. */
const isMadeHere = ({ account, columns }: AccountState, index: number): boolean =>
  columns.idAt(index).startsWith(`${account.id}:new-`);
