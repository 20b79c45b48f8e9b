import ts from 'typescript';

export type SourceFile = { readonly path: string; readonly text: string };

/** Attributes that a person reads or hears. */
const READ_ATTRIBUTES = new Set(['title', 'placeholder', 'alt', 'label', 'aria-label', 'aria-description', 'summary']);
/** The program's name is the same in every language. */
const NAMES = new Set(['Holdfast']);
const HAS_WORDS = /\p{L}{2,}/u;

/**
 * What is wrong with the texts: keys kept twice, messages that do not parse, a count run together with another value, keys that
 * nothing uses, patterns that no key fits, and words written into JSX. That a literal key exists is checked by the types.
 */
export function problemsWithTexts(
  files: Readonly<Record<string, Readonly<Record<string, string>>>>,
  sources: readonly SourceFile[],
  parseMessage: (message: string) => void,
): readonly string[] {
  const keys = Object.entries(files).flatMap(([file, messages]) => Object.keys(messages).map((key) => ({ file, key })));
  const known = new Set(keys.map(({ key }) => key));
  const prefixes = new Set([...known].map((key) => key.slice(0, key.indexOf('.') + 1)));
  const read = sources.map((source) => readSource(source, known, prefixes));
  const used = new Set(read.flatMap((one) => one.keys));
  const patterns = read.flatMap((one) => one.patterns);
  return [
    ...keys
      .filter(({ file, key }) => keys.some((other) => other.key === key && other.file < file))
      .map(({ file, key }) => `${file}: "${key}" is in another file too`),
    ...Object.entries(files).flatMap(([file, messages]) =>
      Object.entries(messages).flatMap(([key, message]) => faultOf(file, key, message, parseMessage)),
    ),
    ...keys
      .filter(({ key }) => !used.has(key) && !patterns.some((pattern) => pattern.regex.test(key)))
      .map(({ file, key }) => `${file}: nothing uses "${key}"`),
    ...patterns
      .filter((pattern) => pattern.asked && ![...known].some((key) => pattern.regex.test(key)))
      .map((pattern) => `${pattern.place}: no key looks like ${pattern.regex.source}`),
    ...read.flatMap((one) => one.literals),
  ];
}

const HAS_PLURAL = /,\s*plural\s*,/;
const COUNT_BEFORE_VALUE = /(?<!')#\{/;

function faultOf(file: string, key: string, message: string, parse: (message: string) => void): readonly string[] {
  try {
    parse(message);
    if (message.trim() === '') return [`${file}: "${key}" is empty`];
    return HAS_PLURAL.test(message) && COUNT_BEFORE_VALUE.test(message)
      ? [`${file}: "${key}" puts its count before another value; a number sign by itself is written '#'`]
      : [];
  } catch (problem) {
    return [`${file}: "${key}" does not parse (${problem instanceof Error ? problem.message : String(problem)})`];
  }
}

type Pattern = { readonly regex: RegExp; readonly place: string; readonly asked: boolean };

function readSource(source: SourceFile, known: ReadonlySet<string>, prefixes: ReadonlySet<string>) {
  const keys: string[] = [];
  const patterns: Pattern[] = [];
  const literals: string[] = [];
  const kind = source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind);
  const place = (node: ts.Node): string =>
    `${source.path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;

  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && known.has(node.text)) keys.push(node.text);
    if (ts.isTemplateExpression(node) && startsWithAny(node.head.text, prefixes))
      patterns.push({ regex: patternOf(node), place: place(node), asked: isAsked(node) });
    if (ts.isTemplateLiteralTypeNode(node) && startsWithAny(node.head.text, prefixes))
      patterns.push({ regex: patternOf(node), place: place(node), asked: false });
    const words = wordsIn(node);
    if (words !== null && HAS_WORDS.test(words) && !NAMES.has(words.trim()))
      literals.push(`${place(node)}: "${words.trim()}" belongs into resources/locales`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { keys, patterns, literals };
}

const startsWithAny = (text: string, prefixes: ReadonlySet<string>): boolean =>
  prefixes.has(text.slice(0, text.indexOf('.') + 1));

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patternOf = (node: ts.TemplateExpression | ts.TemplateLiteralTypeNode): RegExp =>
  new RegExp(
    `^${escape(node.head.text)}${node.templateSpans.map((span) => `.+${escape(span.literal.text)}`).join('')}$`,
  );

/** `t(…)`: the pattern is meant as a key and not as something that looks like one. */
const isAsked = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) && ts.isIdentifier(node.parent.expression) && node.parent.expression.text === 't';

/** The text that a node puts before a person's eyes by itself, without the catalogue; null for any other node. */
function wordsIn(node: ts.Node): string | null {
  // What is printed on keys is the same in every language.
  if (ts.isJsxText(node) && ts.isJsxElement(node.parent) && node.parent.openingElement.tagName.getText() === 'kbd')
    return null;
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
    return ts.isStringLiteralLike(node.expression) ? node.expression.text : null;
  if (!ts.isJsxAttribute(node) || (!ts.isIdentifier(node.name) && !READ_ATTRIBUTES.has(node.name.getText())))
    return null;
  if (!READ_ATTRIBUTES.has(node.name.getText()) || !node.initializer) return null;
  const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
  return value && ts.isStringLiteralLike(value) ? value.text : null;
}
