import { type Filter, type Template, type Token, TypeGuards, Value } from 'liquidjs';
import { asFloat } from './float.ts';

/** What a filter is given, names of arguments left out. */
const argumentsOf = ({ args }: Pick<Filter, 'args'>): readonly Token[] =>
  args.flatMap((arg) => (Array.isArray(arg) ? (arg[1] ?? []) : arg));

type Expression = { readonly initial: Value['initial']; readonly filters: readonly Pick<Filter, 'args'>[] };

const tokensOf = ({ initial, filters }: Expression): readonly Token[] => [
  ...initial.postfix,
  ...filters.flatMap(argumentsOf),
];

/** Numbers written with a point are floats, whole or not. */
export function floatLiterals(template: Template): void {
  for (const argument of template.arguments?.() ?? []) {
    const isExpression = argument instanceof Value || TypeGuards.isFilteredValueToken(argument);
    for (const token of isExpression ? tokensOf(argument) : [argument])
      if (TypeGuards.isNumberToken(token) && token.getText().includes('.'))
        Object.assign(token, { content: asFloat(Number(token.content)) });
  }
}

export const usesVariables = (value: Value): boolean => tokensOf(value).some(TypeGuards.isPropertyAccessToken);

/** `| default: ""` at the end. */
export function saysNothingIsRight(value: Value): boolean {
  const last = value.filters.at(-1);
  const [token] = last?.name === 'default' ? argumentsOf(last) : [];
  return TypeGuards.isQuotedToken(token) && token.content === '';
}
