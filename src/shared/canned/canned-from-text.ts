import { type Named, namesToPlaceholders } from '../macros/names-to-placeholders.ts';
import type { CannedResponse } from './canned-response.ts';
import { suggestShortcode } from './shortcodes.ts';

/** Whose words they were, and what the new response must not be called. */
type Written = {
  readonly requester: Named | null;
  readonly me: Named;
  /** The ticket's number as people write it, without `#`. */
  readonly number: string;
  /** `shortcodeKey` of every response that there is. */
  readonly taken: ReadonlySet<string>;
};

const TITLE_LENGTH = 60;

/**
 * What a new response could be, out of words that an agent selected: the customer's and the agent's names, addresses and the
 * ticket's number as placeholders, its first line that says something as title, and a shortcode out of that. For the agent to change
 * before it is kept.
 */
export function cannedFromText(selected: string, written: Written): Omit<CannedResponse, 'id' | 'updatedAt'> {
  const text = namesToPlaceholders(selected.trim(), written);
  const title = titleOf(text);
  const shortcode = suggestShortcode(title, written.taken);
  return {
    shortcode,
    // Words that are nothing but names and signs leave none.
    title: title === '' ? shortcode : title,
    folder: [],
    tags: [],
    scope: 'personal',
    variants: [{ locale: null, text }],
    files: [],
  };
}

/** The first line of several words without a name in it: a greeting has one. */
function titleOf(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => ({ named: line.includes('{{'), words: bare(line) }))
    .filter(({ words }) => words !== '');
  const line = lines.find(({ named, words }) => !named && words.includes(' ')) ?? lines[0];
  return shortened(line?.words ?? '');
}

/** Without placeholders and without the marks of Markdown around words. */
const bare = (line: string): string =>
  line
    .replace(/\{\{[^{}]*\}\}/gu, '')
    .replace(/^\s*(?:[-*+>]|#{1,6}|\d+[.)])\s+/u, '')
    .replace(/[*_`~]+/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:]+|[\s,;:.]+$/gu, '');

function shortened(line: string): string {
  const letters = Array.from(line);
  if (letters.length <= TITLE_LENGTH) return line;
  const cut = letters.slice(0, TITLE_LENGTH - 1).join('');
  return `${cut.replace(/\s+\S*$/u, '')}…`;
}
