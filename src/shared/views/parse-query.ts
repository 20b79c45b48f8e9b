import { CHANNELS, PRIORITIES, STATUSES, TICKET_TYPES } from '../domain/ticket.ts';
import { type Condition, GROUPINGS, type Grouping, PENDING_STATES, SORTS, type ViewQuery } from '../domain/view.ts';
import { HAS_WORDS, IS_WORDS, nearest, QUERY_FIELDS, queryFieldOf } from './query-fields.ts';
import { momentOf, spanOf } from './spans.ts';
import { type Token, tokensOf, type Written } from './tokens.ts';

/** What is wrong with a query: locale key `views.problem.<code>` with the found text and what it may have meant. */
export type QueryProblem = {
  readonly code:
    | 'unknown-field'
    | 'unknown-value'
    | 'unknown-name'
    | 'no-value'
    | 'not-compared'
    | 'needs-span'
    | 'needs-moment'
    | 'needs-number'
    | 'unclosed-quote'
    | 'unclosed-any'
    | 'stray-bracket'
    | 'second-any';
  readonly from: number;
  readonly to: number;
  readonly field: string;
  readonly found: string;
  readonly near: readonly string[];
};

/** A condition with people, groups, organizations and fields by their names, and where in the text it stands. */
export type Term = { readonly condition: Condition; readonly from: number; readonly to: number };

export type ParsedQuery = {
  readonly all: readonly Term[];
  readonly any: readonly Term[];
  /** Null when the text does not say. */
  readonly sort: ViewQuery['sort'] | null;
  readonly groupBy: Grouping | null;
  /** In the order of the text. What is wrong is left out of the query. */
  readonly problems: readonly QueryProblem[];
};

type TermToken = Extract<Token, { readonly kind: 'term' }>;

/** Reads a typed query. Never fails: what it cannot read is a problem, and the rest is still read. */
export function parseQuery(text: string): ParsedQuery {
  const all: Term[] = [];
  const any: Term[] = [];
  const problems: QueryProblem[] = [];
  let sort: ViewQuery['sort'] | null = null;
  let groupBy: Grouping | null = null;
  let into = all;
  let opened: Token | null = null;

  for (const token of tokensOf(text)) {
    const { from, to } = token;
    const wrong = (code: QueryProblem['code']) => problems.push({ code, from, to, field: '', found: '', near: [] });
    if (token.kind === 'term') {
      if (token.unclosed) wrong('unclosed-quote');
      const term = readTerm(token);
      if (term.problem) problems.push(term.problem);
      else if ('sort' in term) sort = term.sort;
      else if ('groupBy' in term) groupBy = term.groupBy;
      else into.push({ condition: term.condition, from, to });
    } else if (token.kind === 'open') {
      if (opened || any.length > 0) wrong('second-any');
      opened = token;
      into = any;
    } else {
      if (!opened) wrong('stray-bracket');
      opened = null;
      into = all;
    }
  }
  if (opened) {
    const { from, to } = opened;
    problems.push({ code: 'unclosed-any', from, to, field: '', found: '', near: [] });
  }
  return { all, any, sort, groupBy, problems };
}

type Read =
  | { readonly problem: QueryProblem }
  | { readonly problem: null; readonly sort: ViewQuery['sort'] }
  | { readonly problem: null; readonly groupBy: Grouping }
  | { readonly problem: null; readonly condition: Condition };

const read = (condition: Condition): Read => ({ problem: null, condition });

function readTerm(token: TermToken): Read {
  const is = !token.negated;
  const [first] = token.values;
  if (token.field === null) return read({ field: 'text', is, contains: first?.text ?? '' });
  const field = queryFieldOf(token.field);
  const wrong = (code: QueryProblem['code'], at: Written | TermToken = token, near: readonly string[] = []): Read => ({
    problem: {
      code,
      from: at.from,
      to: at.to,
      field: token.field ?? '',
      found: 'text' in at ? at.text : (token.field ?? ''),
      near,
    },
  });
  if (field === null) return wrong('unknown-field', token, nearest(token.field, QUERY_FIELDS));
  const missing = token.values.length === 0 || token.values.some(({ text, quoted }) => text === '' && !quoted);
  if (missing || !first) return wrong('no-value');
  const compares = token.operator !== ':' && token.operator !== '=';
  if (compares && !['created', 'updated', 'solved', 'waiting', 'priority', 'field'].includes(field))
    return wrong('not-compared');

  /** All values among those that the field may have, or the first that is not. */
  const among = <Value extends string>(known: readonly Value[]): readonly (Value | null)[] | Written => {
    const found: (Value | null)[] = [];
    for (const written of token.values) {
      const value = known.find((one) => one === written.text.toLowerCase());
      if (value === undefined && !isNone(written)) return written;
      found.push(value ?? null);
    }
    return found;
  };
  const listed = <Value extends string>(
    known: readonly Value[],
    make: (values: readonly (Value | null)[]) => Condition,
  ): Read => {
    const values = among(known);
    return 'text' in values ? wrong('unknown-value', values, nearest(values.text, known)) : read(make(values));
  };
  const certain = <Value extends string>(
    known: readonly Value[],
    make: (values: readonly Value[]) => Condition,
  ): Read => {
    const none = token.values.find(isNone);
    if (none) return wrong('unknown-value', none);
    return listed(known, (values) => make(values.filter((value) => value !== null)));
  };
  const orNone = token.values.map((written) => (isNone(written) ? null : written.text));
  const named = orNone.map((name, at) => (token.values[at]?.quoted ? name : keyword(name)));

  switch (field) {
    case 'status':
      return certain(STATUSES, (values) => ({ field, is, values }));
    case 'status-name':
      return read({ field: 'statusName', is, values: token.values.map(({ text }) => text) });
    case 'priority': {
      if (!compares) return listed(PRIORITIES, (values) => ({ field, is, values }));
      const at = PRIORITIES.findIndex((one) => one === first.text.toLowerCase());
      if (at < 0) return wrong('unknown-value', first, nearest(first.text, PRIORITIES));
      const from = { '>': at + 1, '>=': at, '<': 0, '<=': 0 }[token.operator as '>' | '>=' | '<' | '<='];
      const to = { '>': 4, '>=': 4, '<': at, '<=': at + 1 }[token.operator as '>' | '>=' | '<' | '<='];
      return read({ field, is, values: PRIORITIES.slice(from, to) });
    }
    case 'type':
      return listed(TICKET_TYPES, (values) => ({ field, is, values }));
    case 'channel':
      return certain(CHANNELS, (values) => ({ field, is, values }));
    case 'assignee':
      return read({ field, is, values: named });
    case 'from':
      return read({ field: 'requester', is, values: named });
    case 'group':
      return read({ field, is, values: named });
    case 'org':
      return read({ field: 'organization', is, values: orNone });
    case 'tag':
      return read({ field, is, values: orNone });
    case 'subject':
    case 'text':
      return read({ field, is, contains: first.text });
    case 'created':
    case 'updated':
    case 'solved': {
      const less = token.operator === '<' || token.operator === '<=';
      const withinMs = spanOf(first.text);
      if (withinMs !== null && compares) return read({ field, is: less === is, withinMs });
      const moment = momentOf(first.text);
      if (!moment || !compares) return wrong('needs-moment', first);
      const since = token.operator === '>' || token.operator === '<=' ? moment.end : moment.start;
      return read({ field, is: less !== is, since });
    }
    case 'waiting': {
      const longerMs = spanOf(first.text);
      if (longerMs === null || !compares) return wrong('needs-span', first);
      return read({ field, is: (token.operator === '>' || token.operator === '>=') === is, longerMs });
    }
    case 'is': {
      const word = among(IS_WORDS);
      if ('text' in word) return wrong('unknown-value', word, nearest(word.text, IS_WORDS));
      if (word[0] === 'waiting') return read({ field: 'waits', is });
      if (word[0] === 'starred' || word[0] === 'snoozed') return read({ field: word[0], is });
      return read({ field: 'unread', is: (word[0] === 'unread') === is });
    }
    case 'has': {
      const word = among(HAS_WORDS);
      if ('text' in word) return wrong('unknown-value', word, nearest(word.text, HAS_WORDS));
      return read(word[0] === 'draft' ? { field: 'draft', is } : { field: 'outbox', is, values: PENDING_STATES });
    }
    case 'outbox':
      return certain(PENDING_STATES, (values) => ({ field, is, values }));
    case 'field':
      return readCustom(token, first, wrong);
    case 'sort': {
      const by = SORTS.find((one) => one === first.text.replace(/^-/, '').toLowerCase());
      if (!by) return wrong('unknown-value', first, nearest(first.text, SORTS));
      return { problem: null, sort: { by, descending: !first.text.startsWith('-') } };
    }
    case 'group-by': {
      const groupBy = GROUPINGS.find((one) => one === first.text.toLowerCase());
      return groupBy ? { problem: null, groupBy } : wrong('unknown-value', first, nearest(first.text, GROUPINGS));
    }
  }
}

function readCustom(
  { name, negated, operator, values }: TermToken,
  first: Written,
  wrong: (code: QueryProblem['code'], at?: Written) => Read,
): Read {
  const is = !negated;
  if (!name || name.text === '') return wrong('no-value');
  const field = { field: 'custom', id: name.text } as const;
  if (operator === ':' || operator === '=')
    return read({ ...field, is, values: values.map((one) => (isNone(one) ? null : one.text)) });
  const upward = operator === '>' || operator === '<=';
  const says = operator === '>' || operator === '<' ? is : !is;
  const day = /^\d{4}-\d\d-\d\d$/.test(first.text) ? momentOf(`${first.text}Z`) : null;
  if (day) {
    const from = new Date(upward ? day.end : day.start).toJSON().slice(0, 10);
    return read({ ...field, is: (operator === '>' || operator === '>=') === is, from });
  }
  const number = Number(first.text);
  if (first.text.trim() === '' || !Number.isFinite(number)) return wrong('needs-number', first);
  return read(upward ? { ...field, is: says, above: number } : { ...field, is: says, below: number });
}

const isNone = ({ text, quoted }: Written): boolean => !quoted && text.toLowerCase() === 'none';
const keyword = (name: string | null): string | null =>
  name !== null && /^(?:me|mine)$/i.test(name) ? name.toLowerCase() : name;
