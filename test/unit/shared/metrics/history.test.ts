import { expect, it } from 'vitest';
import { ticketEventSchema } from '#shared/domain/conversation.ts';
import { historyOf } from '#shared/metrics/history.ts';
import { pendingStepsOf } from '#shared/metrics/pending-steps.ts';
import type { Step, TicketHistory } from '#shared/metrics/ticket-history.ts';
import { anEntry, replyAction } from '../../../support/outbox-entry.ts';
import { CONTEXT, clock, rowsOf, timeline } from '../../../support/timeline.ts';

const told = ({ steps }: TicketHistory): readonly string[] => steps.map(lineOf);
function lineOf(step: Step): string {
  const at = new Date(step.at).toISOString().slice(11, 16);
  if (step.kind === 'rating') return `${at} rated ${step.score}`;
  if (step.kind === 'sla') return `${at} ${step.metric} ${step.what}`;
  const by = `${at} ${step.by.role} ${step.by.id ?? '-'}`;
  if (step.kind === 'status') return `${by} ${step.from ?? '-'}>${step.to}`;
  if (step.kind === 'assign') return `${by} to ${step.to ?? '-'}`;
  return `${by} ${step.kind}${step.opening ? ' opening' : ''}`;
}
const LINES = `
  2026-03-02 09:00 customer creates for ana
  2026-03-02 09:10 ana sets open
  2026-03-02 09:20 ana replies
  2026-03-02 09:20 ana sets pending
  2026-03-02 09:30 ana assigns ben
  2026-03-02 10:00 system sets solved
  2026-03-02 11:00 customer rates good`;

it('begins with the status and the assignee that the first changes took away, and goes on in order of time', () => {
  expect(told(timeline(LINES))).toEqual([
    '09:00 requester customer ->new',
    '09:00 requester customer to ana',
    '09:00 requester customer reply opening',
    '09:10 agent ana new>open',
    '09:20 agent ana reply',
    '09:20 agent ana open>pending',
    '09:30 agent ana to ben',
    '10:00 system - pending>solved',
    '11:00 rated good',
  ]);
});

it('begins with what the header says where nothing ever changed', () => {
  expect(told(timeline('2026-03-02 09:00 ana creates silently as open for ana'))).toEqual([
    '09:00 agent ana ->open',
    '09:00 agent ana to ana',
  ]);
  expect(timeline('2026-03-02 09:00 system creates').createdBy).toEqual({ role: 'system', id: null });
});

it('catches up with a header that is newer than the conversation', () => {
  const { ticket, messages, events } = rowsOf(LINES);
  const [at, later] = [clock('2026-03-02 12:00', 'UTC'), clock('2026-03-02 13:00', 'UTC')];
  const open = { ...ticket, status: 'open' as const, solvedAt: null, updatedAt: at, assigneeId: 'cyd' };
  expect(told(historyOf(open, messages, events, CONTEXT)).slice(-2)).toEqual([
    '12:00 system - solved>open',
    '12:00 system - to cyd',
  ]);
  const closed = { ...open, status: 'closed' as const, solvedAt: at, updatedAt: later };
  expect(told(historyOf(closed, messages, events, CONTEXT)).slice(-2)).toEqual([
    '12:00 system - solved>closed',
    '13:00 system - to cyd',
  ]);
});

it('is known by the header alone until the conversation is here', () => {
  const { ticket, messages } = rowsOf(LINES);
  const history = historyOf(ticket, messages.slice(1), [], { ...CONTEXT, whole: false });
  expect([history.whole, history.solvedAt]).toEqual([false, clock('2026-03-02 10:00', 'UTC')]);
  expect(told(history)).toEqual([
    '09:00 system - ->new',
    '09:00 system - to ben',
    '09:20 agent ana reply',
    '10:00 system - new>solved',
  ]);
});

it('reads rows of earlier versions, which tell names alone', () => {
  const { ticket, messages, events } = rowsOf(`
    2026-03-02 09:00 customer creates
    2026-03-02 09:05 ana notes
    2026-03-02 09:10 ana assigns ana
    2026-03-02 10:00 ana sets solved`);
  const names: Readonly<Record<string, string>> = { solved: 'resolved', ana: 'Ana' };
  const nameOf = (value: string | null): string | null => (value === null ? null : (names[value] ?? value));
  const old = events.map(({ fromId: _from, toId: _to, ...row }) => ({
    ...row,
    actorName: nameOf(row.actorName) ?? '',
    from: nameOf(row.from),
    to: nameOf(row.to),
  }));
  const parsed = old.map((row) => ticketEventSchema.parse(row));
  const said = messages.map((row) => ({ ...row, authorName: nameOf(row.authorName) ?? '' }));
  const wanted = told(historyOf(ticket, messages, events, CONTEXT));
  expect(told(historyOf(ticket, said, parsed, CONTEXT))).toEqual(wanted);
  // A status that only the helpdesk knows leaves the history untold.
  const strange = parsed.map((row) => (row.kind === 'status' ? { ...row, to: 'shipped' } : row));
  expect(historyOf(ticket, said, strange, CONTEXT).whole).toBe(false);
  // Two people of one name are nobody.
  const shared = said.map((row) => ({ ...row, authorName: 'Ana' }));
  expect(told(historyOf(ticket, shared, parsed, CONTEXT))).toContain('09:10 agent ana to -');
});

it('takes no message for the opening one that came after the ticket, and none from a ticket merged into this one', () => {
  const late = timeline(`
    2026-03-02 09:00 ana creates silently
    2026-03-02 09:01 ana replies`);
  expect(told(late).at(-1)).toBe('09:01 agent ana reply');
  const { ticket, messages, events } = rowsOf('2026-03-02 09:00 customer creates');
  const early = rowsOf('2026-03-02 08:00 customer creates').messages.map((one) => ({ ...one, remoteId: '90' }));
  expect(
    told(historyOf(ticket, [...messages, ...early], events, CONTEXT)).filter((one) => one.includes('reply')),
  ).toEqual(['08:00 requester customer reply', '09:00 requester customer reply opening']);
});

it('knows a ticket that went into another from one that another went into', () => {
  const lines = '2026-03-02 09:00 customer creates';
  const merged = (line: string) => timeline(`${lines}\n2026-03-02 09:10 ana merges ${line}`).merged;
  expect([merged('7'), merged('1')]).toEqual([true, false]);
  expect(timeline(lines, { ticket: { tags: ['closed_by_merge'] } }).merged).toBe(true);
});

it('takes what people outside wrote for neither side', () => {
  const history = timeline(`
    2026-03-02 09:00 customer creates
    2026-03-02 09:10 ana forwards
    2026-03-02 09:20 outsider replies`);
  expect(told(history).slice(2)).toEqual(['09:20 system - reply']);
});

it('shows what waits in the outbox as what it will be, behind all that is known', () => {
  const { ticket, messages, events } = rowsOf('2026-03-02 09:00 customer creates');
  const createdAt = clock('2026-03-02 09:30', 'UTC');
  const changes = { status: 'solved', assigneeId: 'me' } as const;
  const reply = anEntry(1, { action: { ...replyAction('Hello'), changes }, createdAt });
  const held = anEntry(2, { createdAt: clock('2026-03-02 08:00', 'UTC') });
  const pending = [held, reply].map((entry) => pendingStepsOf(entry, 'me'));
  expect(told(historyOf(ticket, messages, events, { ...CONTEXT, pending })).slice(2)).toEqual([
    '09:30 agent me reply',
    '09:30 agent me to me',
    '09:30 agent me new>solved',
    '09:30 agent me reply',
  ]);
  const refused = anEntry(1, {
    state: { name: 'rejected', reason: 'refused', details: [], since: createdAt, mergedIntoRemoteId: null },
  });
  expect(pendingStepsOf(refused, 'me').steps).toEqual([]);
});

it('drops what waits as soon as the helpdesk tells it, by its own id or because it is so', () => {
  const before = rowsOf('2026-03-02 09:00 customer creates');
  const after = rowsOf(`
    2026-03-02 09:00 customer creates
    2026-03-02 09:31 me replies
    2026-03-02 09:31 me sets solved`);
  const createdAt = clock('2026-03-02 09:30', 'UTC');
  const entry = anEntry(1, { action: { ...replyAction('Hello'), changes: { status: 'solved' } }, createdAt });
  const pending = [pendingStepsOf(entry, 'me')];
  const arrived = after.messages.map((one) => (one.authorId === 'me' ? { ...one, clientId: entry.id } : one));
  const once = told(historyOf(after.ticket, arrived, after.events, CONTEXT));
  expect(told(historyOf(after.ticket, arrived, after.events, { ...CONTEXT, pending }))).toEqual(once);
  expect(told(historyOf(before.ticket, before.messages, before.events, { ...CONTEXT, pending }))).not.toEqual(once);
  const update = anEntry(2, { action: { kind: 'update', changes: { status: 'solved', assigneeId: null } }, createdAt });
  const so = historyOf(after.ticket, arrived, after.events, { ...CONTEXT, pending: [pendingStepsOf(update, 'me')] });
  expect(told(so)).toEqual(once);
});
