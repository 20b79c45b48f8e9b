/** A value as Liquid prints it: nothing for nil, the elements one behind the other for a list. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(printed).join('');
  return String(value);
}
