import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ReportQuery } from '#renderer/report/report-api.ts';
import { installReportClient } from '../page/report-client.ts';
import type { Measured } from '../report/figures.ts';
import { median, spread } from '../report/statistics.ts';
import type { BenchConsole } from '../stage/console.ts';

const ASSETS = fileURLToPath(new URL('../../../out/renderer/assets/', import.meta.url));
const DAY_MS = 86_400_000;
/** Opened so often, each time after something has changed. */
const OPENED = 7;
/** The window is told of a change so long after it. */
const TOLD_AFTER_MS = 1_000;

/**
 * What the panel waits for: figures of a desk of which everything is known, ten events for each ticket, from the question to the answer of
 * the built report worker. Beside it one plain pass over as many events, in the same page.
 */
export async function measureMetrics({ context, url }: BenchConsole, tickets: number): Promise<readonly Measured[]> {
  const file = (await readdir(ASSETS)).find((name) => /^report-worker-.*\.js$/.test(name));
  if (file === undefined) throw new Error('the console is built without a report worker');
  const page = await context.newPage();
  try {
    await page.goto(url);
    await page.evaluate(installReportClient, `/assets/${file}`);
    const now = Date.now();
    const events = await page.evaluate(([count, at]) => report.fill(count, at), [tickets, now] as const);
    const ask = (over: Partial<ReportQuery>) => page.evaluate((query) => report.ask(query), queryOf(now, over));

    const opened: number[] = [];
    const atOnce: number[] = [];
    let figures = 0;
    for (let round = 0; round < OPENED; round += 1) {
      await page.evaluate(([count, at]) => report.touch(count, at), [tickets, now] as const);
      atOnce.push((await ask({})).ms);
      await page.evaluate(([count, at]) => report.touch(count, at), [tickets, now] as const);
      await wait(TOLD_AFTER_MS);
      const answer = await ask({});
      opened.push(answer.ms);
      figures = answer.figures;
    }
    const changed: number[] = [];
    for (const over of CHANGES(now)) changed.push((await ask(over)).ms);
    const passes: number[] = [];
    for (let round = 0; round < OPENED; round += 1)
      passes.push(await page.evaluate(([count, from]) => report.plainPass(count, from), [events, now] as const));
    const beside = `${figures} figures of ${events.toLocaleString('en-GB')} events; one plain pass over them ${median(passes).toFixed(1)} ms`;
    return [
      {
        figure: 'metrics-open',
        value: spread(opened).p95,
        beside: `in the moment of a change ${median(atOnce).toFixed(1)} ms; ${beside}`,
        samples: opened.length,
      },
      {
        figure: 'metrics-change',
        value: spread(changed).p95,
        beside: `p50 ${spread(changed).p50.toFixed(1)} ms; ${beside}`,
        samples: changed.length,
      },
    ];
  } finally {
    await page.close();
  }
}

const queryOf = (now: number, over: Partial<ReportQuery>): ReportQuery => ({
  range: { from: now - 30 * DAY_MS, until: now },
  kind: 'span',
  zone: 'Europe/Oslo',
  weekStart: 0,
  mine: true,
  hours: 'all',
  filter: {},
  keys: ['bench:a1'],
  ...over,
});

/** Ranges from a day to all there is, of me and of everybody, by both kinds of hours, with filters that were not asked for before. */
const CHANGES = (now: number): readonly Partial<ReportQuery>[] => {
  const ranges = [1, 7, 30, 90, 365].map((days) => ({ from: now - days * DAY_MS, until: now }));
  return ranges.flatMap((range, at): readonly Partial<ReportQuery>[] => [
    { range },
    { range, mine: false },
    { range, hours: 'business' },
    { range, filter: { tags: [`tag${at}`] } },
    { range, mine: false, filter: { channels: ['email', 'chat'], groups: [`bench:g${at}`, 'bench:g9'] } },
  ]);
};
