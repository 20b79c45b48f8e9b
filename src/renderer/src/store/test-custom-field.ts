import type { Condition } from '#shared/domain/view.ts';
import type { Columns } from './columns.ts';
import { eachOf, type FieldColumn } from './field-columns.ts';

type CustomCondition = Extract<Condition, { readonly field: 'custom' }>;

/** Asks each distinct value once, then only looks up the answers. */
export function customTest(condition: CustomCondition, columns: Columns): (index: number) => boolean {
  const column = columns.field(condition.id);
  const holds = valueTest(condition, column);
  const answers = Uint8Array.from(column.values, (value, place) => (holds(value, place) ? 1 : 0));
  const codes = column.codes();
  return (index) => answers[codes[index] ?? 0] === 1;
}

/** Of a field with several values one is enough. */
function valueTest(condition: CustomCondition, column: FieldColumn): (value: string, place: number) => boolean {
  const { is } = condition;
  if ('values' in condition) {
    const wanted = new Set(condition.values.map((value) => value ?? ''));
    return (value) => eachOf(value).some((each) => wanted.has(each)) === is;
  }
  if ('from' in condition)
    return (value) => {
      const days = eachOf(value).flatMap((each) => /^\d{4}-\d\d-\d\d/.exec(each) ?? []);
      return days.length > 0 && days.some((day) => day >= condition.from) === is;
    };
  const { low, high } = column.numbers();
  const compared = 'above' in condition ? high : low;
  return (_value, place) => {
    const number = compared[place] ?? Number.NaN;
    if (Number.isNaN(number)) return false;
    return ('above' in condition ? number > condition.above : number < condition.below) === is;
  };
}
