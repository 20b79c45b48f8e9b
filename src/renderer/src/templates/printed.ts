/** A value as Liquid prints it: nothing for nil, the elements one behind the other for a list, what an object says it is. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(printed).join('');
  return typeof value === 'object' && value !== null && saysWhatItIs(value)
    ? String(value[Symbol.toPrimitive]('string'))
    : '';
}

type Sayer = { [Symbol.toPrimitive](hint: 'string'): string | number };
const saysWhatItIs = (value: object): value is Sayer => Symbol.toPrimitive in value;
