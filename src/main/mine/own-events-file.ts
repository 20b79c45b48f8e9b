import { type OwnEvent, type OwnPlace, ownEventSchema, uniqueOwnEvents } from '#shared/metrics/own-events.ts';
import type { Clock } from '../clock.ts';
import type { Appendable, Disk } from '../profile/disk.ts';
import { readText } from '../profile/read-file.ts';

/** Thirteen months: this month can be held against the same of last year. */
export const KEPT_DAYS = 396;
const DAY_MS = 24 * 3_600_000;
/** Days are read until there are so many to tell: parsing two thousand keeps main for a tenth of a second. */
const PAGE_EVENTS = 500;
/** Without a disk that takes them, older ones go. */
const MOST_UNWRITTEN = 10_000;

/**
 * What the agent did at this machine, by the day on which it was told (UTC): append-only, a file for each day. A day that is over is
 * written anew without what was told twice when the program starts, and goes after `KEPT_DAYS`.
 */
export type OwnEventsFile = {
  /** Nobody waits for it: it is written behind what was recorded before, and tried again with the next where the disk refuses. */
  record(events: readonly OwnEvent[]): void;
  /** What was recorded behind a place, from the beginning on without one, and where that ends; `more`: there is more already. */
  page(after: OwnPlace | null): Promise<{ events: OwnEvent[]; place: OwnPlace; more: boolean }>;
  close(): Promise<void>;
};

export function openOwnEvents(disk: Disk, folder: string, clock: Pick<Clock, 'now'>): OwnEventsFile {
  const pathOf = (name: string): string => `${folder}/${name}`;
  /** The file that was read last: for the most part that which grows. */
  let cached: { readonly day: string; readonly lines: string[] } | null = null;
  let open: { readonly day: string; readonly file: Appendable } | null = null;
  let unwritten: readonly OwnEvent[] = [];

  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  const linesOf = async (day: string): Promise<readonly string[]> => {
    if (cached?.day === day) return cached.lines;
    const texts = await Promise.all([DONE, GROWING].map((ending) => readText(disk, pathOf(day + ending))));
    const lines = texts.flatMap((text) => (text ?? '').split('\n').filter((line) => line !== ''));
    cached = { day, lines };
    return lines;
  };

  const days = async (): Promise<readonly string[]> =>
    [...new Set((await disk.list(folder)).flatMap((name) => DAY.exec(name)?.[1] ?? []))].sort();

  const tidy = async (): Promise<void> => {
    const today = dayOf(clock.now());
    const oldest = dayOf(clock.now() - KEPT_DAYS * DAY_MS);
    for (const name of await disk.list(folder)) {
      const day = DAY.exec(name)?.[1];
      if (day === undefined) continue;
      if (day < oldest) await disk.remove(pathOf(name));
      else if (day < today && name.endsWith(GROWING)) {
        const events = uniqueOwnEvents((await linesOf(day)).flatMap(parsed));
        await disk.replace(pathOf(day + DONE), textOf(events));
        await disk.remove(pathOf(name));
      }
    }
    cached = null;
  };

  const writeAll = async (): Promise<void> => {
    const events = unwritten;
    if (events.length === 0) return;
    const day = dayOf(clock.now());
    if (open?.day !== day) {
      await open?.file.close();
      open = null;
      open = { day, file: await disk.append(pathOf(day + GROWING)) };
    }
    // A write that failed may have left half a line: each begins on a new one.
    await open.file.write(`\n${textOf(events)}`);
    unwritten = unwritten.slice(events.length);
    if (cached?.day === day) cached.lines.push(...events.map((event) => JSON.stringify(event)));
  };

  void inTurn(tidy).catch(() => undefined);
  return {
    record(events) {
      if (events.length === 0) return;
      unwritten = [...unwritten, ...events].slice(-MOST_UNWRITTEN);
      void inTurn(writeAll).catch(() => undefined);
    },
    page: (after) =>
      inTurn(async () => {
        const left = (await days()).filter((day) => after === null || day >= after.day);
        let place = after ?? { day: '', lines: 0 };
        const found: OwnEvent[] = [];
        for (const [at, day] of left.entries()) {
          const lines = await linesOf(day);
          const skipped = after?.day === day ? after.lines : 0;
          found.push(...uniqueOwnEvents(lines.slice(skipped).flatMap(parsed)));
          place = { day, lines: lines.length };
          if (found.length >= PAGE_EVENTS && at < left.length - 1) return { events: found, place, more: true };
        }
        return { events: found, place, more: false };
      }),
    async close() {
      await inTurn(writeAll).catch(() => undefined);
      const last = open;
      open = null;
      await last?.file.close();
    },
  };
}

/** Of a day that goes on, and of one that is over. */
const GROWING = '.log';
const DONE = '.done';
const DAY = /^(\d{4}-\d{2}-\d{2})\.(?:log|done)$/;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const textOf = (events: readonly OwnEvent[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('');

/** A line torn by a kill, and what a newer version knows, is passed over. */
function parsed(line: string): readonly OwnEvent[] {
  try {
    return [ownEventSchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
