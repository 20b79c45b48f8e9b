import type { CallOptions } from '#main/connectors/contract.ts';
import type { Unreadable } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import type { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import { type CustomersAmong, createCustomers } from './customers.ts';
import type { FieldShape } from './map-ticket.ts';
import { allPages } from './pages.ts';
import { DEFAULT_LIFECYCLE, type StatusClass } from './status.ts';
import { customFieldWire, parseMany, queueWire, singleQueueWire, type WireQueue } from './wire.ts';

const KEEP_MS = 10 * 60_000;
export type WireCustomField = z.infer<typeof customFieldWire>;

/** What rarely changes and is needed to read tickets, asked for once and kept for ten minutes. */
export type Known = {
  queues(call: CallOptions): Promise<Result<readonly WireQueue[], Failure>>;
  /** Empty for a user who may not look at the fields themselves. */
  customFields(call: CallOptions): Promise<Result<readonly WireCustomField[], Failure>>;
  shapes(call: CallOptions): Promise<Result<ReadonlyMap<string, FieldShape>, Failure>>;
  /** RT tells no lifecycle: the class of a status is found by a search, once per name. */
  statusClass(
    lifecycle: string,
    status: string,
    startedAt: number,
    call: CallOptions,
  ): Promise<Result<StatusClass, Failure>>;
  /** Names of those in copy on every ticket of a queue; none where that is not told. */
  queueCopies(queueId: string, call: CallOptions): Promise<readonly string[]>;
  readonly customersAmong: CustomersAmong;
  readonly unreadable: () => readonly Unreadable[];
  /** Ask again for queues and fields. */
  readonly forget: () => void;
};

/** In TicketSQL a quote inside a text is escaped by a backslash. */
export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

export function createKnown(client: Client, now: () => number): Known {
  const classes = new Map<string, StatusClass>();
  let unreadable: readonly Unreadable[] = [];
  let queuesKept: { readonly at: number; readonly rows: readonly WireQueue[] } | null = null;
  let fieldsKept: { readonly at: number; readonly rows: readonly WireCustomField[] } | null = null;

  const copiesKept = new Map<string, { readonly at: number; readonly names: readonly string[] }>();

  const queues: Known['queues'] = async (call) => {
    if (queuesKept !== null && now() - queuesKept.at < KEEP_MS) return ok(queuesKept.rows);
    const found = await allPages(
      client,
      'queues/all',
      '',
      { fields: 'Name,Lifecycle,Disabled,CorrespondAddress,CommentAddress' },
      call,
    );
    if (!found.ok) return found;
    const parsed = parseMany(queueWire, found.value, 'group');
    unreadable = parsed.unreadable;
    queuesKept = { at: now(), rows: parsed.good.filter((queue) => queue.Disabled !== '1') };
    return ok(queuesKept.rows);
  };

  const customFields: Known['customFields'] = async (call) => {
    if (fieldsKept !== null && now() - fieldsKept.at < KEEP_MS) return ok(fieldsKept.rows);
    const found = await allPages(
      client,
      'customfields',
      [{ field: 'LookupType', value: 'RT::Queue-RT::Ticket' }],
      { fields: 'Name,Type,MaxValues,Disabled,LookupType' },
      call,
    );
    if (!found.ok) return found.error.code === 'forbidden' ? ok([]) : found;
    const rows = parseMany(customFieldWire, found.value, 'field').good.filter((field) => field.Disabled !== '1');
    fieldsKept = { at: now(), rows };
    return ok(rows);
  };

  return {
    queues,
    customFields,
    customersAmong: createCustomers(client),
    unreadable: () => unreadable,
    forget: () => {
      queuesKept = null;
      fieldsKept = null;
      copiesKept.clear();
    },
    shapes: async (call) => {
      const fields = await customFields(call);
      if (!fields.ok) return fields;
      return ok(
        new Map(fields.value.map((field) => [field.id, { name: field.Name, multiple: field.MaxValues === '0' }])),
      );
    },
    queueCopies: async (queueId, call) => {
      const before = copiesKept.get(queueId);
      if (before !== undefined && now() - before.at < KEEP_MS) return before.names;
      const answer = await client.read(`queue/${encodeURIComponent(queueId)}`, {}, call);
      const told = answer.ok ? singleQueueWire.safeParse(answer.value.body) : null;
      const names = told?.success ? (told.data.Cc ?? []).map((one) => one.id) : [];
      // What a moment's failure left out is asked for again.
      if (told !== null) copiesKept.set(queueId, { at: now(), names });
      return names;
    },
    statusClass: async (lifecycle, status, startedAt, call) => {
      if (lifecycle === 'default' && DEFAULT_LIFECYCLE[status] !== undefined) return ok(DEFAULT_LIFECYCLE[status]);
      const key = `${lifecycle}\n${status}`;
      const kept = classes.get(key);
      if (kept !== undefined) return ok(kept);
      const query = `Lifecycle = ${quoted(lifecycle)} AND Status = ${quoted(status)} AND Status = '__Inactive__'`;
      const found = await client.search('tickets', query, { per_page: '1' }, call);
      if (!found.ok) return found;
      // RT notes when work started as a ticket leaves its initial status.
      const kind = found.value.items.length > 0 ? 'inactive' : startedAt > 0 ? 'active' : 'initial';
      classes.set(key, kind);
      return ok(kind);
    },
  };
}
