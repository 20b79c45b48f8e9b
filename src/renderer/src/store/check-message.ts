import type { Finding } from '#shared/composer/guards/guard.ts';
import { type InternalText, internalText } from '#shared/composer/guards/internal-text.ts';
import { otherCustomer } from '#shared/composer/guards/other-customer.ts';
import { shinglesOf } from '#shared/composer/guards/shingles.ts';
import type { Message } from '#shared/domain/conversation.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { type AccountState, entriesOf } from './account-state.ts';
import { bodyText } from './body-text.ts';
import type { MessageToCheck } from './desk-actions.ts';
import { type StoreContext, soonOpened, stateOf } from './store-context.ts';

/** Of one body, in characters. */
const READ = 200_000;

type Numbers = ReadonlySet<number>;
type ReadArticle = { readonly updatedAt: number; readonly numbers: Numbers };

/**
 * Looks over what goes to a customer, or to people outside the ticket, for what only the store can know: text of this ticket's notes or of internal articles in it, and names
 * or addresses of other customers. The runs of words of internal articles are kept in memory once they were read.
 */
export function createMessageCheck(context: StoreContext) {
  const read = new WeakMap<AccountState, Map<RemoteId, ReadArticle>>();

  /** Articles that customers cannot see, read anew where they have changed. */
  const internalArticles = async (state: AccountState): Promise<readonly Numbers[]> => {
    const known = read.get(state) ?? new Map<RemoteId, ReadArticle>();
    read.set(state, known);
    const internal = [...state.articles.values()].filter((article) => article.internal || article.draft);
    const stale = internal.filter(({ remoteId, updatedAt }) => known.get(remoteId)?.updatedAt !== updatedAt);
    for (const { remoteId } of stale) {
      const article = await state.storage.get('articles', remoteId);
      if (!article) continue;
      const numbers = numbersOf(bodyText({ format: 'html', content: article.body }, READ));
      known.set(remoteId, { updatedAt: article.updatedAt, numbers });
      await context.env.pause();
    }
    return internal.flatMap(({ remoteId }) => known.get(remoteId)?.numbers ?? []);
  };

  return {
    async checkMessage(message: MessageToCheck): Promise<readonly Finding[]> {
      const { ticketId, text } = message;
      await soonOpened(context);
      const state = stateOf(context, ticketId);
      if (!state) return [];
      const articles = await internalArticles(state);
      if (text.trim() === '') return [];
      const messages = (await state.storage.ofTickets('messages', [ticketId])).map(({ message }) => message);
      const textsOf = (kind: Message['kind']): readonly string[] =>
        messages.flatMap((message) => (message.kind === kind ? bodyText(message.body, READ) : []));
      const notes = entriesOf(state, ticketId).flatMap(({ action }) =>
        action.kind === 'note' ? action.words.markdown : [],
      );
      const noteNumbers = numbersOf(...textsOf('note'), ...notes);
      const internal: readonly InternalText[] = [
        { guard: 'note', has: (number) => noteNumbers.has(number) },
        { guard: 'article', has: (number) => articles.some((numbers) => numbers.has(number)) },
      ];
      const publicWords = once(() => textsOf('reply').join('\n').normalize('NFC').toLowerCase());
      const publicNumbers = once(() => numbersOf(...textsOf('reply')));
      const here = once(() => peopleOf(state, message, messages));
      const isKnown = (words: string): boolean =>
        here().has(words.toLowerCase()) || publicWords().includes(words.toLowerCase());
      const stranger = otherCustomer(text, customers(state), isKnown);
      return [
        ...internalText(text, internal, (number) => publicNumbers().has(number)),
        ...(stranger ? [stranger] : []),
      ];
    },
  };
}

const numbersOf = (...texts: readonly string[]): Numbers =>
  new Set(texts.flatMap((text) => shinglesOf(text).map(({ number }) => number)));

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function* customers(state: AccountState) {
  for (const person of state.people.values()) if (person.role === 'requester') yield person;
}

/** Names and addresses of those between whom the ticket is, and of every agent. */
function peopleOf(
  state: AccountState,
  { ticketId, requester = null, cc }: MessageToCheck,
  messages: readonly Message[],
): ReadonlySet<string> {
  const index = state.columns.indexOf(ticketId);
  const asking = index < 0 ? null : state.columns.people.value(state.columns.numbers().requester[index] ?? 0);
  const ids = new Set([asking, requester?.remoteId, ...messages.map(({ authorId }) => authorId)]);
  const copied = new Set(cc.map((address) => address.toLowerCase()));
  const named = [requester?.name, requester?.email, ...messages.map(({ authorName }) => authorName)];
  const found = new Set([...copied, ...named.flatMap((words) => words?.toLowerCase() ?? [])]);
  for (const { remoteId, name, email, role } of state.people.values())
    if (role === 'agent' || ids.has(remoteId) || (email !== null && copied.has(email.toLowerCase()))) {
      found.add(name.toLowerCase());
      if (email !== null) found.add(email.toLowerCase());
    }
  return found;
}
