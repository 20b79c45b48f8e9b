import type { AccountId } from '../domain/ids.ts';

const TYPED = 'typed:';
/** No account is called so. */
const ALL = '*';

/** The id under which the store answers for a query as it was typed, over one account or all. */
export const typedViewId = (accountId: AccountId | null, text: string): string => `${TYPED}${accountId ?? ALL}:${text}`;

/** What such an id was made of; null for the id of any other view. */
export function typedViewOf(viewId: string): { readonly accountId: AccountId | null; readonly text: string } | null {
  if (!viewId.startsWith(TYPED)) return null;
  const end = viewId.indexOf(':', TYPED.length);
  const account = viewId.slice(TYPED.length, end);
  return { accountId: account === ALL ? null : account, text: viewId.slice(end + 1) };
}
