import type { Text } from '#shared/i18n/text.ts';
import type { Settings } from '#shared/settings/settings.ts';

/** How calls usually end. */
const USUAL = ['resolved', 'followUp', 'callback', 'passedOn', 'wrongNumber', 'noAnswer', 'other'] as const;

/** The agent's own list, or the usual ones in their language. */
export const dispositionsOf = (
  t: Text,
  { dispositions }: Pick<Settings['calls'], 'dispositions'>,
): readonly string[] =>
  dispositions.length > 0 ? dispositions : USUAL.map((one) => t(`calls.wrap.disposition.${one}`));
