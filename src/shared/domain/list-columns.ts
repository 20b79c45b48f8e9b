import { z } from '../schema.ts';

/** Facts that a row of a list may show beside what every row shows. */
export const LIST_FACTS = [
  'assignee',
  'group',
  'organization',
  'priority',
  'tags',
  'type',
  'channel',
  'number',
  'created',
  'updated',
  'solved',
  'waiting',
  'sla',
] as const;
export type ListFact = (typeof LIST_FACTS)[number];

/** A custom field by its account and its id there: fields of several accounts may have the same. */
export type ListColumn = ListFact | `field:${string}`;

/** A row has room for no more. */
export const MOST_COLUMNS = 4;

const listColumnSchema = z.union([
  z.enum(LIST_FACTS),
  z.custom<`field:${string}`>((value) => typeof value === 'string' && value.startsWith('field:')),
]);
export const listColumnsSchema = z.array(listColumnSchema).max(MOST_COLUMNS).readonly();

export const fieldColumnOf = (accountId: string, fieldId: string): ListColumn => `field:${accountId}:${fieldId}`;

/** The id that a field has in one account; null for a fact, and for a field of another account. */
export function fieldIdOf(column: ListColumn, accountId: string): string | null {
  const start = `field:${accountId}:`;
  return column.startsWith(start) ? column.slice(start.length) : null;
}
