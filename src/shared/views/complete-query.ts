import { CHANNELS, PRIORITIES, STATUSES, TICKET_TYPES } from '../domain/ticket.ts';
import { GROUPINGS, PENDING_STATES, SORTS } from '../domain/view.ts';
import { HAS_WORDS, IS_WORDS, type QueryField, queryFieldOf } from './query-fields.ts';
import { tokensOf, write } from './tokens.ts';

/** What is being typed at the caret, and which part of the text a completion takes the place of. */
export type Completing = {
  /** `field`: the name of a field or a word. Otherwise a value of that kind. */
  readonly kind: 'field' | 'person' | 'group' | 'organization' | 'tag' | 'statusName' | 'custom' | 'listed';
  readonly typed: string;
  readonly from: number;
  readonly to: number;
  /** For `listed`, what there is. */
  readonly listed: readonly string[];
};

const LISTED: Readonly<Partial<Record<QueryField, readonly string[]>>> = {
  status: STATUSES,
  priority: [...PRIORITIES, 'none'],
  type: [...TICKET_TYPES, 'none'],
  channel: CHANNELS,
  is: IS_WORDS,
  has: HAS_WORDS,
  outbox: PENDING_STATES,
  sort: SORTS,
  'group-by': GROUPINGS,
  waiting: ['30m', '2h', '1d'],
  created: ['1d', '7d', '30d'],
  updated: ['1d', '7d', '30d'],
  solved: ['1d', '7d', '30d'],
};

const NAMED: Readonly<Partial<Record<QueryField, Completing['kind']>>> = {
  assignee: 'person',
  from: 'person',
  group: 'group',
  org: 'organization',
  tag: 'tag',
  'status-name': 'statusName',
};

/** What could be completed at the caret; null in the middle of free text. */
export function completingAt(text: string, caret: number): Completing | null {
  const token = tokensOf(text.slice(0, caret)).findLast((one) => one.to === caret);
  const none = { listed: [], from: caret, to: caret, typed: '' };
  if (!token || token.kind !== 'term') return { kind: 'field', ...none };
  if (token.field === null) {
    const [word] = token.values;
    return word && !word.quoted ? { kind: 'field', ...none, typed: word.text, from: word.from } : null;
  }
  if (token.operator === null) {
    const typed = token.name?.text ?? '';
    return { kind: 'custom', ...none, typed, from: token.name?.from ?? caret };
  }
  const field = queryFieldOf(token.field);
  const last = token.values.at(-1);
  if (field === null || !last) return null;
  const at = { typed: last.text, from: last.from, to: caret };
  const kind = NAMED[field];
  if (kind) return { kind, listed: [], ...at };
  const listed = LISTED[field];
  return listed ? { kind: 'listed', listed, ...at } : null;
}

/** Fields whose values are compared, and so are followed by more than a colon. */
const COMPARED: readonly string[] = ['waiting', 'created', 'updated', 'solved'];

/** How a field is begun. */
export const fieldStart = (field: string): string =>
  field === 'waiting' ? 'waiting>' : COMPARED.includes(field) ? `${field}<` : `${field}:`;

/** How a value is written where it is put in; keywords and listed ones stay bare. */
export const valueText = (kind: Completing['kind'], value: string): string => {
  if (kind === 'field') return fieldStart(value);
  if (kind === 'listed') return value;
  return kind === 'custom' ? `${write(value)}=` : write(value);
};
