/** A template filled in. */
export type Rendered = {
  /** What resolved to nothing stands in it with its own source, `{{ticket.requester.phone}}`. */
  readonly text: string;
  /** The sources of what did, each once, in the text's order. */
  readonly unresolved: readonly string[];
};

/** Where in the template, from 1, in lines and UTF-16 units. */
type Place = { readonly line: number; readonly column: number };

/** `…-open`: an output, a tag or a block that does not end; `stray-tag`: an end or middle without its beginning. */
export const SYNTAX_FAULTS = ['output-open', 'tag-open', 'block-open', 'stray-tag', 'unreadable'] as const;

/** Why a template could not be filled in. `near` is the beginning of the faulty part. */
export type TemplateProblem =
  | ({ readonly code: 'syntax'; readonly what: (typeof SYNTAX_FAULTS)[number]; readonly near: string } & Place)
  | ({ readonly code: 'forbidden-tag'; readonly tag: string } & Place)
  | ({ readonly code: 'unknown-filter'; readonly filter: string } & Place)
  /** It reads well and cannot be worked out: a division by zero. */
  | ({ readonly code: 'failed'; readonly near: string } & Place)
  | { readonly code: (typeof TEMPLATE_LIMITS)[number] }
  /** What renders templates did not start. */
  | { readonly code: 'unavailable' };

export const TEMPLATE_LIMITS = ['too-long', 'too-deep', 'too-slow', 'too-much-output', 'too-much-memory'] as const;
