import { err, ok, type Result } from '../result.ts';
import { findTabStops } from '../templates/tab-stops.ts';
import type { CannedResponse } from './canned-response.ts';
import { variantsFor } from './choose-variant.ts';
import { shortcodeKey } from './shortcodes.ts';

export const NESTED_LIMITS = {
  /** Responses inside each other, the outermost counted. */
  depth: 10,
  /** Responses put in, in all: a few that name each other twice double with every level, even where they write nothing. */
  responses: 500,
  /** UTF-16 units of the whole; a template may be as long. */
  length: 65_536,
} as const;

/** Why a response cannot be put together. `path` has the shortcodes from the outermost in; the last is the one at fault. */
export type NestedProblem = {
  readonly code: 'unknown' | 'cycle' | 'too-deep' | 'too-many' | 'too-long';
  readonly path: readonly string[];
};

type Responses = {
  readonly locale: string | null;
  /** By shortcode, whatever its case. */
  readonly find: (shortcode: string) => CannedResponse | undefined;
};

/** `text`, a variant of `shortcode`, with every `{{response:shortcode}}` replaced by that response for the same reader. */
export function expandNested(
  { shortcode, text }: { readonly shortcode: string; readonly text: string },
  { locale, find }: Responses,
): Result<string, NestedProblem> {
  let responses = 0;
  const expand = (template: string, path: readonly string[]): Result<string, NestedProblem> => {
    let whole = '';
    let done = 0;
    for (const stop of findTabStops(template)) {
      if (stop.kind !== 'response') continue;
      const inner = nested(stop.shortcode, path);
      if (!inner.ok) return inner;
      whole += template.slice(done, stop.start) + inner.value;
      done = stop.end;
      if (whole.length > NESTED_LIMITS.length) return err({ code: 'too-long', path });
    }
    whole += template.slice(done);
    return whole.length > NESTED_LIMITS.length ? err({ code: 'too-long', path }) : ok(whole);
  };
  const nested = (name: string, path: readonly string[]): Result<string, NestedProblem> => {
    const inside = [...path, name];
    const fault = (code: NestedProblem['code']): Result<string, NestedProblem> => err({ code, path: inside });
    if (path.some((outer) => shortcodeKey(outer) === shortcodeKey(name))) return fault('cycle');
    const response = find(name);
    const [variant] = response ? variantsFor(response.variants, locale) : [];
    if (!variant) return fault('unknown');
    if (inside.length > NESTED_LIMITS.depth) return fault('too-deep');
    responses += 1;
    if (responses > NESTED_LIMITS.responses) return fault('too-many');
    return expand(variant.text, inside);
  };
  return expand(text, [shortcode]);
}
