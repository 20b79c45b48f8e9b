import { type Desk, FIRST, iso } from './desk.ts';
import type { Ticket } from './model.ts';
import type { Random } from './random.ts';
import { stampAfter } from './record-change.ts';

const GOOD = [
  null,
  null,
  'Quick and friendly, thank you.',
  'Exactly the help I needed.',
  'You read my message properly. Rare!',
  'Solved on the first try.',
];
const BAD = [
  null,
  'It took a week and three messages.',
  'The answer did not fit my question.',
  'I had to explain everything twice.',
];

/** A customer's satisfaction rating, on the ticket and in the list of ratings. */
export const rateTicket = (desk: Desk, ticket: Ticket, score: 'good' | 'bad', random: Random): void => {
  const id = desk.store.nextId('ratings', FIRST.ratings);
  const comment = random.pick(score === 'good' ? GOOD : BAD);
  const at = iso(desk.now());
  desk.store.put('ratings', {
    id,
    score,
    comment,
    ticket_id: ticket.id,
    assignee_id: ticket.assignee_id,
    group_id: ticket.group_id,
    requester_id: ticket.requester_id,
    created_at: at,
    updated_at: at,
  });
  desk.store.put('tickets', {
    ...ticket,
    rating: { id, score, comment },
    updated_at: stampAfter(desk, ticket),
    change: desk.store.nextId('change', 1),
    changedAt: desk.now(),
  });
  desk.store.put('audits', {
    id: desk.store.nextId('events', FIRST.events),
    ticket_id: ticket.id,
    created_at: at,
    author_id: ticket.requester_id,
    via: { channel: 'web', source: { from: {}, to: {}, rel: null } },
    metadata: { system: {}, custom: {} },
    events: [
      {
        id: desk.store.nextId('events', FIRST.events),
        type: 'Change',
        field_name: 'satisfaction_score',
        value: score,
        previous_value: 'offered',
      },
    ],
  });
};
