import { accountOf, type RemoteId, type TicketId } from '#shared/domain/ids.ts';
import type { AccountState } from './account-state.ts';
import { headerReader } from './answer-views.ts';
import { CONVERSATION, statusAt } from './columns.ts';
import type { SelectedTicket, TicketHeader } from './desk-views.ts';
import type { StoreContext } from './store-context.ts';
import { tagsOf, unreadTest } from './test-condition.ts';

const WHOLE = CONVERSATION.indexOf('whole');

/** What of many tickets decides how they may be changed together, from memory. Those that are in no list any more are left out. */
export function answerSelected(context: StoreContext, ids: readonly TicketId[]): readonly SelectedTicket[] {
  return listed(context, ids).map(({ state, index }) => selectedAt(state, index));
}

/** The same tickets as rows of a list. */
export function answerHeaders(context: StoreContext, ids: readonly TicketId[]): readonly TicketHeader[] {
  const now = context.env.now();
  return listed(context, ids).map(({ state, index }) => headerReader(state, now)(index));
}

const listed = (context: StoreContext, ids: readonly TicketId[]) =>
  ids.flatMap((id) => {
    const state = context.accounts.get(accountOf(id));
    const index = state?.columns.indexOf(id) ?? -1;
    return state && index >= 0 && state.columns.numbers().gone[index] === 0 ? [{ state, index }] : [];
  });

function selectedAt(state: AccountState, index: number): SelectedTicket {
  const { columns } = state;
  const { status, group, assignee, tags, followers, starred, snoozedUntil, conversation } = columns.numbers();
  const list = columns.tagLists.value(tags[index] ?? 0);
  const followerList = columns.followerLists.value(followers[index] ?? 0);
  return {
    id: columns.idAt(index),
    accountId: state.account.id,
    number: columns.textAt(index).number,
    status: statusAt(status[index] ?? 0),
    groupId: columns.groups.value(group[index] ?? 0),
    assigneeId: columns.people.value(assignee[index] ?? 0),
    tags: list === null ? [] : tagsOf(list),
    followerIds: followerList === null ? [] : (JSON.parse(followerList) as readonly RemoteId[]),
    starred: starred[index] === 1,
    unread: unreadTest(columns)(index),
    snoozed: (snoozedUntil[index] ?? 0) > 0,
    whole: conversation[index] === WHOLE,
  };
}
