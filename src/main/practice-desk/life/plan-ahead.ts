import { type Desk, decide, FIRST, isAgent } from '../desk.ts';
import type { CommentEvent, Plan, Ticket, User } from '../model.ts';

const MINUTE_MS = 60_000;

export const plan = (desk: Desk, kind: Plan['kind'], at: number, ticketId: number | null = null): void => {
  desk.store.put('plans', { id: desk.store.nextId('plans', FIRST.plans), kind, at, ticketId });
  desk.planned();
};

/** After something was written: the customer will answer in some minutes, and rate some time after it was solved. */
export const planAfterWrite = (
  desk: Desk,
  actor: User,
  before: Ticket | null,
  after: Ticket,
  comment: CommentEvent | null,
): void => {
  if (!desk.live || !isAgent(actor)) return;
  const pendingFor = (kind: Plan['kind']) =>
    desk.store.all('plans').filter((one) => one.ticketId === after.id && one.kind === kind);
  if (comment?.public && comment.author_id !== after.requester_id) {
    for (const old of pendingFor('customerAnswers')) desk.store.remove('plans', old.id);
    const random = decide(desk, 'answer-at');
    const minutes = after.via.channel === 'chat' ? random.between(1, 3) : random.between(2, 14);
    plan(desk, 'customerAnswers', desk.now() + minutes * MINUTE_MS + random.below(MINUTE_MS), after.id);
  }
  if (
    after.status === 'solved' &&
    before?.status !== 'solved' &&
    after.rating === null &&
    pendingFor('rating').length === 0
  ) {
    const random = decide(desk, 'rating-at');
    if (random.chance(0.5)) plan(desk, 'rating', desk.now() + random.between(20, 240) * MINUTE_MS, after.id);
  }
};
