import { type Desk, iso } from '../desk.ts';
import type { Audit, DeskStatus, Ticket } from '../model.ts';
import { afterOpenMs, openMs } from './business-hours.ts';
import { type PolicyMetric, targetMs } from './policy.ts';

const HOUR_MS = 3_600_000;

export type TicketMetric = {
  readonly metric: PolicyMetric;
  readonly stage: 'active' | 'paused' | 'achieved';
  readonly breach_at: string | null;
  /** What is left, rounded down as Zendesk rounds it; absent while paused. */
  readonly hours?: number;
};

/** What happened to a ticket that clocks run by, oldest first. */
type Beat =
  | { readonly at: number; readonly is: 'asked' | 'answered' }
  | { readonly at: number; readonly is: 'status'; readonly status: DeskStatus };

const beatsOf = (ticket: Ticket, audits: readonly Audit[]): readonly Beat[] =>
  audits.flatMap((audit) =>
    audit.events.flatMap((event): readonly Beat[] => {
      const at = Date.parse(audit.created_at);
      if (event.type === 'Comment' && event.public)
        return [{ at, is: event.author_id === ticket.requester_id ? 'asked' : 'answered' }];
      if ((event.type === 'Create' || event.type === 'Change') && event.field_name === 'status')
        return [{ at, is: 'status', status: event.value as DeskStatus }];
      return [];
    }),
  );

/** How a ticket stands to what its priority was promised: derived from its history, so that nothing of it is kept. */
export const policyMetrics = (desk: Pick<Desk, 'store' | 'now'>, ticket: Ticket): readonly TicketMetric[] => {
  const { priority } = ticket;
  if (priority === null || ticket.status === 'deleted') return [];
  const beats = beatsOf(ticket, desk.store.auditsOf(ticket.id));
  const solved = ticket.status === 'solved' || ticket.status === 'closed';
  const told = (metric: PolicyMetric, stage: TicketMetric['stage'], breachAt: number | null): TicketMetric => ({
    metric,
    stage,
    breach_at: breachAt === null ? null : iso(breachAt),
    ...(breachAt !== null && { hours: Math.floor((breachAt - desk.now()) / HOUR_MS) }),
  });
  const reply = (metric: PolicyMetric, from: number, answered: boolean): TicketMetric =>
    told(metric, answered || solved ? 'achieved' : 'active', afterOpenMs(from, targetMs(metric, priority)));

  const firstAsked = beats.find((beat) => beat.is === 'asked');
  const firstAnswer = beats.find((beat) => beat.is === 'answered');
  // A ticket that an agent opened with words to the customer was never waited for.
  const first =
    firstAsked && !(firstAnswer && firstAnswer.at < firstAsked.at)
      ? [reply('first_reply_time', firstAsked.at, firstAnswer !== undefined)]
      : [];

  // The first question after each answer starts the next clock; later ones wait along with it.
  let asked: number | null = null;
  let answered = true;
  if (firstAnswer)
    for (const beat of beats) {
      if (beat.at < firstAnswer.at || beat.is === 'status') continue;
      if (beat.is === 'asked' && answered) [asked, answered] = [beat.at, false];
      else if (beat.is === 'answered') answered = true;
    }
  const next = asked === null ? [] : [reply('next_reply_time', asked, answered)];
  return [...first, ...next, requesterWait(beats, desk.now(), targetMs('requester_wait_time', priority), told)];
};

/** Runs while the ticket is new, open or on hold; stands while it is pending; ends when it is solved. */
function requesterWait(
  beats: readonly Beat[],
  now: number,
  allowedMs: number,
  told: (metric: PolicyMetric, stage: TicketMetric['stage'], breachAt: number | null) => TicketMetric,
): TicketMetric {
  const metric = 'requester_wait_time';
  let spentMs = 0;
  let since: number | null = null;
  let breachAt: number | null = null;
  let status: DeskStatus = 'new';
  const stopAt = (at: number): void => {
    if (since === null) return;
    const ran = openMs(since, at);
    if (breachAt === null && spentMs + ran > allowedMs) breachAt = afterOpenMs(since, allowedMs - spentMs);
    spentMs += ran;
    since = null;
  };
  for (const beat of beats) {
    if (beat.is !== 'status') continue;
    stopAt(beat.at);
    status = beat.status;
    if (status === 'new' || status === 'open' || status === 'hold') since = beat.at;
  }
  const from = since;
  stopAt(now);
  if (status === 'solved' || status === 'closed') return told(metric, 'achieved', breachAt);
  if (from === null) return told(metric, 'paused', null);
  return told(metric, 'active', breachAt ?? afterOpenMs(now, allowedMs - spentMs));
}
