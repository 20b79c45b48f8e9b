import type { Condition, Grouping, ViewQuery } from '#shared/domain/view.ts';
import { parseQuery, type Term } from '#shared/views/parse-query.ts';
import { printQuery, USUAL_SORT } from '#shared/views/print-query.ts';

export type List = 'all' | 'any';

/** One condition in the builder, with names where the query has ids. It may still lack its value. */
export type Row = { readonly key: number; readonly list: List; readonly condition: Condition };

/** A query as conditions one chooses and as text one types: always the same, but for conditions that lack their value. */
export type QueryDraft = {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly sort: ViewQuery['sort'];
  readonly groupBy: Grouping | null;
};

/** Rows take the keys of those in their place, so that the fields one is in stay. */
export function draftOf(text: string, before: readonly Row[] = []): QueryDraft | null {
  const { all, any, sort, groupBy, problems } = parseQuery(text);
  if (problems.length > 0) return null;
  const rowsOf = (list: List, terms: readonly Term[]): readonly Row[] => {
    const known = before.filter((row) => row.list === list);
    return terms.map(({ condition }, at) => ({ key: known[at]?.key ?? -1, list, condition }));
  };
  const rows = [...rowsOf('all', all), ...rowsOf('any', any)];
  let next = nextKey(before);
  return {
    text,
    rows: rows.map((row) => (row.key >= 0 ? row : { ...row, key: next++ })),
    sort: sort ?? USUAL_SORT,
    groupBy,
  };
}

export const nextKey = (rows: readonly Row[]): number => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

/** With what was chosen also in the text. */
export function withText(draft: Omit<QueryDraft, 'text'>): QueryDraft {
  const { rows, sort, groupBy } = draft;
  const of = (list: List): readonly Condition[] =>
    rows.flatMap((row) => (row.list === list && isComplete(row.condition) ? [row.condition] : []));
  return { ...draft, text: printQuery({ all: of('all'), any: of('any'), sort, ...(groupBy ? { groupBy } : {}) }) };
}

/** Whether a condition says what it is about. */
export function isComplete(condition: Condition): boolean {
  if (condition.field === 'custom' && condition.id === '') return false;
  if ('values' in condition) return condition.values.length > 0;
  return !('contains' in condition) || condition.contains.trim() !== '';
}
