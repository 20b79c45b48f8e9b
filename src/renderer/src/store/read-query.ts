import type { Condition, ViewQuery } from '#shared/domain/view.ts';
import { type Completing, completingAt, valueText } from '#shared/views/complete-query.ts';
import { type ParsedQuery, parseQuery, type QueryProblem, type Term } from '#shared/views/parse-query.ts';
import { USUAL_SORT } from '#shared/views/print-query.ts';
import { nearest, QUERY_FIELDS } from '#shared/views/query-fields.ts';
import { mapIds } from '#shared/views/view-ids.ts';
import type { AccountState } from './account-state.ts';
import { type DeskNames, deskNames } from './desk-names.ts';
import type { QueryAnswer, QueryCompletion } from './desk-views.ts';
import { foldText } from './fold-text.ts';
import { tagsInUse } from './tags-in-use.ts';

const COMPLETIONS = 12;

/** Reads a typed query and finds what its names stand for. A condition that cannot be understood is left out and told. */
export function readQuery(
  states: readonly AccountState[],
  text: string,
): Pick<QueryAnswer, 'query' | 'problems' | 'usable'> {
  const parsed = parseQuery(text);
  const problems = [...parsed.problems];
  const names = deskNames(states);
  const known = knownWords(states);
  const resolve = (term: Term): readonly Condition[] => {
    const told = unknownIn(term, names, known);
    problems.push(...told);
    if (told.some((problem) => !isMild(problem))) return [];
    return [mapIds(term.condition, (kind, name) => names.idsOf(kind, name).slice(0, kind === 'field' ? 1 : undefined))];
  };
  const query: ViewQuery = {
    all: parsed.all.flatMap(resolve),
    any: parsed.any.flatMap(resolve),
    sort: parsed.sort ?? USUAL_SORT,
    ...groupOf(parsed),
  };
  problems.sort((a, b) => a.from - b.from);
  return { query, problems, usable: problems.every(isMild) };
}

const groupOf = ({ groupBy }: ParsedQuery) => (groupBy ? { groupBy } : {});

/** A tag or status that no ticket has today may come tomorrow: it is told and kept. */
const isMild = ({ code, field }: QueryProblem): boolean =>
  code === 'unknown-name' && (field === 'tag' || field === 'statusName');

type Known = { readonly tags: () => readonly string[]; readonly statusNames: () => readonly string[] };

const knownWords = (states: readonly AccountState[]): Known => ({
  tags: () => [...new Set(states.flatMap((state) => tagsInUse(state)))],
  statusNames: () => [...new Set(states.flatMap(({ columns }) => columns.statusNames.list()))],
});

function unknownIn({ condition, from, to }: Term, names: DeskNames, known: Known): readonly QueryProblem[] {
  const problem = (field: string, found: string, candidates: Iterable<string>): QueryProblem => ({
    code: 'unknown-name',
    from,
    to,
    field,
    found,
    near: nearest(found, candidates),
  });
  if (condition.field === 'tag' || condition.field === 'statusName') {
    const words = condition.field === 'tag' ? known.tags() : known.statusNames();
    const same = (value: string) => (word: string) =>
      condition.field === 'tag' ? word === value : word.toLowerCase() === value.toLowerCase();
    return condition.values.flatMap((value) =>
      value === null || words.some(same(value)) ? [] : [problem(condition.field, value, words)],
    );
  }
  const unknown: QueryProblem[] = [];
  mapIds(condition, (kind, name) => {
    if (names.idsOf(kind, name).length === 0) {
      const candidates = [...names.things(kind)].flatMap((thing) => [thing.name, thing.address ?? '']);
      unknown.push(problem(kind, name, candidates.filter(Boolean)));
    }
    return [];
  });
  return unknown;
}

/** What may stand at the caret, those first that begin with what is typed. */
export function completionsAt(states: readonly AccountState[], text: string, caret: number): QueryAnswer['completion'] {
  const completing = completingAt(text, caret);
  if (!completing) return null;
  const typed = foldText(completing.typed);
  const begins: QueryCompletion[] = [];
  const contains: QueryCompletion[] = [];
  for (const { name, detail } of candidatesFor(completing, states)) {
    const folded = foldText(name);
    const option = { label: name, detail, text: valueText(completing.kind, name) };
    if (folded.startsWith(typed) || foldText(detail).startsWith(typed)) begins.push(option);
    else if (completing.kind !== 'field' && folded.includes(typed)) contains.push(option);
    if (begins.length >= COMPLETIONS) break;
  }
  const options = [...begins, ...contains].slice(0, COMPLETIONS);
  const { from, to } = completing;
  // Nothing is left to complete once it stands there.
  const done = options.length === 1 && options[0]?.text === text.slice(from, to);
  return done || (completing.kind === 'field' && typed === '' && text !== '' && !/\s$/.test(text.slice(0, caret)))
    ? null
    : { from, to, options };
}

type Candidate = { readonly name: string; readonly detail: string };

function* candidatesFor({ kind, listed }: Completing, states: readonly AccountState[]): Iterable<Candidate> {
  const plain = (name: string): Candidate => ({ name, detail: '' });
  const words = knownWords(states);
  const names = deskNames(states);
  if (kind === 'field') yield* QUERY_FIELDS.map(plain);
  else if (kind === 'listed') yield* listed.map(plain);
  else if (kind === 'tag') yield* words.tags().map(plain);
  else if (kind === 'statusName') yield* words.statusNames().map(plain);
  else if (kind === 'custom') for (const { name } of names.things('field')) yield plain(name);
  else for (const { name, address } of names.things(kind)) if (name !== '') yield { name, detail: address ?? '' };
}
