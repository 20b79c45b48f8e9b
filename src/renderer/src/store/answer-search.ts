import type { Person } from '#shared/domain/desk.ts';
import type { AccountState } from './account-state.ts';
import { headerReader } from './answer-views.ts';
import type { ArticleSummary, SearchAnswer } from './desk-tickets.ts';
import { foldText, wordsOf } from './fold-text.ts';

const TICKETS = 50;
const PEOPLE = 20;
const ARTICLES = 20;

/** Tickets newest first, one whose number was typed before all; people and articles by name. From memory, all accounts. */
export async function answerSearch(
  states: readonly AccountState[],
  text: string,
  env: { readonly pause: () => Promise<void>; readonly now: () => number },
): Promise<SearchAnswer> {
  const words = wordsOf(text);
  if (words.length === 0) return { tickets: [], people: [], articles: [] };
  for (const state of states) if (!state.search.isBuilt()) await state.search.build(env.pause);
  const number = /^#?(\d+)$/u.exec(text.trim())?.[1];
  const tickets = states.flatMap((state) => {
    const found = state.search.find(words, TICKETS);
    const { gone } = state.columns.numbers();
    const exact = number === undefined ? [] : withNumber(state, number);
    const indexes = [...new Set([...exact, ...found])].filter((index) => gone[index] === 0);
    return indexes.map(headerReader(state, env.now()));
  });
  const isExact = (ticket: { readonly number: string }): number => (ticket.number === number ? 0 : 1);
  return {
    tickets: tickets.sort((a, b) => isExact(a) - isExact(b) || b.updatedAt - a.updatedAt).slice(0, TICKETS),
    people: states.flatMap((state) => peopleMatching(state, words, PEOPLE).map((person) => withCount(state, person))),
    articles: states
      .flatMap((state) => [...state.articles.values()])
      .filter((article) => matches(article.title, words))
      .sort(byNewest)
      .slice(0, ARTICLES),
  };
}

/** `#1` is also found inside `#12`; who types a number wants that ticket, however old it is. */
function withNumber(state: AccountState, number: string): readonly number[] {
  return state.search.find([`#${number} `], 1);
}

const matches = (text: string, words: readonly string[]): boolean => {
  const folded = foldText(text);
  return words.every((word) => folded.includes(word));
};

export function peopleMatching(state: AccountState, words: readonly string[], limit: number): readonly Person[] {
  const found: Person[] = [];
  for (const person of state.people.values()) {
    if (!person.active || !matches(`${person.name} ${person.email ?? ''}`, words)) continue;
    found.push(person);
    if (found.length >= limit) break;
  }
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

function withCount(state: AccountState, person: Person) {
  const { requester, gone } = state.columns.numbers();
  const code = state.columns.people.find(person.remoteId);
  let ticketCount = 0;
  if (code > 0)
    for (let index = 0; index < state.columns.size(); index++)
      if (requester[index] === code && gone[index] === 0) ticketCount++;
  return { ...person, accountId: state.account.id, ticketCount };
}

export const byNewest = (a: ArticleSummary, b: ArticleSummary): number => b.updatedAt - a.updatedAt;
