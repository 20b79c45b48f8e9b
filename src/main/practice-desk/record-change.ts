import { type Desk, FIRST, iso } from './desk.ts';
import { planAfterWrite } from './life/plan-ahead.ts';
import type { AuditEvent, ChangeEvent, CommentEvent, CustomValue, Ticket, User, Via } from './model.ts';
import { noticeActivities } from './notice-activities.ts';

export type Written = { readonly ticket: Ticket; readonly auditId: number; readonly commentId: number | null };

export const apiVia: Via = { channel: 'api', source: { from: {}, to: {}, rel: null } };

const AUDITED = [
  'subject',
  'status',
  'custom_status_id',
  'priority',
  'type',
  'requester_id',
  'assignee_id',
  'group_id',
  'organization_id',
  'tags',
  'external_id',
  'problem_id',
  'due_at',
] as const satisfies readonly (keyof Ticket)[];

const asText = (value: CustomValue): CustomValue => (typeof value === 'number' ? String(value) : value);

/** Change events for what differs. Without `before` they say how the ticket began. */
const changeEvents = (desk: Desk, before: Ticket | null, after: Ticket): readonly ChangeEvent[] => {
  const events: ChangeEvent[] = [];
  const note = (field_name: string, previous: CustomValue, value: CustomValue) => {
    if (JSON.stringify(previous) === JSON.stringify(value)) return;
    const event = { id: desk.store.nextId('events', FIRST.events), field_name, value: asText(value) };
    events.push(before ? { ...event, type: 'Change', previous_value: asText(previous) } : { ...event, type: 'Create' });
  };
  for (const name of AUDITED) note(name, before ? before[name] : null, after[name]);
  for (const field of after.custom_fields)
    note(String(field.id), before?.custom_fields.find((one) => one.id === field.id)?.value ?? null, field.value);
  return events;
};

/**
 * When a ticket counts as changed. `updated_stamp` is compared in seconds, so two changes within one second would pass for
 * one; here the stamp always moves on.
 */
export const stampAfter = (desk: Desk, ticket: Ticket | null): string => {
  const now = Math.floor(desk.now() / 1000) * 1000;
  const before = ticket ? Date.parse(ticket.updated_at) : 0;
  return iso(Math.max(now, before + 1000));
};

export type WriteOptions = {
  readonly via: Via;
  /** What the request gave as `metadata`: kept under `custom` in the audit. */
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly system?: Readonly<Record<string, string>>;
};

const notification = (desk: Desk, ticket: Ticket, comment: CommentEvent | null): readonly AuditEvent[] => {
  if (!comment?.public || comment.author_id === ticket.requester_id) return [];
  return [
    {
      id: desk.store.nextId('events', FIRST.events),
      type: 'Notification',
      subject: `[Fjell & Fathom] Re: ${ticket.subject}`,
      body: 'Your request (#{{ticket.id}}) has been updated. Reply to this email to add a comment.',
      recipients: [ticket.requester_id, ...ticket.collaborator_ids],
    },
  ];
};

/** Stores `after` with the one audit that tells how it differs from `before`, and what follows from it. */
export const record = (
  desk: Desk,
  actor: User,
  before: Ticket | null,
  after: Ticket,
  comment: CommentEvent | null,
  options: WriteOptions,
): Written => {
  const at = desk.now();
  const stored: Ticket = {
    ...after,
    updated_at: stampAfter(desk, before),
    solved_at: after.status === 'solved' && before?.status !== 'solved' ? iso(at) : after.solved_at,
    change: desk.store.nextId('change', 1),
    changedAt: at,
  };
  const auditId = desk.store.nextId('events', FIRST.events);
  desk.store.put('tickets', stored);
  desk.store.put('audits', {
    id: auditId,
    ticket_id: stored.id,
    created_at: iso(at),
    author_id: comment?.author_id ?? actor.id,
    via: options.via,
    metadata: { system: options.system ?? {}, custom: options.custom ?? {} },
    events: [
      ...(comment ? [comment] : []),
      ...changeEvents(desk, before, stored),
      ...notification(desk, stored, comment),
    ],
  });
  noticeActivities(desk, actor, before, stored, comment);
  planAfterWrite(desk, actor, before, stored, comment);
  return { ticket: stored, auditId, commentId: comment?.id ?? null };
};
