import type { Text } from '#shared/i18n/text.ts';

/** How long something lasted: `4:05`, `1:02:03`. */
export function clockTime(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The same in words: "4 minutes, 5 seconds". */
export function durationInWords(t: Text, ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const parts = [
    [Math.floor(seconds / 3_600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const said = parts.filter(([value]) => value > 0);
  return t.intl.formatList(
    (said.length > 0 ? said : [parts[2]]).map(([value, unit]) =>
      t.intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'long' }),
    ),
    { type: 'unit' },
  );
}
