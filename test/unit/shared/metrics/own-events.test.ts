import { expect, it } from 'vitest';
import { ownEventSchema, ownEventsOf } from '#shared/metrics/own-events.ts';
import { ownTimeline } from '../../../support/timeline.ts';

it('gives events of some kinds in order of time, each once', () => {
  const events = ownTimeline(`
    2026-03-02 09:05 command-run list.next key
    2026-03-02 09:00 command-run list.next key
    2026-03-02 09:05 command-run list.next key
    2026-03-02 09:05 command-run list.previous key
    2026-03-02 09:00 ticket-focus 1 09:01`);
  expect(ownEventsOf(events, 'command-run').map(({ at, command }) => [new Date(at).getUTCMinutes(), command])).toEqual([
    [0, 'list.next'],
    [5, 'list.next'],
    [5, 'list.previous'],
  ]);
});

it('is the same event whatever order its fields were written in', () => {
  const [event] = ownTimeline('2026-03-02 09:00 macro-used 1 greeting');
  const turned = ownEventSchema.parse(Object.fromEntries(Object.entries(event ?? {}).reverse()));
  expect(ownEventsOf(event ? [event, turned] : [], 'macro-used')).toHaveLength(1);
});

it('takes no source that nothing has, and no event that is none', () => {
  const event = { event: 'command-run', at: 0, command: 'list.next', source: 'key' };
  expect(ownEventSchema.safeParse(event).success).toBe(true);
  expect(ownEventSchema.safeParse({ ...event, source: 'foot' }).success).toBe(false);
  expect(ownEventSchema.safeParse({ ...event, event: 'tea' }).success).toBe(false);
});
