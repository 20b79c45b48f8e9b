import { setTimeout as pause } from 'node:timers/promises';
import type { JournalRecord } from '#main/journal/record.ts';
import { ticketIdOf } from '#shared/domain/ids.ts';
import type { CuttingProxy } from '../../support/cutting-proxy.ts';
import { agentAt } from './agent.ts';
import { expect, test } from './fixtures.ts';
import type { KillableConsole } from './killable-console.ts';
import { asAction, isOf, nameOf, wordsOf } from './killed-outbox-actions.ts';
import { madeSubject, subjectOf, type Values } from './killed-outbox-effects.ts';
import type { PlannedAction, PlannedKill, Step } from './killed-outbox-plan.ts';
import { storeOf } from './store-calls.ts';

export type World = {
  readonly proxy: CuttingProxy;
  readonly desk: KillableConsole;
  readonly values: Values;
  readonly ticketIds: readonly string[];
};

/** What the console called the ticket of each step when it was accepted, and tickets made here that it then called otherwise. */
export type Worked = { readonly ticketIds: readonly string[]; readonly renamed: readonly string[] };

/** The agent does one thing after the other. */
export async function work(steps: readonly Step[], world: World): Promise<Worked> {
  const accountId = await world.desk.accountId();
  const ticketIds: string[] = [];
  const renamed: string[] = [];
  const made = new Map<number, { readonly id: string; readonly subject: string }>();
  const ticketOf = async ({ kind, ticket }: PlannedAction): Promise<string | null> => {
    const remoteId = world.ticketIds[ticket];
    if (remoteId !== undefined) return ticketIdOf(accountId, remoteId);
    const own = made.get(ticket);
    if (kind === 'create' || own === undefined) return null;
    const id = await foundBySubject(own.subject, world.desk);
    if (id !== own.id) renamed.push(`${own.subject}: ${own.id} became ${id}`);
    made.set(ticket, { ...own, id });
    return id;
  };
  for (const [index, step] of steps.entries())
    await test.step(`${index}: ${nameOf(step)}`, async () => {
      await untilSomethingLeft(world);
      const { action } = step;
      const ticketId = await accepted(step, world, await ticketOf(action));
      ticketIds.push(ticketId);
      if (action.kind === 'create') made.set(action.ticket, { id: ticketId, subject: madeSubject(action.token) });
    });
  return { ticketIds, renamed };
}

/** As an agent finds a ticket again that they have made: there is one of it, whatever became of it meanwhile. */
async function foundBySubject(subject: string, desk: KillableConsole): Promise<string> {
  let ids: readonly string[] = [];
  await expect(async () => {
    const { tickets } = await storeOf(desk.page()).search(subject);
    ids = tickets.filter((one) => one.subject === subject).map(({ id }) => id);
    expect(ids, subject).toHaveLength(1);
  }).toPass({ timeout: 60_000 });
  return ids[0] ?? '';
}

/** Kills and cuts must meet writes: the agent is no faster than the helpdesk, by much. */
async function untilSomethingLeft({ proxy, desk }: World): Promise<void> {
  const before = proxy.writes();
  for (let tries = 0; tries < 20 && proxy.writes() === before; tries += 1) {
    if ((await storeOf(desk.page()).outbox()).length === 0) return;
    await pause(50);
  }
}

/** Does one thing and whatever is to be killed meanwhile; resolves with its ticket once it is accepted, at the first try or a later. */
async function accepted(step: Step, world: World, ticketId: string | null): Promise<string> {
  const { desk } = world;
  const act = () => (step.by === 'keys' ? byKeys(step.action, ticketId, world) : byStore(step.action, ticketId, world));
  let why: unknown = null;
  const tried = (): Promise<string | null> =>
    act().catch((problem: unknown) => {
      why = problem;
      return null;
    });
  const doing = tried();
  if (step.kill !== null) {
    await strike(step.kill, world);
    await desk.recover();
  }
  const done = await Promise.race([doing, pause(step.kill === null ? 60_000 : 5_000, null, { ref: false })]);
  if (done !== null) return done;
  for (let tries = 0; tries < 3; tries += 1) {
    const found = await whereAccepted(step.action, ticketId, world);
    if (found !== null) return found;
    if (step.by === 'keys') await reloaded(desk);
    const again = await tried();
    if (again !== null) return again;
  }
  throw new Error(`The console does not take ${nameOf(step)}`, { cause: why });
}

async function strike({ victim, when }: PlannedKill, { proxy, desk }: World): Promise<void> {
  if (typeof when === 'object') {
    await pause(when.ms);
    return desk.kill(victim);
  }
  await new Promise<void>((resolve, reject) => {
    let struck = false;
    const kill = async (): Promise<void> => {
      if (struck) return;
      struck = true;
      await desk.kill(victim).then(resolve, reject);
    };
    proxy.atNextWrite(when, kill);
    // Nothing may be left to write: then it is killed at rest.
    setTimeout(() => void kill(), 3_000);
  });
}

async function reloaded(desk: KillableConsole): Promise<void> {
  await desk.page().reload();
  await desk.page().getByRole('contentinfo').waitFor();
}

/** Where an action that was cut short is found to have been accepted all the same; null where it was not. */
async function whereAccepted(
  action: PlannedAction,
  ticketId: string | null,
  { desk, values }: World,
): Promise<string | null> {
  const accountId = await desk.accountId();
  const store = storeOf(desk.page());
  await expect.poll(() => store.facts(accountId), { timeout: 60_000 }).not.toBeNull();
  const shown = (await store.outbox()).map(({ entry }) => entry);
  const kept = (await desk.journal()).flatMap((record: JournalRecord) => (record.type === 'put' ? [record.entry] : []));
  return [...kept, ...shown].find((entry) => isOf(action, ticketId, entry, values))?.ticketId ?? null;
}
async function byKeys(action: PlannedAction, ticketId: string | null, { desk }: World): Promise<string> {
  const agent = agentAt(desk.page());
  const subject = subjectOf(action.ticket);
  await agent.open(subject);
  if (action.kind === 'reply') await agent.reply(wordsOf(action.token), { solve: action.solve });
  else if (action.kind === 'note') await agent.note(wordsOf(action.token));
  else throw new Error(`not by keys: ${action.kind}`);
  return ticketId ?? '';
}

async function byStore(action: PlannedAction, ticketId: string | null, { desk, values }: World): Promise<string> {
  const accountId = await desk.accountId();
  if (ticketId === null && action.kind !== 'create') throw new Error('its ticket has not been made');
  const until = Date.now() + 30_000;
  for (;;) {
    const answer = await storeOf(desk.page()).enqueue({
      accountId,
      ticketId,
      action: asAction(action, values),
    });
    if (answer.ok) return answer.value.ticketId;
    // A page that has just been opened knows no tickets yet, and one whose main was killed has no link.
    if (Date.now() > until) throw new Error(`not accepted: ${answer.error}`);
    await pause(50);
  }
}
