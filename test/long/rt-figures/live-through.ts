import { createRandom, type Random } from '#main/practice-desk/random.ts';
import { colleague } from '../../support/request-tracker/colleague.ts';
import { answerSubject, customerMails } from '../../support/request-tracker/customer.ts';
import { queryDatabase } from '../../support/request-tracker/query-database.ts';
import { QUEUES, type RequestTracker, USERS } from '../../support/request-tracker/rig.ts';

const CUSTOMERS = ['zoe', 'taras', 'lev', 'ada'].map((name) => `${name}@customer.example`);
const AT_ONCE = 4;
/** What RT's stock lifecycle, and that of the Orders queue, let tickets become. */
const STATUSES = {
  Support: ['open', 'stalled', 'resolved', 'resolved', 'rejected'],
  Orders: ['working', 'awaiting customer', 'parked', 'shipped', 'shipped', 'refused'],
} as const;

const SOLVED = { Support: 'resolved', Orders: 'shipped' } as const;

/**
 * Makes tickets on a Request Tracker by mail and by REST, and lets agents and customers go through all that figures are counted by.
 * All of it happens now: `spreadOut` then gives it times.
 */
export async function liveThrough(rt: RequestTracker, tickets: number): Promise<readonly string[]> {
  const made: string[] = [];
  const waiting = Array.from({ length: tickets }, (_, index) => index);
  const one = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift())
      made.push(await liveOne(rt, createRandom(7, `ticket ${index}`), index));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const root = colleague(rt, USERS.root);
  const byQueue = made.toSorted((a, b) => Number(a) - Number(b));
  for (const [from, into] of [byQueue.slice(0, 2), byQueue.slice(2, 4), byQueue.slice(4, 6)])
    if (from !== undefined && into !== undefined) await root.mergeInto(from, into);
  return made;
}

async function liveOne(rt: RequestTracker, random: Random, index: number): Promise<string> {
  const agents = [USERS.anh, USERS.maria, USERS.olena].map((user) => ({ user, act: colleague(rt, user) }));
  const customer = random.pick(CUSTOMERS);
  const queue = random.chance(0.3) ? 'Orders' : 'Support';
  const subject = `Figures ${index}`;
  const mail = (from: string) =>
    customerMails(rt, { from, queue, subject: answerSubject(id), text: `And ${random.next()}` });
  const id = random.chance(0.6)
    ? await customerMails(rt, { from: customer, queue, subject, text: 'Where is it?' })
    : await random.pick(agents).act.create(QUEUES[queue], subject, 'As we said on the telephone.', customer);
  const acts: readonly (readonly [weight: number, () => Promise<unknown>])[] = [
    [3, () => random.pick(agents).act.reply(id, 'We look into it.')],
    [2, () => mail(customer)],
    // Somebody else whom the customer told the number.
    [0.5, () => mail(random.pick(CUSTOMERS.filter((one) => one !== customer)))],
    [1, () => random.pick(agents).act.note(id, 'Seen before.')],
    [4, () => random.pick(agents).act.update(id, { Status: random.pick(STATUSES[queue]) })],
    [1, () => random.pick(agents).act.update(id, { Owner: random.pick(agents).user.name })],
  ];
  const all = acts.reduce((sum, [weight]) => sum + weight, 0);
  for (let left = random.between(1, 5); left > 0; left--) {
    let at = random.next() * all;
    for (const [weight, act] of acts) {
      at -= weight;
      if (at >= 0) continue;
      await act();
      break;
    }
  }
  if (index % 2 === 0) {
    const solve = () => random.pick(agents).act.update(id, { Status: SOLVED[queue] });
    await solve();
    await (random.chance(0.5) ? mail(customer) : random.pick(agents).act.update(id, { Status: STATUSES[queue][0] }));
    await solve();
  }
  return id;
}

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
const stamp = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

/**
 * Spreads what happened within seconds over the last 30 days, in its order. RT's API takes no times, so its database is changed, as
 * where the desk was seeded; RT keeps nothing of it in memory once it is started anew.
 */
export async function spreadOut(rt: RequestTracker, tickets: readonly string[], nowS: number): Promise<void> {
  await rt.stop();
  const rows = await queryDatabase(
    rt,
    `SELECT id, ObjectId AS ticket FROM Transactions
     WHERE ObjectType = 'RT::Ticket' AND ObjectId IN (${tickets.join()}) ORDER BY ObjectId, id`,
  );
  const random = createRandom(7, 'times');
  const statements: string[] = [];
  for (const ticket of tickets) {
    const madeAt = nowS - random.between(10 * DAY_S, 30 * DAY_S);
    let at = madeAt;
    for (const { id } of rows.filter((row) => String(row['ticket']) === ticket)) {
      for (const [table, key] of [
        ['Transactions', 'id'],
        ['Attachments', 'TransactionId'],
      ] as const)
        statements.push(`UPDATE ${table} SET Created = '${stamp(at)}' WHERE ${key} = ${String(id)};`);
      at += random.chance(0.3) ? random.between(1, 600) : random.between(600, 12 * HOUR_S);
    }
    statements.push(
      `UPDATE Tickets SET Created = '${stamp(madeAt)}', LastUpdated = '${stamp(at)}' WHERE id = ${ticket};`,
    );
  }
  await queryDatabase(rt, `BEGIN; ${statements.join('\n')} COMMIT;`, 'write');
  await rt.restart();
}
