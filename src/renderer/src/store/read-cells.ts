import { fieldIdOf, type ListColumn } from '#shared/domain/list-columns.ts';
import { type FieldValue, TICKET_TYPES } from '#shared/domain/ticket.ts';
import { type AccountState } from './account-state.ts';
import type { TicketHeader } from './desk-views.ts';

type Cell = TicketHeader['cells'][number];

/** What rows of one account show of these columns. A field of another account is left out. */
export function cellReader(
  state: AccountState,
  columns: readonly ListColumn[],
): (index: number) => TicketHeader['cells'] {
  const made = columns.map((column) => cellOf(state, column)).filter((read) => read !== null);
  return made.length === 0 ? () => NO_CELLS : (index) => made.map((read) => read(index));
}

const NO_CELLS: TicketHeader['cells'] = [];

function cellOf(state: AccountState, column: ListColumn): ((index: number) => Cell) | null {
  const { columns, small } = state;
  const numbers = columns.numbers();
  const cell =
    (read: (index: number) => Cell['value'], name = '') =>
    (index: number): Cell => ({ column, name, value: read(index) });
  const timeOf = (times: Float64Array) => (index: number) => times[index] || null;
  switch (column) {
    case 'group':
      return cell((index) => {
        const id = columns.groups.value(numbers.group[index] ?? 0);
        return id === null ? null : (small.groups.get(id)?.name ?? id);
      });
    case 'organization':
      return cell((index) => {
        const id = columns.organizations.value(numbers.organization[index] ?? 0);
        return id === null ? null : (small.organizations.get(id)?.name ?? id);
      });
    case 'tags':
      return cell((index) => {
        const list = columns.tagLists.value(numbers.tags[index] ?? 0);
        return list === null ? null : (JSON.parse(list) as string[]).join(', ');
      });
    case 'type':
      return cell((index) => TICKET_TYPES[(numbers.type[index] ?? 0) - 1] ?? null);
    case 'created':
      return cell(timeOf(numbers.createdAt));
    case 'solved':
      return cell(timeOf(numbers.solvedAt));
    // What every header has.
    case 'assignee':
    case 'priority':
    case 'channel':
    case 'number':
    case 'updated':
    case 'waiting':
    case 'sla':
      return cell(() => null);
    default: {
      const id = fieldIdOf(column, state.account.id);
      const field = id === null ? undefined : small.fields.get(id);
      if (id === null || !field) return null;
      const labels = new Map(field.options.map(({ value, label }) => [value, label]));
      return cell((index) => textOf(columns.fieldAt(index, id), labels), field.title);
    }
  }
}

/** Null for an empty field; a tick is a tick. */
function textOf(value: FieldValue | undefined, labels: ReadonlyMap<string, string>): string | null {
  if (value === undefined || value === null || value === false || value === '') return null;
  if (value === true) return '✓';
  const named = (one: string): string => labels.get(one) ?? one;
  return Array.isArray(value) ? value.map(named).join(', ') || null : named(String(value));
}
