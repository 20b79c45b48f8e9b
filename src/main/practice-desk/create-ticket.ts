import { err, ok, type Result } from '#shared/result.ts';
import { applyInput, commentEvent, customStatusFor } from './check-input.ts';
import { type Desk, FIRST, isAgent, iso } from './desk.ts';
import type { Ticket, User, Via } from './model.ts';
import { record, type WriteOptions, type Written } from './record-change.ts';
import { invalid, type Refusal } from './refusal.ts';
import { htmlToText } from './text-html.ts';
import type { TicketInput } from './ticket-input.ts';
import { createUser } from './write-user.ts';

/**
 * Makes a ticket. The requester is found by email, or becomes a new customer. With `via_followup_source_id` it follows up that closed
 * ticket; for tickets that are not closed the parameter has no effect, as at Zendesk.
 */
export const createTicket = (
  desk: Desk,
  actor: User,
  input: TicketInput,
  options: WriteOptions,
): Result<Written, Refusal> => {
  const { via_followup_source_id: sourceId, ...plain } = input;
  const closed = sourceId === undefined ? undefined : desk.store.get('tickets', sourceId);
  if (closed?.status === 'closed') return followUp(desk, actor, closed, plain, options);
  const commentInput = input.comment ?? (input.description === undefined ? undefined : { body: input.description });
  if (!commentInput) return err(invalid('base', 'Description: cannot be blank', 'BlankValue'));
  let requester = input.requester_id === undefined ? undefined : desk.store.get('users', input.requester_id);
  if (input.requester_id !== undefined && !requester) return err(invalid('requester', 'Requester: is not valid'));
  const email = input.requester?.email?.toLowerCase();
  if (!requester && email !== undefined)
    requester = desk.store.all('users').find((user) => user.email?.toLowerCase() === email);
  if (!requester && input.requester) {
    if (!input.requester.name && email === undefined)
      return err(invalid('requester', 'Requester: Name: is too short (minimum one character)'));
    requester = createUser(desk, { name: input.requester.name ?? email ?? '', email: email ?? null });
  }
  requester ??= actor;
  const words = commentInput.html_body === undefined ? (commentInput.body ?? '') : htmlToText(commentInput.html_body);
  const blank: Ticket = {
    id: desk.store.nextId('tickets', FIRST.tickets),
    subject: input.subject?.trim() || words.split('\n')[0]?.slice(0, 90) || 'No subject',
    description: words,
    status: 'new',
    custom_status_id: customStatusFor(desk, 'new'),
    priority: null,
    type: null,
    requester_id: requester.id,
    submitter_id: actor.id,
    assignee_id: null,
    group_id: desk.store.all('groups')[0]?.id ?? null,
    organization_id: requester.organization_id,
    tags: [],
    custom_fields: desk.store
      .all('ticketFields')
      .flatMap((field) =>
        field.removable
          ? [{ id: field.id, value: field.required ? (field.custom_field_options.at(-1)?.value ?? null) : null }]
          : [],
      ),
    collaborator_ids: [],
    via: options.via,
    rating: null,
    created_at: iso(desk.now()),
    updated_at: iso(desk.now()),
    solved_at: null,
    external_id: null,
    problem_id: null,
    due_at: null,
    change: 0,
    changedAt: 0,
    deletion: null,
  };
  const after = applyInput(desk, blank, { ...input, requester_id: requester.id, subject: blank.subject }, actor);
  if (!after.ok) return after;
  // The comment last: it takes its uploads, which a refusal would lose.
  const comment = commentEvent(
    desk,
    commentInput,
    commentInput.author_id ?? (isAgent(actor) ? actor.id : requester.id),
  );
  if (!comment.ok) return comment;
  return ok(record(desk, actor, null, after.value, comment.value, options));
};

/** Where a follow-up came from, as the API's page on `via` gives it. */
const followUpVia = (via: Via, closed: Ticket): Via => ({
  channel: via.channel,
  source: {
    from: { ticket_id: closed.id, subject: closed.subject, channel: closed.via.channel },
    to: via.source.to,
    rel: 'follow_up',
  },
});

/**
 * A new ticket that takes a closed one up again: its subject, people, group, fields and tags, and `via.source.rel` says so. The
 * closed ticket stays as it was and only learns the number. Tags that are given replace the closed ticket's.
 */
export const followUp = (
  desk: Desk,
  actor: User,
  closed: Ticket,
  input: TicketInput,
  options: WriteOptions,
): Result<Written, Refusal> => {
  const made = createTicket(
    desk,
    actor,
    {
      subject: closed.subject,
      requester_id: closed.requester_id,
      group_id: closed.group_id,
      organization_id: closed.organization_id,
      priority: closed.priority,
      type: closed.type,
      tags: [...closed.tags],
      custom_fields: closed.custom_fields.map(({ id, value }) => ({
        id,
        value: typeof value === 'object' && value !== null ? [...value] : value,
      })),
      collaborator_ids: [...closed.collaborator_ids],
      ...input,
      ...(input.comment ? { comment: { ...input.comment, author_id: input.comment.author_id ?? actor.id } } : {}),
    },
    { ...options, via: followUpVia(options.via, closed) },
  );
  if (made.ok)
    desk.store.put('tickets', { ...closed, followup_ids: [...(closed.followup_ids ?? []), made.value.ticket.id] });
  return made;
};
