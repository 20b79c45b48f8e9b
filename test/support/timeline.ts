import type { Call } from '#shared/calls/call.ts';
import type { Message, TicketEvent } from '#shared/domain/conversation.ts';
import { type Status, statusSchema, type Ticket } from '#shared/domain/ticket.ts';
import type { BusinessHours } from '#shared/metrics/calendar.ts';
import { historyOf } from '#shared/metrics/history.ts';
import type { Measured } from '#shared/metrics/measured.ts';
import { type OwnEvent, ownEventSchema } from '#shared/metrics/own-events.ts';
import type { TicketHistory } from '#shared/metrics/ticket-history.ts';
import { aCall } from './a-call.ts';
import { aTicket } from './outbox-entry.ts';

export const ACCOUNT = 'desk-1';

/** The instant at which clocks in a zone show `2026-03-02 09:00`; with a Z behind it is UTC. */
export function clock(text: string, zone: string): number {
  const [day = '', time = ''] = text.split(' ');
  const utc = Date.parse(`${day}T${time.replace('Z', '')}Z`);
  if (Number.isNaN(utc)) throw new Error(`no time: ${text}`);
  if (time.endsWith('Z')) return utc;
  // What the zone's clocks show for a guess says how far off it is; the second look is for days on which they change.
  const aheadAt = (at: number): number => Date.parse(`${shown(at, zone).replace(' ', 'T')}Z`) - at;
  return utc - aheadAt(utc - aheadAt(utc));
}

/** Made once a zone: making them is slow. */
const formats = new Map<string, Intl.DateTimeFormat>();
function shown(at: number, zone: string): string {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  return format.format(at);
}

export type Rows = {
  readonly ticket: Ticket;
  readonly messages: readonly Message[];
  readonly events: readonly TicketEvent[];
};
type Options = { readonly zone?: string; readonly ticket?: Partial<Ticket> };
const LINE = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?Z?) +(\S+) +(\S+) ?(.*)$/;

/**
 * A ticket's rows as a helpdesk tells them, from lines as `2026-03-02 09:00 customer creates`. Who does it: `customer`, `outsider`,
 * `system` (a bot or rule), anybody else is an agent. What: `creates`, `creates silently`, `creates noting`, with `as open` and
 * `for ana` behind; `replies`, `notes`, `forwards`; `sets solved`; `assigns ana` or `assigns nobody`; `rates good`; `merges 7`.
 */
export function rowsOf(lines: string, { zone = 'UTC', ticket: over = {} }: Options = {}): Rows {
  const messages: Message[] = [];
  const events: TicketEvent[] = [];
  let ticket = aTicket({ requesterId: 'customer', assigneeId: null, groupId: null, solvedAt: null, sla: [], tags: [] });
  let id = 100;
  for (const line of lines.split('\n').filter((one) => one.trim() !== '')) {
    const [, time = '', who = '', does = '', rest = ''] = LINE.exec(line.trim()) ?? [];
    if (does === '') throw new Error(`not a line: ${line}`);
    const at = clock(time, zone);
    const remoteId = String(id++);
    const byId = who === 'system' ? null : who;
    const say = (kind: Message['kind']): void => {
      messages.push({
        remoteId: String(id++),
        ticketRemoteId: ticket.remoteId,
        kind,
        authorId: byId,
        authorName: who,
        authorRole:
          who === 'customer' ? 'requester' : who === 'system' ? 'system' : who === 'outsider' ? 'outside' : 'agent',
        body: { format: 'text', content: '' },
        attachments: [],
        channel: 'email',
        createdAt: at,
        clientId: null,
      });
    };
    const happen = (kind: TicketEvent['kind'], from: string | null, to: string | null): void => {
      const names = { from, to, fromId: from, toId: to };
      events.push({
        remoteId,
        ticketRemoteId: ticket.remoteId,
        kind,
        actorId: byId,
        actorName: who,
        at,
        field: null,
        ...names,
      });
    };
    const turn = (status: Status): void => {
      ticket = {
        ...ticket,
        status,
        solvedAt: status === 'solved' || status === 'closed' ? (ticket.solvedAt ?? at) : null,
      };
      if (status === 'solved') ticket = { ...ticket, solvedAt: at };
    };
    ticket = { ...ticket, updatedAt: at };
    if (does === 'creates') {
      const [, status = 'new'] = /\bas (\S+)/.exec(rest) ?? [];
      const [, assigneeId = null] = /\bfor (\S+)/.exec(rest) ?? [];
      ticket = { ...ticket, createdAt: at, assigneeId };
      turn(statusSchema.parse(status));
      happen('created', null, null);
      if (!rest.includes('silently')) say(rest.includes('noting') ? 'note' : 'reply');
    } else if (does === 'replies') say('reply');
    else if (does === 'notes') say('note');
    else if (does === 'forwards') say('forward');
    else if (does === 'sets') {
      happen('status', ticket.status, rest);
      turn(statusSchema.parse(rest));
    } else if (does === 'assigns') {
      const to = rest === 'nobody' ? null : rest;
      happen('assignee', ticket.assigneeId, to);
      ticket = { ...ticket, assigneeId: to };
    } else if (does === 'rates' || does === 'offers') happen('rating', null, does === 'offers' ? 'offered' : rest);
    else if (does === 'merges') happen('merged', null, rest);
    else throw new Error(`nobody does that: ${line}`);
  }
  return { ticket: { ...ticket, ...over }, messages, events };
}

export const CONTEXT = { ticketId: `${ACCOUNT}:1`, accountId: ACCOUNT, whole: true } as const;

/** The history of such a ticket. */
export function timeline(lines: string, options: Options = {}): TicketHistory {
  const { ticket, messages, events } = rowsOf(lines, options);
  return historyOf(ticket, messages, events, CONTEXT);
}

/** What was measured, one line each: when it counts by the clocks of a zone, whose it is, and how much it is. */
const lineOf =
  (valueText: (value: number) => string) =>
  (measured: readonly Measured[], zone = 'UTC'): readonly string[] =>
    measured.map(
      ({ at, agentId, value }) => `${shown(at, zone).slice(0, 16)} ${agentId ?? 'nobody'} ${valueText(value)}`,
    );

/** Durations as hours and minutes, with seconds where there are any. */
export const durations = lineOf((value) => {
  if (!Number.isFinite(value)) return 'still';
  const [hours, minutes, seconds] = [value / 3_600_000, (value / 60_000) % 60, (value / 1_000) % 60].map(Math.floor);
  const two = (part = 0): string => String(part).padStart(2, '0');
  return `${hours}:${two(minutes)}${seconds === 0 ? '' : `:${two(seconds)}`}`;
});
export const values = lineOf(String);

const WORKDAY = [{ from: 9 * 60, until: 17 * 60 }];

/** Monday to Friday, nine to five. */
export const officeHours = (timeZone: string, holidays: readonly string[] = []): BusinessHours => ({
  timeZone,
  week: [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, [], []],
  holidays,
});

const OWN_LINE = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?Z?) +(\S+) +(\S+)(?: +(\S+))?$/;

/**
 * What the agent did at this machine, from lines as `2026-03-02 09:00 macro-used 1 greeting`: when, what, to which ticket, and with
 * what. A focus is told with its end, `09:07`; an article with the entry that it went into, `returns/a`; a macro whose words wait in
 * the composer with a `~` behind it, and an entry that says nothing with a `?`.
 */
export const ownTimeline = (lines: string, zone = 'UTC'): readonly OwnEvent[] =>
  lines
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((line) => {
      const [, day = '', time = '', event = '', subject = '', detail = ''] = OWN_LINE.exec(line.trim()) ?? [];
      const [name = '', entry = name] = detail.split('/');
      return ownEventSchema.parse({
        event,
        at: clock(`${day} ${time}`, zone),
        ...(event === 'ticket-focus' ? { until: clock(`${day} ${detail}`, zone) } : {}),
        ticketId: `${ACCOUNT}:${subject}`,
        entryId: entry.replace('?', '').padStart(26, '0'),
        words: !detail.endsWith('?'),
        macroId: name,
        waits: detail.endsWith('~'),
        responseId: name,
        articleId: name,
      });
    });

/** A call of the agent by the clocks of a zone. */
export function callAt(
  number: number,
  [answered, ended, wrapped]: readonly [answered: string | null, ended: string | null, wrapped: string | null],
  zone = 'UTC',
): Call {
  const at = (time: string | null): number | null => (time === null ? null : clock(time, zone));
  return aCall(number, { answeredAt: at(answered), endedAt: at(ended), wrappedAt: at(wrapped) });
}
