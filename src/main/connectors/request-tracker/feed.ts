import type { CallOptions, Page } from '#main/connectors/contract.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import { readCursor, type TicketCursor } from './cursor.ts';
import type { Known } from './known.ts';
import { PAGE } from './pages.ts';
import { TICKET_PARAMS, type TicketReader } from './read-tickets.ts';
import { parseMany, ticketWire } from './wire.ts';

/** Ids that are read again each time: a transaction may be committed after one with a higher id. */
const REREAD = 200;
/** Tickets whose conversations come in one page. */
const TALK_PAGE = 40;
/** Changed tickets that one page may name. */
const CHANGED_PAGE = 60;
/** How long a first fill goes on before it looks for changes. */
const LOOK_EVERY_MS = 15_000;
/** How long late and hidden transactions, and tickets gone without a trace, may go unnoticed on a quiet desk. */
const COMB_EVERY_MS = 30_000;
const NEWEST = Number.MAX_SAFE_INTEGER;
const MINE = "Owner = '__CurrentUser__' AND Status = '__Active__'";
const NOT_MINE = "(Owner != '__CurrentUser__' OR Status = '__Inactive__')";
/** The very first page is small: an agent waits for it. */
const FIRST_PAGE = 25;

const namedWire = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(Number),
  ObjectId: z.union([z.string(), z.number()]).transform(String),
});
type Named = z.infer<typeof namedWire>;
const idWire = z.looseObject({ id: z.union([z.string(), z.number()]).transform(Number) });

/** The stream of tickets: a first fill, newest and own first, then what changed. */
export function createFeed(client: Client, reader: TicketReader, known: Known, now: () => number) {
  const transactions = async (
    query: string,
    order: 'ASC' | 'DESC',
    call: CallOptions,
  ): Promise<Result<Named[], Failure>> => {
    const found = await client.search(
      'transactions',
      `ObjectType = 'RT::Ticket' AND ${query}`,
      { orderby: 'id', order, per_page: String(PAGE), fields: 'ObjectId' },
      call,
    );
    return found.ok ? ok([...parseMany(namedWire, found.value.items, 'transaction').good]) : found;
  };

  /**
   * The newest transactions that we may see, newest first. The newest hundred of all may belong to others; then the ticket that
   * was changed last tells by its ETag how high to look.
   */
  const newest = async (above: number, call: CallOptions): Promise<Result<{ top: number; rows: Named[] }, Failure>> => {
    const rows = await transactions(`id > ${above}`, 'DESC', call);
    if (!rows.ok) return rows;
    const first = rows.value[0];
    if (first !== undefined) return ok({ top: first.id, rows: rows.value });
    const latest = await client.search(
      'tickets',
      'id > 0',
      { orderby: 'LastUpdated', order: 'DESC', per_page: '1' },
      call,
    );
    if (!latest.ok) return latest;
    const ticket = parseMany(idWire, latest.value.items, 'ticket').good[0];
    if (ticket === undefined) return ok({ top: above, rows: [] });
    const answer = await client.read(`ticket/${ticket.id}`, {}, call);
    if (!answer.ok)
      return answer.error.code === 'notFound' || answer.error.code === 'forbidden'
        ? ok({ top: above, rows: [] })
        : answer;
    return ok({ top: Math.max(above, Number(answer.value.version ?? 0)), rows: [] });
  };

  const begin = async (call: CallOptions): Promise<Result<TicketCursor, Failure>> => {
    // The highest transaction before any ticket is read, so that what changes meanwhile is named later.
    const [top, queues] = await Promise.all([newest(0, call), known.queues(call), known.shapes(call)]);
    if (!top.ok) return top;
    if (!queues.ok) return queues;
    return ok({
      v: 1,
      at: top.value.top,
      seen: top.value.rows.map((row) => row.id).filter((id) => id > top.value.top - REREAD),
      lookedAt: now(),
      combedAt: 0,
      fill: { step: 'mine', below: NEWEST, left: null },
      sweep: 0,
      high: 0,
      queues: queues.value.map((queue) => queue.id),
    });
  };

  const fillPage = async (
    cursor: TicketCursor,
    fill: NonNullable<TicketCursor['fill']>,
    call: CallOptions,
  ): Promise<Result<{ rows: Rows; cursor: TicketCursor }, Failure>> => {
    const mine = fill.step === 'mine' || fill.step === 'my-talk';
    const headers = fill.step === 'mine' || fill.step === 'rest';
    const size = headers ? (fill.below === NEWEST ? FIRST_PAGE : PAGE) : TALK_PAGE;
    const found = await client.search(
      'tickets',
      `${mine ? MINE : NOT_MINE} AND id < ${fill.below}`,
      { ...(headers ? TICKET_PARAMS : {}), orderby: 'id', order: 'DESC', per_page: String(size) },
      call,
    );
    if (!found.ok) return found;
    const ids = parseMany(idWire, found.value.items, 'ticket').good.map((row) => row.id);
    const parsed = headers ? parseMany(ticketWire, found.value.items, 'ticket') : { good: [], unreadable: [] };
    const read = headers ? await reader.headers(parsed.good, call) : await reader.whole(ids.map(String), call);
    if (!read.ok) return read;
    read.value.unreadable.push(...parsed.unreadable);
    const last = ids.at(-1);
    const left = found.value.total === null ? null : Math.max(0, found.value.total - ids.length);
    const goesOn = last !== undefined && (left === null ? ids.length > 0 : left > 0);
    return ok({
      rows: read.value,
      cursor: { ...cursor, fill: goesOn ? { ...fill, below: last, left } : afterStep(fill.step) },
    });
  };

  /** Tickets named by transactions since the cursor, oldest first, as many as fit into a page. */
  const changes = async (
    cursor: TicketCursor,
    call: CallOptions,
  ): Promise<Result<{ rows: Rows; cursor: TicketCursor; more: boolean }, Failure>> => {
    const from = Math.max(0, cursor.at - REREAD);
    const top = await newest(from, call);
    if (!top.ok) return top;
    // Ids at or above the lowest of that page are all in it; below, windows of a hundred ids cannot hide any behind rights.
    const covered = top.value.rows.at(-1)?.id ?? top.value.top + 1;
    const seen = new Set(cursor.seen);
    const found: Named[] = [];
    const named = new Set<string>();
    let reached = from;
    const take = (rows: readonly Named[]) => {
      for (const row of rows) {
        found.push(row);
        if (!seen.has(row.id)) named.add(row.ObjectId);
      }
    };
    while (reached < covered - 1 && named.size < CHANGED_PAGE) {
      const until = Math.min(reached + PAGE, covered - 1);
      const window = await transactions(`id > ${reached} AND id <= ${until}`, 'ASC', call);
      if (!window.ok) return window;
      take(window.value);
      reached = until;
    }
    const complete = reached >= covered - 1;
    if (complete) {
      take(top.value.rows.toReversed());
      reached = Math.max(reached, top.value.top);
    }
    const read = await wholeInBatches([...named], call);
    if (!read.ok) return read;
    const at = Math.max(cursor.at, reached);
    return ok({
      rows: read.value,
      cursor: { ...cursor, at, seen: found.map((row) => row.id).filter((id) => id > at - REREAD), lookedAt: now() },
      more: !complete,
    });
  };

  const wholeInBatches = async (ids: readonly string[], call: CallOptions): Promise<Result<Rows, Failure>> => {
    const rows = noRows();
    for (let start = 0; start < ids.length; start += TALK_PAGE) {
      const read = await reader.whole(ids.slice(start, start + TALK_PAGE), call);
      if (!read.ok) return read;
      append(rows, read.value);
    }
    return ok(rows);
  };

  /**
   * A ticket that moved where we may not look takes its transactions with it. So each look for changes also lists the
   * next hundred visible ids, and names what is missing between them. Naming what was never here does no harm.
   */
  const sweep = async (
    cursor: TicketCursor,
    call: CallOptions,
  ): Promise<Result<{ rows: Rows; cursor: TicketCursor }, Failure>> => {
    const found = await client.search(
      'tickets',
      `id > ${cursor.sweep}`,
      { orderby: 'id', order: 'ASC', per_page: String(PAGE) },
      call,
    );
    if (!found.ok) return found;
    const visible = parseMany(idWire, found.value.items, 'ticket').good.map((row) => row.id);
    const rows = noRows();
    const there = new Set(visible);
    const last = visible.at(-1) ?? cursor.sweep;
    const end = visible.length < PAGE ? Math.max(last, cursor.high) : last;
    let reached = cursor.sweep;
    while (reached < end && rows.removals.length < PAGE) {
      reached++;
      if (!there.has(reached))
        rows.removals.push({ remoteId: String(reached), reason: 'invisible', mergedIntoRemoteId: null });
    }
    const round = visible.length < PAGE && reached >= end;
    if (!round) return ok({ rows, cursor: { ...cursor, sweep: reached } });
    const queues = await known.queues(call);
    if (!queues.ok) return queues;
    const ids = queues.value.map((queue) => queue.id);
    const gained = ids.some((id) => !cursor.queues.includes(id));
    return ok({
      rows,
      cursor: {
        ...cursor,
        sweep: 0,
        queues: ids,
        fill: gained ? { step: 'rest', below: NEWEST, left: null } : cursor.fill,
      },
    });
  };

  return async (text: string | null, call: CallOptions): Promise<Result<Page, Failure>> => {
    const begun = readCursor(text);
    const started = begun === null ? await begin(call) : ok(begun);
    if (!started.ok) return started;
    let cursor = started.value;
    const rows = noRows();
    let more = false;
    if (cursor.fill !== null) {
      const filled = await fillPage(cursor, cursor.fill, call);
      if (!filled.ok) return filled;
      append(rows, filled.value.rows);
      cursor = filled.value.cursor;
      more = true;
    }
    if (cursor.fill === null && begun !== null && now() - cursor.combedAt < COMB_EVERY_MS) {
      const anything = await transactions(`id > ${cursor.at}`, 'DESC', call);
      if (!anything.ok) return anything;
      if (anything.value.length === 0)
        return ok({ rows, cursor: JSON.stringify({ ...cursor, lookedAt: now() }), more: false, remaining: 0 });
    }
    if (begun !== null && (cursor.fill === null || now() - cursor.lookedAt > LOOK_EVERY_MS)) {
      const changed = await changes(cursor, call);
      if (!changed.ok) return changed;
      append(rows, changed.value.rows);
      cursor = changed.value.cursor;
      more = changed.value.more || cursor.fill !== null;
      if (!more) {
        const swept = await sweep(cursor, call);
        if (!swept.ok) return swept;
        append(rows, swept.value.rows);
        cursor = { ...swept.value.cursor, combedAt: now() };
        more = cursor.fill !== null;
      }
    }
    cursor = {
      ...cursor,
      high: rows.tickets.reduce((high, ticket) => Math.max(high, Number(ticket.remoteId)), cursor.high),
    };
    return ok({ rows, cursor: JSON.stringify(cursor), more, remaining: cursor.fill === null ? 0 : cursor.fill.left });
  };
}

const STEPS = ['mine', 'rest', 'my-talk', 'talk'] as const;
function afterStep(step: (typeof STEPS)[number]): TicketCursor['fill'] {
  const next = STEPS[STEPS.indexOf(step) + 1];
  return next === undefined ? null : { step: next, below: NEWEST, left: null };
}

/** Later rows follow earlier ones, so that the newer reading of a ticket wins. */
function append(rows: Rows, more: Rows): void {
  rows.tickets.push(...more.tickets);
  rows.messages.push(...more.messages);
  rows.events.push(...more.events);
  rows.conversations.push(...more.conversations);
  rows.people.push(...more.people);
  rows.removals.push(...more.removals);
  rows.unreadable.push(...more.unreadable);
}
