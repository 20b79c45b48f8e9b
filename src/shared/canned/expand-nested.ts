import { err, ok, type Result } from '../result.ts';
import { findTabStops } from '../templates/tab-stops.ts';
import { shortcodeKey } from './shortcodes.ts';

/** How deep responses may stand in each other, how many of them in one text, and how long that may become. */
const MOST_DEEP = 10;
const MOST = 500;
const LONGEST = 65_536;

/**
 * Why a text with responses in it cannot be put together: `path` are the shortcodes from the outermost in, to the one where it fails.
 * cycle: that one is on its own path; unknown: there is none of that shortcode.
 */
export type NestedProblem = {
  readonly code: 'cycle' | 'unknown' | 'too-deep' | 'too-many' | 'too-long';
  readonly path: readonly string[];
};

/** Puts responses in place of `{{response:shortcode}}`, and theirs in them. `textOf` gives a response's text, null for none. */
export function expandNested(
  text: string,
  textOf: (shortcode: string) => string | null,
): Result<string, NestedProblem> {
  let count = 0;
  let length = text.length;

  const expand = (own: string, path: readonly string[]): Result<string, NestedProblem> => {
    let expanded = '';
    let done = 0;
    for (const stop of findTabStops(own)) {
      if (stop.kind !== 'response') continue;
      const inner = [...path, stop.shortcode];
      const found = textOf(stop.shortcode);
      if (found === null) return err({ code: 'unknown', path: inner });
      const key = shortcodeKey(stop.shortcode);
      if (path.some((outer) => shortcodeKey(outer) === key)) return err({ code: 'cycle', path: inner });
      if (inner.length > MOST_DEEP) return err({ code: 'too-deep', path: inner });
      count++;
      if (count > MOST) return err({ code: 'too-many', path: inner });
      length += found.length - stop.source.length;
      if (length > LONGEST) return err({ code: 'too-long', path: inner });
      const put = expand(found, inner);
      if (!put.ok) return put;
      expanded += own.slice(done, stop.start) + put.value;
      done = stop.end;
    }
    return ok(expanded + own.slice(done));
  };

  return expand(text, []);
}
