import { getCountries } from 'libphonenumber-js/min';
import type { Call } from '#shared/calls/call.ts';
import { earlierChoice } from '#shared/calls/earlier-choice.ts';
import { type Candidate, compareReasons, endOf, type Match, matchNumber } from '#shared/calls/match-number.ts';
import { ownCountry } from '#shared/calls/own-country.ts';
import { type ReadNumber, readNumbers } from '#shared/calls/read-number.ts';
import { POPS_FOR_MS } from '#shared/calls/screen-pop.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import type { AccountState } from './account-state.ts';
import { headerReader } from './answer-views.ts';
import { statusAt } from './columns.ts';
import type { CallCountries, Caller, CallerAnswer } from './desk-calls.ts';
import type { StoreContext } from './store-context.ts';

/** Who calls, from memory: people and tickets as they are here, with or without a network. */
export function createFindCaller(
  context: Pick<StoreContext, 'accounts' | 'env' | 'settings'>,
  pastCalls: () => Iterable<Call>,
) {
  const { accounts, env } = context;
  let here: Promise<string> | null = null;

  const own = (): Promise<string> => {
    here ??= ownCountry(new Intl.DateTimeFormat().resolvedOptions(), env.pause);
    return here;
  };
  /** Where numbers that name no country are from. */
  const country = async (): Promise<string> => context.settings.calls.country || own();

  const candidatesFor = async (number: ReadNumber): Promise<readonly Candidate[]> => {
    const found = [...accounts.values()].map(async ({ account, numbers }) => {
      const people = await numbers.endingLike(endOf(number), env.pause);
      return people.map((person) => ({ accountId: account.id, person }));
    });
    return (await Promise.all(found)).flat();
  };

  const earlierCaller = ({ e164 }: ReadNumber, home: string): Candidate | null => {
    const choice = e164 === null ? null : earlierChoice(pastCalls(), e164, home);
    const person = choice && accounts.get(choice.accountId)?.people.get(choice.personRemoteId);
    return choice && person ? { accountId: choice.accountId, person } : null;
  };

  return {
    async find(text: string): Promise<CallerAnswer> {
      const home = await country();
      const [number] = readNumbers(text, home);
      if (!number) return { number: null, callers: [] };
      const matches = matchNumber(number, {
        candidates: await candidatesFor(number),
        country: home,
        earlier: earlierCaller(number, home),
      });
      const { e164, shown, extension } = number;
      const callers = [...accounts.values()].flatMap((state) => withTickets(state, matches, env.now()));
      return { number: { e164, shown, country: number.country, extension }, callers: callers.sort(likeliest) };
    },
    countries: async (): Promise<CallCountries> => ({ own: await own(), all: getCountries() }),
    async ready(): Promise<void> {
      await country();
      for (const { numbers } of accounts.values()) await numbers.ready(env.pause);
    },
  };
}

/** The likelier reason first; of two who have the same, whoever had to do with us last. */
const likeliest = (one: Caller, other: Caller): number =>
  compareReasons(one.why, other.why) || (other.ticket?.updatedAt ?? 0) - (one.ticket?.updatedAt ?? 0);

/** People of one account with their tickets, in one walk over the columns. */
function withTickets(state: AccountState, matches: readonly Match[], now: number): readonly Caller[] {
  const { columns, account } = state;
  const { requester, gone, status, updatedAt } = columns.numbers();
  const own = matches.filter(({ accountId }) => accountId === account.id);
  const found = own.map(() => ({ latest: -1, open: 0 }));
  const places = new Map(own.map(({ person }, place) => [columns.people.find(person.remoteId), place]));
  // By the code of a person, one more than their place: a map would be asked 100,000 times.
  const placeOf = new Uint32Array(columns.people.size());
  for (const [code, place] of places) if (code > 0) placeOf[code] = place + 1;
  const since = now - POPS_FOR_MS;
  for (let index = 0; index < columns.size(); index++) {
    const place = placeOf[requester[index] ?? 0] ?? 0;
    const facts = place === 0 ? undefined : found[place - 1];
    if (!facts || gone[index] !== 0) continue;
    const stands = statusAt(status[index] ?? 0);
    if (!isDone(stands)) facts.open++;
    const at = updatedAt[index] ?? 0;
    if (stands !== 'closed' && at >= since && at > (updatedAt[facts.latest] ?? 0)) facts.latest = index;
  }
  const headerOf = headerReader(state, now);
  return own.map((match, place) => {
    const { latest, open } = found[place] ?? { latest: -1, open: 0 };
    return { ...match, ticket: latest < 0 ? null : headerOf(latest), openTickets: open };
  });
}
