import { type PracticeDesk, startPracticeDesk } from '#main/practice-desk/index.ts';
import { createRandom, type Random } from '#main/practice-desk/random.ts';

const HOUR = 3_600_000;
const DAYS = 30;
/** A Monday; within the month Bergen sets its clocks back. */
const START = Date.UTC(2026, 9, 12, 6);
const [FIRST_HOUR, LAST_HOUR] = [7, 17];
const TURNS = 4;

type DeskTicket = ReturnType<PracticeDesk['act']['tickets']>[number];
export type Month = { readonly desk: PracticeDesk; readonly from: number; readonly until: number };

/**
 * The practice desk after 30 days on its own clock: customers and colleagues do as they do by themselves, and the agent works by the
 * API through all that metrics are counted by, by day and on weekends too.
 */
export async function workAMonth(seed: number): Promise<Month> {
  const desk = await startPracticeDesk({
    dataDir: null,
    port: 0,
    seed,
    now: () => START,
    live: true,
    schedule: () => () => undefined,
    tickets: 200,
    limits: { accountPerMinute: 1e9, viewPerMinute: 1e9, exportPerMinute: 1e9, updatesPerTenMinutes: 1e9 },
  });
  const random = createRandom(seed, 'month');
  const work = agentAt(desk, random);
  for (let hour = 0; hour < DAYS * 24; hour++) {
    const next = desk.now() + HOUR;
    desk.advance(HOUR / 2);
    const clock = new Date(desk.now()).getUTCHours();
    // Never two things in one second, which is all that the helpdesk tells of a time.
    for (let turn = 0; turn < TURNS && clock >= FIRST_HOUR && clock <= LAST_HOUR; turn++) {
      await work();
      desk.advance(random.between(1_000, HOUR / 2 / TURNS));
    }
    desk.advance(next - desk.now());
  }
  return { desk, from: START, until: desk.now() };
}

/** One thing after another that an agent does, or that happens to the tickets of one. */
function agentAt(desk: PracticeDesk, random: Random): () => Promise<void> {
  const { agent } = desk.credentials;
  const authorization = `Basic ${Buffer.from(`${agent.email}/token:${agent.apiToken}`).toString('base64')}`;
  const send = async (method: 'PUT' | 'POST', path: string, ticket: object): Promise<void> => {
    const answer = await fetch(`${desk.url}/api/v2/${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ ticket }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  };
  const change = (ticket: DeskTicket, to: object) => send('PUT', `tickets/${ticket.id}`, to);
  const words = (isPublic = true) => ({ comment: { body: 'We have looked into it.', public: isPublic } });

  const some = (fits: (ticket: DeskTicket) => boolean): DeskTicket | null => {
    const found = desk.act.tickets().filter(fits);
    return found.length === 0 ? null : random.pick(found);
  };
  const is = (...statuses: readonly string[]) => some(({ status }) => statuses.includes(status));
  const waiting = () => some((one) => one.status === 'new' || (one.status === 'open' && random.chance(0.2)));
  const own = (...statuses: readonly string[]) =>
    some((one) => statuses.includes(one.status) && one.assignee_id === agent.userId);
  const on = async (ticket: DeskTicket | null, act: (ticket: DeskTicket) => unknown): Promise<void> => {
    if (ticket) await act(ticket);
  };
  const mine = { assignee_id: agent.userId, group_id: null as number | null };
  const groupOfMine = desk.act.tickets().find((one) => one.assignee_id === agent.userId)?.group_id ?? null;
  const taken = { ...mine, group_id: groupOfMine };
  const make = (isPublic: boolean, more: object = {}) =>
    on(is('new', 'open', 'solved'), ({ requester_id }) =>
      send('POST', 'tickets', { subject: 'As we said on the telephone', requester_id, ...words(isPublic), ...more }),
    );

  const acts: readonly (readonly [weight: number, () => Promise<void>])[] = [
    [4, () => on(waiting(), (one) => change(one, { ...words(), ...taken, status: 'pending' }))],
    [4, () => on(waiting(), (one) => change(one, { ...words(), ...taken, status: 'solved' }))],
    [3, () => on(own('open', 'pending', 'hold'), (one) => change(one, { ...words(), status: 'solved' }))],
    [1, () => on(own('open', 'pending'), (one) => change(one, { status: 'solved' }))],
    [2, () => on(own('open', 'pending'), (one) => change(one, { ...words(), status: 'hold' }))],
    [1, () => on(own('hold', 'pending'), (one) => change(one, { status: 'open' }))],
    [1, () => on(is('open', 'pending'), (one) => change(one, words(false)))],
    // Away from somebody who solved it, or is about to.
    [2, () => on(is('open', 'pending', 'solved'), (one) => change(one, taken))],
    [1, () => on(own('open', 'solved'), (one) => change(one, { assignee_id: null }))],
    [2, () => on(is('solved'), (one) => desk.act.customerReplies(one.id, 'It has happened again.'))],
    [1, () => on(is('solved'), (one) => change(one, { status: random.pick(['open', 'pending', 'hold']) }))],
    [1, () => on(is('solved'), (one) => change(one, words()))],
    [1, () => on(is('closed'), (one) => desk.act.customerReplies(one.id, 'It has happened again.'))],
    [
      2,
      () => on(is('solved', 'closed'), (one) => desk.act.customerRates(one.id, random.pick(['good', 'good', 'bad']))),
    ],
    [1, () => make(true)],
    [1, () => make(false)],
    [1, () => make(true, { status: 'solved', ...taken })],
    [
      1,
      () =>
        on(is('new', 'open', 'pending'), (target) =>
          on(is('new', 'open', 'pending', 'solved'), (source) =>
            source.id === target.id ? null : desk.act.mergeTickets([source.id], target.id),
          ),
        ),
    ],
    [0.3, () => on(is('open', 'solved', 'closed'), (one) => desk.act.deleteTicket(one.id))],
  ];
  const all = acts.reduce((sum, [weight]) => sum + weight, 0);
  return async () => {
    let at = random.next() * all;
    for (const [weight, act] of acts) {
      at -= weight;
      if (at < 0) return act();
    }
  };
}
