import {
  type Context,
  type Emitter,
  type Liquid,
  type Output,
  Parser,
  type Template,
  Tokenizer,
  TypeGuards,
  toValue,
} from 'liquidjs';
import { findTabStops } from '#shared/templates/tab-stops.ts';
import { floatLiterals, saysNothingIsRight, usesVariables } from './expressions.ts';
import { type Budget, LIMITS, Stopped } from './limits.ts';
import type { Marks } from './marks.ts';
import { printed } from './printed.ts';

/**
 * Reads a template so that its outputs mark what they do not resolve. Tab stops are no Liquid: they are plain text while the
 * template is cut into tokens, of the same length, so that every place stays what it was.
 */
export function readTemplate(
  liquid: Liquid,
  source: string,
  { marks, budget }: { readonly marks: Marks; readonly budget: Budget },
): Template[] {
  if (partsIn(source) > LIMITS.parts) throw new Stopped('too-long');
  const tokens = new Tokenizer(withoutTabStops(source), liquid.options.operators).readTopLevelTokens(liquid.options);
  for (const token of tokens) {
    token.input = source;
    if (TypeGuards.isTagToken(token)) token.tokenizer.input = source;
  }
  const parser = new Parser(liquid);
  const readToken = parser.parseToken.bind(parser);
  let depth = 0;
  // Blocks read what is inside them by the same function, so this sees every token.
  parser.parseToken = (token, rest) => {
    budget.step();
    if (!TypeGuards.isHTMLToken(token)) refuseMonster(token.getText());
    if (depth > LIMITS.depth) throw new Stopped('too-deep');
    depth++;
    const template = readToken(token, rest);
    depth--;
    floatLiterals(template);
    if (TypeGuards.isOutputToken(token)) markUnresolved(template as Output, token.getText(), marks);
    return template;
  };
  return parser.parseTokens(tokens);
}

function refuseMonster(part: string): void {
  if (part.length > LIMITS.partLength) throw new Stopped('too-long');
  if ((part.match(/[[(]/gu)?.length ?? 0) > LIMITS.depth) throw new Stopped('too-deep');
}

const partsIn = (source: string): number => source.match(/\{[{%]/gu)?.length ?? 0;

function withoutTabStops(source: string): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of findTabStops(source)) {
    masked += source.slice(from, start) + '_'.repeat(end - start);
    from = end;
  }
  return masked + source.slice(from);
}

/** An output that resolves to nothing writes its mark, unless no variable is in it or it says itself that nothing is right. */
function markUnresolved(output: Output, source: string, marks: Marks): void {
  if (!usesVariables(output.value) || saysNothingIsRight(output.value)) return;
  output.render = function* (context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const text = printed(yield toValue(yield output.value.value(context, false)));
    if (text === '') context.memoryLimit.use(source.length);
    emitter.write(text === '' ? marks.of(source) : text);
  };
}
