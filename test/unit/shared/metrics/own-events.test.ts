import { expect, it } from 'vitest';
import { ownEventSchema, ownEventsOf } from '#shared/metrics/own-events.ts';
import { ownTimeline } from '../../../support/timeline.ts';

it('gives events of some kinds in order of time, each once', () => {
  const events = ownTimeline(`
    2026-03-02 09:05 macro-used 1 greeting
    2026-03-02 09:00 macro-used 1 greeting
    2026-03-02 09:05 macro-used 1 greeting
    2026-03-02 09:05 macro-used 1 refund
    2026-03-02 09:00 ticket-focus 1 09:01`);
  expect(ownEventsOf(events, 'macro-used').map(({ at, macroId }) => [new Date(at).getUTCMinutes(), macroId])).toEqual([
    [0, 'greeting'],
    [5, 'greeting'],
    [5, 'refund'],
  ]);
});

it('is the same event whatever order its fields were written in', () => {
  const [event] = ownTimeline('2026-03-02 09:00 macro-used 1 greeting');
  const turned = ownEventSchema.parse(Object.fromEntries(Object.entries(event ?? {}).reverse()));
  expect(ownEventsOf(event ? [event, turned] : [], 'macro-used')).toHaveLength(1);
});

it('takes no event that is none, and none of a ticket that is none', () => {
  const event = { event: 'draft-dropped', at: 0, ticketId: 'desk-1:1' };
  expect(ownEventSchema.safeParse(event).success).toBe(true);
  expect(ownEventSchema.safeParse({ ...event, ticketId: '' }).success).toBe(false);
  expect(ownEventSchema.safeParse({ ...event, event: 'tea' }).success).toBe(false);
});
