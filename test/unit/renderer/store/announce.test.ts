import { expect, test } from 'vitest';
import { createAnnouncer } from '#renderer/store/announce.ts';
import type { DeskEvent } from '#renderer/store/desk-api.ts';

function announcer() {
  const told: DeskEvent[] = [];
  const timers = new Map<() => void, number>();
  const { changed } = createAnnouncer(
    (event) => told.push(event),
    (ms, run) => {
      timers.set(run, ms);
      return () => timers.delete(run);
    },
  );
  return {
    changed,
    told,
    waits: () => [...timers.values()],
    pass() {
      for (const run of [...timers.keys()]) {
        timers.delete(run);
        run();
      }
    },
  };
}

test('what changes within a frame is told at once', () => {
  const { changed, told, waits, pass } = announcer();
  changed({ views: true, ticketIds: ['a:1'] });
  changed({ outbox: true, ticketIds: ['a:2'] });
  expect(waits()).toEqual([16]);
  pass();
  expect(told).toMatchObject([{ views: true, outbox: true, facts: false, ticketIds: ['a:1', 'a:2'] }]);
});

test('pages of a sync are told of more seldom, until something else changes or the last of them comes', () => {
  const { changed, told, waits, pass } = announcer();
  changed({ views: true, ticketIds: ['a:1'] }, true);
  changed({ views: true, ticketIds: ['a:2'] }, true);
  expect(waits()).toEqual([500]);
  changed({ views: true, ticketIds: ['a:3'] });
  expect(waits()).toEqual([16]);
  changed({ views: true, ticketIds: ['a:4'] }, true);
  expect(waits()).toEqual([16]);
  pass();
  expect(told).toMatchObject([{ ticketIds: ['a:1', 'a:2', 'a:3', 'a:4'] }]);
});
