import type { Text } from '../i18n/text.ts';
import type { FileFault, LeftOut } from './canned-file.ts';
import type { NestedProblem } from './expand-nested.ts';

/** The sentence for a response that cannot be put together. */
export const nestedProblemText = (t: Text, { code, path }: NestedProblem): string =>
  t(`canned.nested.${code}`, {
    shortcode: path.at(-1) ?? '',
    path: path.map((shortcode) => `/${shortcode}`).join(' → '),
  });

/** The sentence for a line or an entry of a file that is left out. */
export const leftOutText = (t: Text, { place, shortcode, why }: LeftOut): string =>
  t(`canned.leftOut.${why}`, { by: place.by, at: place.at, shortcode: shortcode === '' ? '' : ` (${shortcode})` });

/** The sentence for a file that is left alone as a whole. */
export const fileFaultText = (t: Text, why: FileFault): string => t(`canned.file.${why}`);
