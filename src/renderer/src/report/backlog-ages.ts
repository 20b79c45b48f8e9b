import { type MeasureColumns, NO_TICKET } from '#shared/metrics/columns.ts';
import { isSelected, type Selection } from '#shared/metrics/selection.ts';

/** How old the tickets of a backlog were at a moment, ms, in no order: putting thousands of them in one takes longer than all else. */
export function backlogAges(
  columns: MeasureColumns,
  createdAt: Float64Array,
  chosen: Pick<Selection, 'agents' | 'tickets'>,
  moment: number,
): Float64Array {
  const ages = new Float64Array(columns.length);
  let count = 0;
  for (let row = 0; row < columns.length; row++) {
    const from = columns.at[row] ?? 0;
    if (from > moment || from + (columns.value[row] ?? 0) <= moment || !isSelected(columns, row, chosen)) continue;
    ages[count++] = moment - (createdAt[columns.ticket[row] ?? NO_TICKET] ?? moment);
  }
  return ages.subarray(0, count);
}
