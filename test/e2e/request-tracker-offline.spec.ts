import { colleague, replyInWebInterface } from '../support/request-tracker/colleague.ts';
import {
  prepareRequestTracker,
  type RequestTracker,
  type RigUser,
  startRequestTracker,
  USERS,
} from '../support/request-tracker/rig.ts';
import { agentAt, seesMessage } from './support/agent.ts';
import { expect, OWN_DESK, type StartConsole, test } from './support/fixtures.ts';

/** Ten things done without a helpdesk, and what Request Tracker's own history must say of each afterwards. */
async function workOffline(page: Parameters<typeof agentAt>[0], tickets: readonly string[]): Promise<void> {
  const agent = agentAt(page);
  const [replied, noted, solved, answeredAndSolved, assigned] = tickets.map((id) => `Journey ${id}`);
  await agent.open(`${replied}`);
  await agent.reply('The parcel leaves today. — п’ять хвилин, năm phút');
  await agent.reply('It has left: here is the number.');
  await agent.open(`${noted}`);
  await agent.note('Checked with the warehouse.');
  await agent.pick('p', 'High');
  await agent.open(`${solved}`);
  await page.keyboard.press('e');
  await agent.open(`${answeredAndSolved}`);
  await agent.reply('Refunded in full.', { solve: true });
  await agent.open(`${assigned}`);
  await agent.pick('a', 'Олена');
  await agent.note('Olena knows this customer.');
  await agent.create({
    requester: 'zoe@customer.example',
    subject: 'Made while offline',
    words: 'Called and asked for a copy of the invoice.',
  });
}

for (const user of [USERS.maria, USERS.anh])
  test(`work done without Request Tracker reaches it once: ${user.name} in ${user.timeZone}`, async ({
    startConsole,
  }) => {
    test.setTimeout(240_000);
    const prepared = await prepareRequestTracker({ tickets: 200, articles: 10 });
    test.skip(!prepared.ok, prepared.ok ? '' : prepared.why);
    if (!prepared.ok) return;
    const rt = await startRequestTracker(prepared.seeded);
    try {
      await journey(startConsole, rt, user);
    } finally {
      await rt.dispose();
    }
  });

async function journey(startConsole: StartConsole, rt: RequestTracker, user: RigUser): Promise<void> {
  const customer = colleague(rt, USERS.root);
  const tickets: string[] = [];
  for (const _ of Array.from({ length: 5 })) {
    const id = await customer.create('Support', 'Journey', 'Where is my parcel?');
    await customer.update(id, { Subject: `Journey ${id}` });
    tickets.push(id);
  }

  const first = await startConsole({ ...OWN_DESK, keepPort: true });
  await agentAt(first.page).addAccount(
    'Request Tracker',
    { 'Sign in with': 'Name and password' },
    { Address: rt.url, 'User name': user.name, Password: user.password, Name: 'Tracker' },
  );
  await agentAt(first.page).synced('Tracker', 120_000);
  for (const id of tickets) {
    await agentAt(first.page).open(`Journey ${id}`);
    await seesMessage(first.page, 'Where is my parcel?', 30_000);
  }
  const before = await Promise.all(tickets.map(async (id) => (await customer.history(id)).length));
  await first.stop();
  await first.page.close();
  await rt.stop();

  const second = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
  await workOffline(second.page, tickets);
  await second.kill();
  await second.page.close();

  await rt.restart();
  const third = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
  await agentAt(third.page).allSent();

  const mine = await Promise.all(
    tickets.map(async (id, index) =>
      (await customer.history(id)).slice(before[index]).filter((entry) => entry.Creator.id === user.name),
    ),
  );
  const texts = (index: number, type: string) =>
    (mine[index] ?? []).filter((entry) => entry.Type === type).map((entry) => entry.text);
  expect(texts(0, 'Correspond')).toEqual([
    expect.stringContaining('The parcel leaves today. — п’ять хвилин, năm phút'),
    expect.stringContaining('It has left: here is the number.'),
  ]);
  expect(texts(1, 'Comment')).toEqual([expect.stringContaining('Checked with the warehouse.')]);
  expect((mine[1] ?? []).filter((entry) => entry.Field === 'Priority')).toHaveLength(1);
  expect((mine[2] ?? []).filter((entry) => entry.Type === 'Status').map((entry) => entry.NewValue)).toEqual([
    'resolved',
  ]);
  expect(texts(3, 'Correspond')).toEqual([expect.stringContaining('Refunded in full.')]);
  expect((await customer.ticket(tickets[3] ?? '')).Status).toBe('resolved');
  expect(texts(4, 'Comment')).toEqual([expect.stringContaining('Olena knows this customer.')]);
  expect((await customer.ticket(tickets[4] ?? '')).Owner.id).toBe(USERS.olena.name);
  expect(await customer.ticketIds("Subject = 'Made while offline'")).toHaveLength(1);

  await agentAt(third.page).open(`Journey ${tickets[0]}`);
  await seesMessage(third.page, 'It has left: here is the number.');
  await replyInWebInterface(rt, USERS.olena, tickets[0] ?? '', 'Olena here, from Request Tracker itself.');
  await seesMessage(third.page, 'Olena here, from Request Tracker itself.', 10_000);
}
