import { err, ok, type Result } from '#shared/result.ts';
import { type Desk, FIRST, iso } from './desk.ts';
import type { DeskStatus, Ticket, User } from './model.ts';
import { apiVia, stampAfter } from './record-change.ts';
import { invalid, type Refusal } from './refusal.ts';
import { updateTicket } from './update-ticket.ts';

/** Deletes a ticket: gone from every list, shown in the export with status `deleted` and in `deleted_tickets` for 30 days. */
export const deleteTicket = (desk: Desk, actor: User, ticket: Ticket): void => {
  if (ticket.status === 'deleted') return;
  const at = iso(desk.now());
  desk.store.put('tickets', {
    ...ticket,
    status: 'deleted',
    updated_at: stampAfter(desk, ticket),
    change: desk.store.nextId('change', 1),
    changedAt: desk.now(),
    deletion: { by: actor.id, at, previous: ticket.status as DeskStatus },
  });
  desk.store.put('audits', {
    id: desk.store.nextId('events', FIRST.events),
    ticket_id: ticket.id,
    created_at: at,
    author_id: actor.id,
    via: apiVia,
    metadata: { system: {}, custom: {} },
    events: [
      {
        id: desk.store.nextId('events', FIRST.events),
        type: 'Change',
        field_name: 'status',
        value: 'deleted',
        previous_value: ticket.status,
      },
    ],
  });
};

export type MergeWords = {
  readonly targetComment: string | null;
  readonly sourceComment: string | null;
  readonly targetPublic: boolean;
  readonly sourcePublic: boolean;
};

/**
 * Merges `sources` into `target`: a comment on each side, sources closed and tagged `closed_by_merge`. Refused when a source or the
 * target is solved or closed already, or the requesters differ in ways Zendesk does not allow (a ticket into itself).
 */
export const mergeTickets = (
  desk: Desk,
  actor: User,
  sources: readonly Ticket[],
  target: Ticket,
  words: MergeWords,
): Result<Ticket, Refusal> => {
  if (target.status === 'closed' || target.status === 'solved' || target.status === 'deleted')
    return err(invalid('base', 'Target ticket: cannot be merged into, it is solved or closed'));
  if (sources.some((source) => source.id === target.id))
    return err(invalid('base', 'A ticket cannot be merged into itself'));
  if (sources.some((source) => source.status === 'closed' || source.status === 'deleted'))
    return err(invalid('base', 'Source ticket: is closed and cannot be merged'));
  for (const source of sources) {
    const solved = updateTicket(
      desk,
      actor,
      source,
      {
        status: 'solved',
        additional_tags: ['closed_by_merge'],
        comment: {
          body:
            words.sourceComment ?? `This request was closed and merged into request #${target.id} "${target.subject}".`,
          public: words.sourcePublic,
        },
      },
      { via: { ...apiVia, source: { from: {}, to: {}, rel: 'merge' } } },
    );
    if (!solved.ok) return solved;
    const closed = updateTicket(desk, actor, solved.value.ticket, { status: 'closed' }, { via: apiVia });
    if (!closed.ok) return closed;
  }
  const list = sources.map((source) => `#${source.id} "${source.subject}"`).join(', ');
  const written = updateTicket(
    desk,
    actor,
    target,
    {
      comment: {
        body: words.targetComment ?? `Request ${list} was closed and merged into this request.`,
        public: words.targetPublic,
      },
    },
    {
      via: {
        ...apiVia,
        source: { from: { ticket_ids: sources.map((source) => source.id).join(',') }, to: {}, rel: 'merge' },
      },
    },
  );
  return written.ok ? ok(written.value.ticket) : written;
};
