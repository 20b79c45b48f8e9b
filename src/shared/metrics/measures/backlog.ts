import { isDone } from '../../outbox/overlay.ts';
import { type Measured, STILL } from '../measured.ts';
import { stepsOf, type TicketHistory } from '../ticket-history.ts';

/**
 * Backlog, and its age.
 *
 * Definition: tickets that were neither solved nor closed at a moment; the age of each is that moment less its making. Measured are the
 * intervals in which a ticket was part of it in one assignee's hands, so that any moment can be asked about.
 * Source: https://support.zendesk.com/hc/en-us/articles/4408834848154 (unsolved tickets).
 * Unit: ms from the beginning of the interval to its end, `STILL` while it lasts. Attribution: assignee in the interval.
 * Vendors: Zendesk's daily snapshot is taken about 23 o'clock, so that a count of any other moment is another one. By the calendar
 * whatever business hours are: a moment is one.
 */
export function measureBacklog(history: TicketHistory): readonly Measured[] {
  if (history.merged) return [];
  const measured: Measured[] = [];
  let since: number | null = null;
  let agentId: string | null = null;
  const end = (at: number): void => {
    if (since !== null && at > since) measured.push({ metric: 'backlog', at: since, value: at - since, agentId });
  };
  for (const step of stepsOf(history, 'status', 'assign')) {
    if (step.kind === 'assign') {
      if (step.to === agentId) continue;
      end(step.at);
      if (since !== null) since = step.at;
      agentId = step.to;
    } else if (isDone(step.to)) {
      end(step.at);
      since = null;
    } else since ??= step.at;
  }
  end(STILL);
  return measured;
}
