import type { TicketId } from '#shared/domain/ids.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import type { AccountState } from './account-state.ts';
import { statusAt } from './columns.ts';
import type { Customer } from './desk-tickets.ts';
import { previewOf } from './summary.ts';

export async function answerCustomer(state: AccountState, id: TicketId): Promise<Customer | null> {
  const { columns } = state;
  const numbers = columns.numbers();
  const own = columns.indexOf(id);
  const requester = own < 0 ? 0 : (numbers.requester[own] ?? 0);
  if (requester === 0) return null;
  const rows: number[] = [];
  for (let index = 0; index < columns.size(); index++)
    if (numbers.requester[index] === requester && numbers.gone[index] === 0) rows.push(index);
  return {
    tickets: rows.length,
    unsolved: rows.filter((index) => !isDone(statusAt(numbers.status[index] ?? 0))).length,
    firstSeenAt: rows.reduce((first, index) => Math.min(first, numbers.createdAt[index] ?? first), Number.MAX_VALUE),
    lastWords: await lastWords(state, rows, columns.people.value(requester)),
  };
}

/** Reads conversations only as long as a ticket may hold something newer than what was found: mostly one or two. */
async function lastWords(
  state: AccountState,
  rows: readonly number[],
  requester: string | null,
): Promise<Customer['lastWords']> {
  const { columns } = state;
  const heard = rows
    .map((index) => ({
      id: columns.idAt(index),
      number: columns.textAt(index).number,
      lastOtherAt: columns.numbers().lastOtherAt[index] ?? 0,
    }))
    .filter(({ lastOtherAt }) => lastOtherAt > 0)
    .sort((a, b) => b.lastOtherAt - a.lastOtherAt);
  let found: Customer['lastWords'] = null;
  for (const { id, number, lastOtherAt } of heard) {
    if (found && lastOtherAt <= found.at) break;
    for (const { message } of await state.storage.ofTickets('messages', [id])) {
      if (message.authorId !== requester || message.kind !== 'reply') continue;
      if (!found || message.createdAt > found.at)
        found = { ticketId: id, number, at: message.createdAt, text: previewOf(message) };
    }
  }
  return found;
}
