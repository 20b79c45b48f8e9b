import { type TicketId, ticketIdOf } from '#shared/domain/ids.ts';
import type { SurveyRow } from '#shared/surveys/survey-file.ts';
import type { AccountState } from './account-state.ts';

/**
 * The ticket that a line of a survey is about: the one that it names, or else the newest that the person with its address had made
 * by then. Null where that is not here.
 */
export function createTicketOfAnswer({
  account,
  columns,
  people,
}: AccountState): (row: Pick<SurveyRow, 'ticket' | 'email' | 'at'>) => TicketId | null {
  let byEmail: ReadonlyMap<string, readonly number[]> | null = null;
  const { createdAt, gone } = columns.numbers();

  const ticketsByEmail = (): ReadonlyMap<string, readonly number[]> => {
    const byRequester = new Map<number, number[]>();
    const { requester } = columns.numbers();
    for (let index = 0; index < columns.size(); index++) {
      const code = requester[index] ?? 0;
      const its = byRequester.get(code);
      if (gone[index] !== 0) continue;
      if (its) its.push(index);
      else byRequester.set(code, [index]);
    }
    return new Map(
      [...people.values()].flatMap(({ email, remoteId }) => {
        const its = email === null ? undefined : byRequester.get(columns.people.find(remoteId));
        return email !== null && its ? [[email.toLowerCase(), its] as const] : [];
      }),
    );
  };

  return ({ ticket, email, at }) => {
    if (ticket !== '') {
      const id = ticketIdOf(account.id, ticket);
      const index = columns.indexOf(id);
      if (index >= 0 && gone[index] === 0) return id;
    }
    if (email === '') return null;
    byEmail ??= ticketsByEmail();
    let newest = -1;
    for (const index of byEmail.get(email) ?? [])
      if ((createdAt[index] ?? 0) <= at && (newest < 0 || (createdAt[index] ?? 0) > (createdAt[newest] ?? 0)))
        newest = index;
    return newest < 0 ? null : columns.idAt(newest);
  };
}
