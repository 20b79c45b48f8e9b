import type { User } from '../model.ts';
import { createStore, type Op } from '../store.ts';

/** A customer who may call, with the number as a telephone system sends it: digits, the country's code first, and no sign. */
export type Caller = { readonly name: string; readonly number: string };

/** Countries of those who write their number without it. */
const CODE_OF: Readonly<Record<string, string>> = { 'en-US': '1', 'en-GB': '44', de: '49', fr: '33' };

/** The shop's customers with a telephone, in the order in which they came. */
export const callersIn = (rows: Iterable<Op>): readonly Caller[] =>
  createStore(rows, { append: () => undefined })
    .all('users')
    .flatMap((user) => (user.role === 'end-user' && user.active ? callerOf(user) : []));

function callerOf({ name, phone, locale }: User): readonly Caller[] {
  const written = (phone ?? '').replace(/ext.*$/, '').replace('(0)', '');
  const digits = written.replace(/\D/g, '');
  if (digits === '') return [];
  if (written.startsWith('+')) return [{ name, number: digits }];
  const code = CODE_OF[locale];
  return code === undefined ? [] : [{ name, number: code + digits.replace(/^0/, '') }];
}
