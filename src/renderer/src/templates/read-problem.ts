import { LiquidError } from 'liquidjs';
import type { TemplateProblem } from '#shared/templates/rendered.ts';
import { Stopped } from './limits.ts';

const NEAR = 40;
/** What the library says, of which nothing but the text is public. */
const SAYS = {
  memory: /^memory alloc limit exceeded/,
  unknownFilter: /^undefined filter: (.+?)(?:, line:|$)/,
  unknownTag: /^tag "(.+?)" not found/,
  open: /not closed/,
} as const;
const OF_BLOCKS = /^(?:end\w+|else|elsif|elseif|when)$/;

/** The problem that a throw of the engine stands for. Anything may be thrown: a template reaches every corner of it. */
export function problemOf(thrown: unknown): TemplateProblem {
  const error = innermost(thrown);
  if (error instanceof Stopped) return { code: error.code };
  const message = error instanceof Error ? error.message : '';
  // Ours is counted before the stack ends, but not for expressions.
  if (error instanceof RangeError) return { code: /call stack/i.test(message) ? 'too-deep' : 'too-much-memory' };
  if (SAYS.memory.test(message)) return { code: 'too-much-memory' };
  return LiquidError.is(thrown) ? placed(thrown, message) : { code: 'failed', near: '', line: 1, column: 1 };
}

/** Each template that stands in another puts its own wrapping round a throw. */
function innermost(thrown: unknown): unknown {
  let error = thrown;
  while (LiquidError.is(error) && error.originalError) error = error.originalError;
  return error;
}

function placed(error: LiquidError, message: string): TemplateProblem {
  const { token } = error;
  const [line = 1, column = 1] = token.getPosition();
  const place = { line, column };
  const near = excerpt(token.getText()) || excerpt(token.input.split('\n')[line - 1] ?? '');
  const filter = SAYS.unknownFilter.exec(message)?.[1];
  if (filter !== undefined) return { code: 'unknown-filter', filter, ...place };
  const tag = SAYS.unknownTag.exec(message)?.[1];
  if (tag !== undefined)
    return OF_BLOCKS.test(tag)
      ? { code: 'syntax', what: 'stray-tag', near, ...place }
      : { code: 'forbidden-tag', tag, ...place };
  if (error.name === 'RenderError') return { code: 'failed', near, ...place };
  return { code: 'syntax', what: SAYS.open.test(message) ? openPart(near, message) : 'unreadable', near, ...place };
}

const openPart = (near: string, message: string): 'output-open' | 'tag-open' | 'block-open' => {
  if (message.startsWith('output')) return 'output-open';
  return near.includes('%}') || !message.startsWith('tag "') ? 'block-open' : 'tag-open';
};

function excerpt(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length > NEAR ? `${line.slice(0, NEAR - 1)}…` : line;
}
