import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { buildStamped, isBuilt } from '#main/shell/launch/build.ts';
import { type Options, type Part, readOptions } from './arguments.ts';
import { measureAgainstRequestTracker } from './figures/against-request-tracker.ts';
import { measureBulk } from './figures/bulk.ts';
import { measureColdStart } from './figures/cold-start.ts';
import { measureCycles } from './figures/cycles.ts';
import { measureFirstSync } from './figures/first-sync.ts';
import { measureInserting } from './figures/insert.ts';
import { measureKeys, measureKeysDuringSync } from './figures/keys.ts';
import { measureMemory } from './figures/memory.ts';
import { measureMetrics } from './figures/metrics.ts';
import { measureOpening } from './figures/open-ticket.ts';
import { measurePalette } from './figures/palette.ts';
import { measurePanel } from './figures/panel.ts';
import { measurePop } from './figures/pop.ts';
import { measureQuery } from './figures/query.ts';
import { measureViews } from './figures/views.ts';
import { layOwnLists } from './own-lists/lay-own-lists.ts';
import type { Outcome } from './report/figures.ts';
import { tableOf } from './report/table.ts';
import { type BenchConsole, openConsole, type Place, type Rate, untilSynced } from './stage/console.ts';
import { copyOf, discard, keep, keptPlace, newPlace } from './stage/kept-profile.ts';

/**
 * `npm run bench -- [--tickets N] [--only PART,…] [--cycles N] [--one-size] [--json FILE]`: the built console in a real Chromium on a
 * generated helpdesk. Prints each figure beside its goal; a goal that is missed is said and ends with 0, because machines differ.
 */
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!isBuilt() && !(await buildStamped(undefined, true))) throw new Error('the console could not be built');
  const begun = Date.now();
  const sizes = { full: options.tickets, tenth: Math.round(options.tickets / 10) };
  const tenth = options.growth ? await measureAt(sizes.tenth, options) : [];
  const full = [
    ...(await measureAt(sizes.full, options)),
    ...(await part('request-tracker', options, measureAgainstRequestTracker)),
  ];
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  console.log(`\n${tableOf({ full, tenth }, sizes)}\n\n${machine}; ${Math.round((Date.now() - begun) / 1_000)} s`);
  if (options.json !== null)
    await writeFile(options.json, `${JSON.stringify({ machine, sizes, full, tenth }, null, 2)}\n`);
}

async function part(
  name: Part,
  { parts }: Options,
  measure: () => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  if (!parts.includes(name)) return [];
  const begun = Date.now();
  const outcomes = await measure();
  say(`${name}: ${Math.round((Date.now() - begun) / 1_000)} s`);
  for (const outcome of outcomes)
    say(
      `  ${outcome.figure}: ${'skipped' in outcome ? outcome.skipped : `${outcome.value.toFixed(2)} (${outcome.beside})`}`,
    );
  return outcomes;
}

async function measureAt(tickets: number, options: Options): Promise<readonly Outcome[]> {
  say(`— ${tickets.toLocaleString('en-GB')} tickets`);
  const { place, outcomes } = await filledPlace(tickets, options);
  const changed = await copyOf(place);
  try {
    const measured = [...outcomes];
    await withConsole(changed, 'unlimited', async (bench) => {
      const parts: readonly (readonly [Part, () => Promise<readonly Outcome[]>])[] = [
        ['cold-start', () => measureColdStart(bench)],
        ['keys', () => measureKeys(bench, 'unlimited')],
        ['open', () => measureOpening(bench)],
        ['views', async () => [...(await measureViews(bench)), ...(await measureQuery(bench))]],
        ['palette', () => measurePalette(bench)],
        ['bulk', () => measureBulk(bench)],
        ['metrics', async () => [...(await measurePanel(bench)), ...(await measureMetrics(bench, tickets))]],
        ['memory', () => measureMemory(bench)],
        ['cycles', () => measureCycles(bench, options.cycles)],
        ['pop', () => measurePop(bench)],
        ['keys-sync', () => measureKeysDuringSync(bench)],
      ];
      for (const [name, measure] of parts) measured.push(...(await part(name, options, measure)));
    });
    if (options.parts.includes('keys'))
      await withConsole(changed, 'vsync', async (bench) => {
        measured.push(...(await part('keys', options, () => measureKeys(bench, 'vsync'))));
      });
    // With thousands of macros and responses in a profile that the other figures are taken without.
    if (options.parts.includes('insert')) {
      await layOwnLists(changed);
      await withConsole(changed, 'unlimited', async (bench) => {
        measured.push(...(await part('insert', options, () => measureInserting(bench))));
      });
    }
    return measured;
  } finally {
    await discard(changed);
  }
}

/** The kept profile of this size. A first sync makes one where there is none; otherwise it fills another, which is thrown away. */
async function filledPlace(
  tickets: number,
  options: Options,
): Promise<{ readonly place: Place; readonly outcomes: readonly Outcome[] }> {
  const kept = await keptPlace(tickets);
  if (kept && !options.parts.includes('first-sync')) return { place: kept, outcomes: [] };
  const fresh = await newPlace(tickets);
  let outcomes: readonly Outcome[] = [];
  try {
    outcomes = await part('first-sync', { ...options, parts: ['first-sync'] }, () => measureFirstSync(fresh));
    if (!kept) return { place: await keep(fresh), outcomes: options.parts.includes('first-sync') ? outcomes : [] };
  } finally {
    await discard(fresh);
  }
  return { place: kept, outcomes };
}

async function withConsole(place: Place, rate: Rate, measure: (bench: BenchConsole) => Promise<void>): Promise<void> {
  const bench = await openConsole(place, rate);
  try {
    await bench.tell({ say: 'open' });
    await untilSynced(bench.page, 60_000);
    await measure(bench);
  } finally {
    await bench.close();
  }
}

await main();
