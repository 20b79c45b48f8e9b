/** What a placeholder stands for: null is nothing, undefined a placeholder that the desk does not know. */
export type Lookup = (path: string) => string | null | undefined;

/**
 * A macro's text filled in: placeholders with the filters `default`, `upcase` and `downcase`, and `if`, `elsif`, `else` and `unless`
 * over `==`, `!=` and `contains`, which is what the desk's own macros use. A placeholder that is not known stays as it is, so that it
 * is seen.
 */
export const fillText = (text: string, lookup: Lookup): string => {
  const parts = text.split(/(\{\{.*?\}\}|\{%.*?%\})/s);
  let out = '';
  /** Open conditions, the innermost last: whether its branch is taken, and whether any was before. */
  const open: { taken: boolean; done: boolean }[] = [];
  for (const part of parts) {
    const [, tag, condition = ''] = /^\{%-?\s*(\w+)\s*(.*?)\s*-?%\}$/s.exec(part) ?? [];
    const inner = open.at(-1);
    if (tag === 'if' || tag === 'unless') {
      const taken = holds(condition, lookup) === (tag === 'if');
      open.push({ taken, done: taken });
    } else if (tag === 'endif' || tag === 'endunless') open.pop();
    else if (inner && (tag === 'elsif' || tag === 'else')) {
      inner.taken = !inner.done && (tag === 'else' || holds(condition, lookup));
      inner.done ||= inner.taken;
    } else if (open.every(({ taken }) => taken)) out += part.startsWith('{{') ? output(part, lookup) : part;
  }
  return out;
};

const literal = (text: string): string | null => /^(["'])(.*)\1$/s.exec(text.trim())?.[2] ?? null;

const holds = (condition: string, lookup: Lookup): boolean => {
  const [, left = '', operator, right = ''] = /^(\S+)(?:\s+(==|!=|contains)\s+(.+))?$/s.exec(condition) ?? [];
  const value = lookup(left) ?? null;
  if (operator === undefined) return value !== null;
  const other = literal(right) ?? lookup(right) ?? null;
  if (operator === 'contains') return value !== null && other !== null && value.includes(other);
  return (value === other) === (operator === '==');
};

const output = (whole: string, lookup: Lookup): string => {
  const [path = '', ...filters] = whole.slice(2, -2).split('|');
  const found = lookup(path.trim());
  if (found === undefined) return whole;
  let value = found ?? '';
  for (const filter of filters) {
    const [name = '', argument = ''] = filter.split(/:(.*)/s).map((each) => each.trim());
    if (name === 'default' && value === '') value = literal(argument) ?? '';
    else if (name === 'upcase') value = value.toUpperCase();
    else if (name === 'downcase') value = value.toLowerCase();
  }
  return value;
};
