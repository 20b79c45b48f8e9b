import { agentAt, seesMessage } from './agent.ts';
import { expect, OWN_DESK, type StartConsole } from './fixtures.ts';

/** What one agent did to one ticket, as the helpdesk's own history tells it, oldest first. */
export type Effects = {
  readonly replies: readonly string[];
  readonly notes: readonly string[];
  readonly statuses: readonly string[];
  readonly priorities: readonly string[];
  readonly assignees: readonly string[];
};

/** A helpdesk that can be taken away while the console works, and asked afterwards what reached it. */
export type JourneyDesk = {
  /** Its account's name in the console. */
  readonly label: string;
  readonly connect: (agent: ReturnType<typeof agentAt>) => Promise<void>;
  /** A customer's ticket with this subject that the agent may see. Resolves with its id. */
  readonly makeTicket: (subject: string, text: string) => Promise<string>;
  readonly takeAway: () => Promise<void>;
  readonly bringBack: () => Promise<void>;
  /** By the console's agent alone. Texts without markup. */
  readonly effects: (ticketId: string) => Promise<Effects>;
  readonly countTickets: (subject: string) => Promise<number>;
  /** By the address: rows of tickets show the name too. */
  readonly customer: string;
  /** The helpdesk's own words for what the journey sets. */
  readonly words: {
    readonly solved: string;
    readonly pending: { readonly pick: string; readonly is: string };
    readonly high: string;
    readonly colleague: { readonly pick: string; readonly is: string };
  };
  /** A colleague answers in the helpdesk's own interface. */
  readonly colleagueReplies: (ticketId: string, text: string) => Promise<void>;
};

const NAMES = ['answered twice', 'noted and raised', 'solved', 'answered and solved', 'handed over'] as const;
const ASKED = 'Where is my parcel?';
const ANSWER = 'The parcel leaves today. — п’ять хвилин, năm phút';

/**
 * Tickets are synced and the helpdesk is taken away. A console on the same profile does ten things without it and is killed.
 * The helpdesk comes back, a third console is started, and each thing has happened exactly once.
 */
export async function offlineJourney(startConsole: StartConsole, desk: JourneyDesk): Promise<void> {
  const tickets: { readonly id: string; readonly subject: string }[] = [];
  for (const name of NAMES) {
    const subject = `Journey, ${name}`;
    tickets.push({ id: await desk.makeTicket(subject, ASKED), subject });
  }
  const first = await startConsole({ ...OWN_DESK, keepPort: true });
  await desk.connect(agentAt(first.page));
  await agentAt(first.page).synced(desk.label, 240_000);
  for (const { subject } of tickets) {
    await agentAt(first.page).open(subject);
    await seesMessage(first.page, ASKED, 30_000);
  }
  await first.stop();
  await first.page.close();
  await desk.takeAway();

  const second = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
  await workOffline(
    second.page,
    desk,
    tickets.map(({ subject }) => subject),
  );
  await second.kill();
  await second.page.close();

  await desk.bringBack();
  const third = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
  await agentAt(third.page).allSent(240_000);

  const nothing: Effects = { replies: [], notes: [], statuses: [], priorities: [], assignees: [] };
  const { solved, pending, high, colleague } = desk.words;
  const expected: readonly Effects[] = [
    { ...nothing, replies: [ANSWER, 'It has left: here is the number.'] },
    { ...nothing, notes: ['Checked with the warehouse.'], priorities: [high], statuses: [pending.is] },
    { ...nothing, statuses: [solved] },
    { ...nothing, replies: ['Refunded in full.'], statuses: [solved] },
    { ...nothing, assignees: [colleague.is], notes: ['They know this customer.'] },
  ];
  for (const [index, { id, subject }] of tickets.entries())
    expect(await desk.effects(id), subject).toEqual(expected[index]);
  expect(await desk.countTickets('Made while offline')).toBe(1);

  const [{ id, subject } = { id: '', subject: '' }] = tickets;
  await agentAt(third.page).open(subject);
  await seesMessage(third.page, 'It has left: here is the number.');
  await desk.colleagueReplies(id, 'A colleague here, from the helpdesk itself.');
  await seesMessage(third.page, 'A colleague here, from the helpdesk itself.', 10_000);
}

/** Ten things done without a helpdesk. */
async function workOffline(
  page: Parameters<typeof agentAt>[0],
  desk: JourneyDesk,
  subjects: readonly string[],
): Promise<void> {
  const agent = agentAt(page);
  const [answered = '', noted = '', solved = '', answeredAndSolved = '', handedOver = ''] = subjects;
  await agent.open(answered);
  await agent.reply(ANSWER);
  await agent.reply('It has left: here is the number.');
  await agent.open(noted);
  await agent.note('Checked with the warehouse.');
  await agent.pick('p', 'High');
  await agent.pick('s', desk.words.pending.pick);
  await agent.open(solved);
  await page.keyboard.press('e');
  await expect(page.getByText(`Solved`).first()).toBeVisible();
  await agent.open(answeredAndSolved);
  await agent.reply('Refunded in full.', { solve: true });
  await agent.open(handedOver);
  await agent.pick('a', desk.words.colleague.pick);
  await agent.note('They know this customer.');
  await agent.create({
    requester: desk.customer,
    subject: 'Made while offline',
    words: 'Called and asked for a copy of the invoice.',
  });
}
