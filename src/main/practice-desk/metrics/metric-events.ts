import { type Desk, iso } from '../desk.ts';
import type { DeskStatus, Ticket } from '../model.ts';
import { happeningsOf } from './happenings-of.ts';
import { type Minutes, minutesOf, type Span } from './minutes.ts';

export type MetricEvent = {
  readonly id: number;
  readonly ticket_id: number;
  readonly metric: 'reply_time' | 'agent_work_time' | 'requester_wait_time' | 'resolution_time';
  readonly instance_id: number;
  readonly type: 'activate' | 'pause' | 'fulfill' | 'update_status';
  readonly time: string;
  /** With `update_status`: how long the clock has run. */
  readonly status?: Minutes;
};

/** A ticket has fewer events than this, so that each has a number for good: a history only grows at its end. */
const EVENTS_OF_ONE = 100_000;

/** In which statuses each clock stands still; a solve is what all of them run to. */
const PAUSED_IN: Readonly<Record<Exclude<MetricEvent['metric'], 'reply_time'>, readonly DeskStatus[]>> = {
  agent_work_time: ['pending', 'hold'],
  requester_wait_time: ['pending'],
  resolution_time: [],
};
const CLOCKS = Object.keys(PAUSED_IN) as readonly (keyof typeof PAUSED_IN)[];

type Clock = { readonly instance: number; readonly spans: readonly Span[]; readonly since: number | null };
const STOPPED: Clock = { instance: 1, spans: [], since: null };

/**
 * What happened to a ticket's clocks, oldest first, as `ticket_metric_events` tells it
 * (https://developer.zendesk.com/documentation/ticketing/reference-guides/ticket-metric-event-types-reference). Each question that
 * nobody has answered begins a new instance of `reply_time`; the other clocks have one. Policies are told with the tickets, and have no
 * events here.
 */
export const metricEvents = (desk: Pick<Desk, 'store'>, ticket: Ticket): readonly MetricEvent[] => {
  const events: MetricEvent[] = [];
  const clocks = new Map<MetricEvent['metric'], Clock>();
  const clockOf = (metric: MetricEvent['metric']): Clock => clocks.get(metric) ?? STOPPED;
  const tell = (metric: MetricEvent['metric'], type: MetricEvent['type'], at: number, status?: Minutes): void =>
    void events.push({
      id: ticket.id * EVENTS_OF_ONE + events.length,
      ticket_id: ticket.id,
      metric,
      instance_id: clockOf(metric).instance,
      type,
      time: iso(at),
      ...(status && { status }),
    });
  const start = (metric: MetricEvent['metric'], at: number): void => {
    const clock = clockOf(metric);
    if (clock.since !== null) return;
    clocks.set(metric, { ...clock, since: at });
    tell(metric, 'activate', at);
  };
  const stop = (metric: MetricEvent['metric'], type: 'pause' | 'fulfill', at: number): void => {
    const { instance, spans, since } = clockOf(metric);
    if (since === null && type === 'pause') return;
    const run = since === null ? spans : [...spans, [since, at] as const];
    clocks.set(metric, { instance, spans: run, since: null });
    tell(metric, type, at);
    if (type === 'fulfill') tell(metric, 'update_status', at, minutesOf(run));
  };

  let status: DeskStatus | null = null;
  const madeAt = Date.parse(ticket.created_at);
  start('reply_time', madeAt);
  for (const one of happeningsOf(desk, ticket)) {
    if (one.is === 'status') {
      const isOver = one.status === 'solved' || one.status === 'closed';
      const wasOver = status === 'solved' || status === 'closed';
      for (const clock of CLOCKS)
        if (isOver) {
          // Closing what is solved fulfils nothing again.
          if (!wasOver) stop(clock, 'fulfill', one.at);
        } else if (PAUSED_IN[clock].includes(one.status)) stop(clock, 'pause', one.at);
        else start(clock, one.at);
      status = one.status;
    } else if (one.is === 'comment' && one.public && !one.opening) {
      const { since, instance } = clockOf('reply_time');
      if (one.byAgent && since !== null) stop('reply_time', 'fulfill', one.at);
      if (!one.byAgent && since === null) {
        clocks.set('reply_time', { ...STOPPED, instance: instance + 1 });
        start('reply_time', one.at);
      }
    }
  }
  return events;
};
