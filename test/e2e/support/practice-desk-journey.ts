import type { FaultKind, PracticeDesk } from '#main/practice-desk/index.ts';
import { connect, startDesk } from './desk.ts';
import { expect, type StartConsole } from './fixtures.ts';
import { type Effects, offlineJourney } from './offline-journey.ts';

/**
 * What breaks the writes of each ticket, in the order in which they are tried. The last is the create's. Changes that wait together
 * leave as one call, so that only the last fault of a ticket may let it through.
 */
const FAULTS: readonly (readonly FaultKind[])[] = [
  [{ kind: 'requestDropped' }, { kind: 'responseDropped' }],
  [
    { kind: 'status', status: 409 },
    { kind: 'status', status: 429, retryAfterS: 3 },
    { kind: 'status', status: 429 },
    { kind: 'latency', ms: 1_500 },
  ],
  [{ kind: 'status', status: 500 }, { kind: 'nonsenseJson' }],
  [
    { kind: 'html', status: 502 },
    { kind: 'lateEffect', ms: 5_000 },
  ],
  [{ kind: 'resetMidBody' }],
  [{ kind: 'status', status: 503 }, { kind: 'responseDropped' }],
];

/** The journey on a helpdesk that speaks Zendesk's API and, once it is back, breaks every write that can break. */
export async function journeyOnPracticeDesk(startConsole: StartConsole, as: 'agent' | 'administrator'): Promise<void> {
  const desk = await startDesk();
  const me = desk.credentials[as];
  const colleague = as === 'agent' ? 'Tomasz Zieliński' : 'Robin Lindqvist';
  const tickets: string[] = [];
  try {
    const armed: ReturnType<PracticeDesk['faults']['add']>[] = [];
    await offlineJourney(startConsole, {
      label: 'Test desk',
      connect: (agent) => connect(agent, desk, as),
      makeTicket: async (subject, text) => {
        const id = String(desk.act.createTicket({ subject, text, assigneeId: me.userId }).id);
        tickets.push(id);
        return id;
      },
      takeAway: desk.faults.stopListening,
      bringBack: async () => {
        for (const [index, faults] of FAULTS.entries()) {
          const id = tickets[index];
          const match =
            id === undefined
              ? { method: 'POST', path: /^\/api\/v2\/tickets(\.json)?$/ }
              : { method: 'PUT', path: new RegExp(`^/api/v2/tickets/${id}\\b`) };
          armed.push(...faults.map((fault) => desk.faults.add(match, fault)));
        }
        await desk.faults.listen();
      },
      effects: async (ticketId) => effectsOf(desk, Number(ticketId), me.userId),
      countTickets: async (subject) => desk.act.tickets().filter((ticket) => ticket.subject === subject).length,
      customer: 'hannah.whitlock@inbox.example',
      words: {
        solved: 'solved',
        pending: { pick: 'Pending', is: 'pending' },
        high: 'high',
        colleague: { pick: colleague, is: colleague },
      },
      colleagueReplies: async (ticketId, text) => void desk.act.colleagueReplies(Number(ticketId), text),
    });
    expect(
      armed.map((one) => one.hits()),
      'every fault struck once',
    ).toEqual(armed.map(() => 1));
  } finally {
    await desk.stop();
  }
}

function effectsOf(desk: PracticeDesk, ticketId: number, agentId: number): Effects {
  const events = desk.act
    .history(ticketId)
    .filter((audit) => audit.author_id === agentId)
    .flatMap((audit) => audit.events);
  const said = (isPublic: boolean): readonly string[] =>
    events.flatMap((event) => (event.type === 'Comment' && event.public === isPublic ? [event.body.trim()] : []));
  const set = (field: string): readonly string[] =>
    events.flatMap((event) => (event.type === 'Change' && event.field_name === field ? [String(event.value)] : []));
  return {
    replies: said(true),
    notes: said(false),
    statuses: set('status'),
    priorities: set('priority'),
    assignees: set('assignee_id').map((id) => desk.act.nameOf(Number(id))),
  };
}
