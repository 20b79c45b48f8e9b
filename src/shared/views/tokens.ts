/** One written value; `quoted` is never a keyword. */
export type Written = { readonly text: string; readonly quoted: boolean; readonly from: number; readonly to: number };

export const OPERATORS = ['>=', '<=', ':', '=', '>', '<'] as const;
export type Operator = (typeof OPERATORS)[number];

/** `-tag:spam,"late parcel"` taken apart. A word alone has no operator; `field:"Order number">5` has its name in `name`. */
export type Token =
  | { readonly kind: 'open' | 'close'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'term';
      readonly negated: boolean;
      /** Lower case; null for words. */
      readonly field: string | null;
      readonly name: Written | null;
      readonly operator: Operator | null;
      /** The last may be empty: nothing has been typed behind the operator or the comma yet. */
      readonly values: readonly Written[];
      /** A quotation mark is still open. */
      readonly unclosed: boolean;
      readonly from: number;
      readonly to: number;
    };

const ENDS_BARE = /[\s,()"]/u;
const FIELD = /^-?([\p{L}][\p{L}-]*)(>=|<=|[:=<>])/u;

/** Never fails: what it cannot make sense of becomes a word. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let unclosed = false;

  const written = (stop: RegExp): Written => {
    const from = at;
    if (text[at] !== '"') {
      while (at < text.length && !stop.test(text[at] ?? '')) at++;
      return { text: text.slice(from, at), quoted: false, from, to: at };
    }
    let value = '';
    at++;
    while (at < text.length && text[at] !== '"') {
      if (text[at] === '\\' && at + 1 < text.length) at++;
      value += text[at];
      at++;
    }
    if (at < text.length) at++;
    else unclosed = true;
    return { text: value, quoted: true, from, to: at };
  };
  const operatorAt = (): Operator | null => {
    const found = OPERATORS.find((one) => text.startsWith(one, at)) ?? null;
    at += found?.length ?? 0;
    return found;
  };

  while (at < text.length) {
    const from = at;
    if (/\s/u.test(text[at] ?? '')) {
      at++;
      continue;
    }
    const opening = /^(?:any|or)\(/iu.exec(text.slice(at, at + 4))?.[0];
    if (opening !== undefined) {
      at += opening.length;
      tokens.push({ kind: 'open', from, to: at });
      continue;
    }
    if (text[at] === ')') {
      at++;
      tokens.push({ kind: 'close', from, to: at });
      continue;
    }
    unclosed = false;
    const [head, field] = FIELD.exec(text.slice(at)) ?? [];
    const negated = text[at] === '-';
    if (field === undefined || head === undefined) {
      if (negated) at++;
      const word = written(/[\s()"]/u);
      // A bracket or comma that belongs to nothing.
      if (word.to === at && word.from === at) at++;
      const value = word.to > word.from ? word : { ...word, text: text.slice(from, at), to: at };
      tokens.push({
        kind: 'term',
        negated,
        field: null,
        name: null,
        operator: null,
        values: [value],
        unclosed,
        from,
        to: at,
      });
      continue;
    }
    const operator = OPERATORS.find((one) => head.endsWith(one)) ?? ':';
    at += head.length;
    const isNamed = field.toLowerCase() === 'field' && operator === ':';
    const name = isNamed ? written(/[\s,()"=<>:]/u) : null;
    const asked = isNamed ? operatorAt() : operator;
    const values: Written[] = [];
    if (asked !== null) {
      values.push(written(ENDS_BARE));
      while (text[at] === ',') {
        at++;
        values.push(written(ENDS_BARE));
      }
    }
    tokens.push({
      kind: 'term',
      negated,
      field: field.toLowerCase(),
      name,
      operator: asked,
      values,
      unclosed,
      from,
      to: at,
    });
  }
  return tokens;
}

const KEYWORDS = /^(?:none|me|mine)$/iu;

/** A value so that it is read back as it is: in quotation marks where it must be. */
export const write = (text: string): string =>
  /^[^\s,()"<>:=\\-][^\s,()"<>:=\\]*$/u.test(text) && !KEYWORDS.test(text)
    ? text
    : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
