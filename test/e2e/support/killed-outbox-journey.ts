import { writeFile } from 'node:fs/promises';
import type { OutboxItem } from '#renderer/store/desk-tickets.ts';
import { type CuttingProxy, startCuttingProxy } from '../../support/cutting-proxy.ts';
import { colleague } from '../../support/request-tracker/colleague.ts';
import { type RequestTracker, type SeedOptions, USERS } from '../../support/request-tracker/rig.ts';
import { agentAt } from './agent.ts';
import { expect, test } from './fixtures.ts';
import { type KillableConsole, startKillableConsole } from './killable-console.ts';
import { readEffects, subjectOf, type Told, type Values } from './killed-outbox-effects.ts';
import { count, lost, namesOf, sentence, waitingOf } from './killed-outbox-figures.ts';
import { planCuts, planSteps, type Size } from './killed-outbox-plan.ts';
import { work } from './killed-outbox-work.ts';
import { ownRequestTracker } from './needs.ts';
import { BACK_ENDS, type BackEnd } from './on-disk.ts';
import { storeOf } from './store-calls.ts';

const ME = USERS.maria;
const LABEL = 'Tracker';
const SETTLE_LIMIT_MS = 300_000;

/**
 * An agent works on a real Request Tracker behind a proxy that breaks connections, while main, the browser and both are killed.
 * In the end Request Tracker's own histories show each thing once, or it stands in the outbox with its words.
 */
export async function killedOutboxJourney(size: Size, seeds: SeedOptions, backEnd: BackEnd = 'LevelDB'): Promise<void> {
  const rt = await ownRequestTracker(seeds);
  const proxy = await startCuttingProxy(rt.port);
  const desk = await startKillableConsole(BACK_ENDS[backEnd]);
  try {
    await journey(size, rt, proxy, desk);
  } finally {
    await keepRecords(proxy, desk);
    await desk.dispose();
    await proxy.stop();
    await rt.dispose();
  }
}

async function journey(size: Size, rt: RequestTracker, proxy: CuttingProxy, desk: KillableConsole): Promise<void> {
  const root = colleague(rt, USERS.root);
  const steps = planSteps(size);
  const ticketIds: string[] = [];
  for (let ticket = 0; ticket < size.tickets; ticket += 1)
    ticketIds.push(await root.create('Support', subjectOf(ticket), 'Where is my parcel?'));
  const values: Values = {
    normal: '50',
    high: '100',
    urgent: '150',
    olena: await root.userId(USERS.olena.name),
    me: await root.userId(ME.name),
  };
  await agentAt(desk.page()).addAccount(
    'Request Tracker',
    { 'Sign in with': 'Name and password' },
    { Address: proxy.url, 'User name': ME.name, Password: ME.password, Name: LABEL },
  );
  await agentAt(desk.page()).synced(LABEL, 240_000);
  const began = Date.now();
  proxy.cut(planCuts(size));
  const worked = await work(steps, { proxy, desk, values, ticketIds });
  const left = await settled(desk);
  const released = await release(desk, left);
  const waiting = released === 0 ? left : await settled(desk);
  await expectVisible(desk, waiting);

  const told = await readEffects(root, steps, { ticketIds, agent: ME.name, values });
  const figures = count(steps, told, waiting, { proxy, released });
  const seconds = (Date.now() - began) / 1_000;
  // The figures are what this is for.
  console.log(`Killed outbox, seed ${size.seed}: ${sentence(figures, steps, proxy)}; ${seconds.toFixed(0)} s`);
  for (const { entry } of waiting) console.log(`  waiting: ${waitingOf(entry)}`);
  expect(
    {
      twice: namesOf(steps, told, (times) => times > 1),
      lost: lost(steps, told, waiting, worked, values),
      ...rest(told),
      renamed: worked.renamed,
    },
    'every effect once, none lost, in order, on the ticket it was meant for, and nothing else',
  ).toEqual({ twice: [], lost: [], misplaced: [], unsolved: [], strays: [], renamed: [] });
  expect(proxy.left(), 'cuts that were planned and not made').toBe(0);
  // Most of it must go through by itself.
  expect(waiting.length + released).toBeLessThanOrEqual(size.actions / 10);
}

const rest = ({ misplaced, unsolved, strays }: Told) => ({ misplaced, unsolved, strays });
/** The outbox once nothing in it goes on by itself. */
async function settled(desk: KillableConsole): Promise<readonly OutboxItem[]> {
  let items: readonly OutboxItem[] = [];
  await expect(async () => {
    await expect(desk.page().getByRole('contentinfo')).toContainText(LABEL);
    const accountId = await desk.accountId();
    expect(await storeOf(desk.page()).facts(accountId)).not.toBeNull();
    items = await storeOf(desk.page()).outbox();
    const moving = items.filter((item) => !stays(item, items));
    expect(moving.map(({ entry }) => `${entry.id} ${entry.action.kind} ${JSON.stringify(entry.state)}`)).toEqual([]);
  }).toPass({ timeout: SETTLE_LIMIT_MS, intervals: [500] });
  return items;
}

function stays({ entry, waitsFor }: OutboxItem, items: readonly OutboxItem[]): boolean {
  const { state } = entry;
  if (state.name === 'held' || state.name === 'rejected') return true;
  if (state.name === 'unknown') return state.undecidable;
  const before = items.find((one) => one.entry.id === waitsFor);
  return state.name === 'queued' && before !== undefined && stays(before, items);
}

/** What the store had and the journal had not is shown and waits for the agent, who sends it. */
async function release(desk: KillableConsole, items: readonly OutboxItem[]): Promise<number> {
  let released = 0;
  for (const { entry } of items) {
    if (entry.state.name !== 'held' || entry.state.reason !== 'not-in-journal') continue;
    expect((await storeOf(desk.page()).retryEntry({ entryId: entry.id, anyway: true })).ok).toBe(true);
    released += 1;
  }
  return released;
}

/** An agent who looks sees what waits, with its words. */
async function expectVisible(desk: KillableConsole, waiting: readonly OutboxItem[]): Promise<void> {
  const page = desk.page();
  if (waiting.length === 0) return agentAt(page).allSent();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  for (const { entry } of waiting) {
    const row = page.locator(`[data-entry="${entry.id}"]`);
    await expect(row).toHaveAttribute('data-state', entry.state.name);
    const { action } = entry;
    if (action.kind !== 'update') await expect(row).toContainText(/token-\d+-\d+/);
  }
}

/** What a failure is found out with. */
async function keepRecords(proxy: CuttingProxy, desk: KillableConsole): Promise<void> {
  const keep = async (name: string, lines: readonly unknown[]): Promise<void> => {
    const path = test.info().outputPath(name);
    await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n'));
    await test.info().attach(name, { path });
  };
  await keep('proxy.jsonl', proxy.passed());
  await keep('journal.jsonl', await desk.journal().catch(() => []));
  await keep('main.jsonl', [desk.output()]);
  await keep('page.jsonl', [await desk.page().getByRole('contentinfo').innerText({ timeout: 5_000 }).catch(String)]);
}
