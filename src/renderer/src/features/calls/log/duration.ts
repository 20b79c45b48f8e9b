import type { Text } from '#shared/i18n/text.ts';

/** How long something lasted, in words: "4 minutes, 5 seconds". */
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
