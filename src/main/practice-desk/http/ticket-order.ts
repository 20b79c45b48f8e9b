import type { Ticket } from '../model.ts';

export const SORT_KEYS: Readonly<Record<string, (ticket: Ticket) => string | number>> = {
  id: (ticket) => ticket.id,
  created_at: (ticket) => ticket.created_at,
  updated_at: (ticket) => ticket.updated_at,
  status: (ticket) => ['new', 'open', 'pending', 'hold', 'solved', 'closed'].indexOf(ticket.status),
  priority: (ticket) => ['low', 'normal', 'high', 'urgent'].indexOf(ticket.priority ?? ''),
  subject: (ticket) => ticket.subject,
};

/** `sort=-updated_at` of cursor paging, `sort_by` and `sort_order` of offset paging. */
export const ticketOrder = (query: URLSearchParams, fallback = 'id') => {
  const sort = query.get('sort') ?? '';
  const name = (sort.replace(/^-/, '') || query.get('sort_by')) ?? fallback;
  const descending = sort.startsWith('-') || (sort === '' && query.get('sort_order') === 'desc');
  return { key: SORT_KEYS[name] ?? ((ticket: Ticket) => ticket.id), descending };
};
