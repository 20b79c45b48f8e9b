import type { Text } from '#shared/i18n/text.ts';

/** Bytes as people read them. */
export function fileSize(t: Text, bytes: number): string {
  const format = (value: number, unit: string): string =>
    t.intl.formatNumber(value, {
      style: 'unit',
      unit,
      // “82 byte” is what the short form says.
      unitDisplay: unit === 'byte' ? 'long' : 'short',
      maximumFractionDigits: value < 10 ? 1 : 0,
    });
  if (bytes < 1_000) return format(bytes, 'byte');
  return bytes < 1_000_000 ? format(bytes / 1_000, 'kilobyte') : format(bytes / 1_000_000, 'megabyte');
}
