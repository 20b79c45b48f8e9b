import type { Event } from './events.ts';
import { type Outcome, runSchedule, type Schedule } from './schedule.ts';
import type { Wrong } from './wrong.ts';

/** As many runs as a person would wait for. */
const MOST_RUNS = 150;

/** The shortest schedule found that still goes wrong in the same way: events are left out, many at once and then fewer. */
export async function minimise(schedule: Schedule, wrong: Wrong): Promise<{ schedule: Schedule; outcome: Outcome }> {
  let events: readonly Event[] = schedule.events;
  let outcome = await runSchedule(schedule);
  let runs = 0;
  for (let size = Math.ceil(events.length / 2); size >= 1 && runs < MOST_RUNS; size = Math.floor(size / 2)) {
    for (let from = 0; from < events.length && runs < MOST_RUNS; ) {
      const fewer = events.filter((_, index) => index < from || index >= from + size);
      const tried = await runSchedule({ ...schedule, events: fewer });
      runs += 1;
      if (tried.violations.some((violation) => violation.wrong === wrong)) {
        events = fewer;
        outcome = tried;
      } else from += size;
    }
  }
  return { schedule: { ...schedule, events }, outcome };
}
