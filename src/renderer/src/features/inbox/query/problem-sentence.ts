import type { Text } from '#shared/i18n/text.ts';
import type { QueryProblem } from '#shared/views/parse-query.ts';

/** What is wrong with a query, with what may have been meant. */
export function queryProblemSentence(t: Text, { code, field, found, near }: QueryProblem): string {
  const what = t(`inbox.problem.${code}`, { field, found });
  if (near.length === 0) return what;
  return `${what} ${t('inbox.query.near', { names: t.intl.formatList([...near], { type: 'disjunction' }) })}`;
}

/** Still being typed: nothing is wrong with it yet. `caret` is null once the agent has left the field. */
export function isUnfinished({ code, from, to }: QueryProblem, caret: number | null): boolean {
  if (caret === null || caret < from) return false;
  return caret <= to || code === 'unclosed-any' || code === 'unclosed-quote';
}
