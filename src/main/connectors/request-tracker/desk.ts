import type { CallOptions, Page } from '#main/connectors/contract.ts';
import type { Identity } from '#shared/domain/account.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { Person, TicketField } from '#shared/domain/desk.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { STATUSES, type Status } from '#shared/domain/ticket.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { type Client, nonsense } from './client.ts';
import { isTagField } from './field-values.ts';
import { type Known, quoted, type WireCustomField } from './known.ts';
import { phonesOf, SYSTEM_USER } from './map-person.ts';
import { allPages } from './pages.ts';
import { DEFAULT_LIFECYCLE, guessClass, type StatusClass, statusOf } from './status.ts';
import { customFieldDetailWire, parseMany, USER_FIELDS, userWire } from './wire.ts';

const USER_PARAMS = { fields: `${USER_FIELDS},Lang,Timezone` };
/** Statuses of a lifecycle are found one search each; a lifecycle with more than these is read in part. */
const MOST_STATUSES = 25;
/** Candidates whose rights are asked for in one go of the stream. */
const ASKED_AT_ONCE = 40;
/** As many as RT's own server has workers. */
const AT_A_TIME = 4;

export type StatusName = { readonly name: string; readonly status: Status };

const cursorSchema = z.object({
  v: z.literal(1),
  agents: z.array(z.string()),
  others: z.array(z.string()),
  /** `people`: a page of them was handed on and more are to come; `rest`: queues' own statuses and the fields are left. */
  step: z.enum(['people', 'rest']).nullable().default(null),
});
const linksWire = z.looseObject({ _hyperlinks: z.array(z.looseObject({ ref: z.string().optional() })).optional() });
const sampleWire = z.looseObject({
  Status: z.string(),
  Started: z.string(),
  _hyperlinks: z.array(z.looseObject({ ref: z.string().optional(), to: z.string().optional() })).optional(),
});

/** The stock lifecycle's statuses, as they are until a site's own are found. */
const STOCK: readonly StatusName[] = Object.entries(DEFAULT_LIFECYCLE)
  .map(([name, kind]) => ({ name, status: statusOf(name, kind) }))
  .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));

/** The stream of people, queues and fields. */
export function createDesk(client: Client, known: Known, me: () => Identity | null) {
  const lifecycles = new Map<string, readonly StatusName[]>();

  /** A lifecycle's statuses: those in use, and those that a ticket in use offers to go to. */
  const statusNames = async (lifecycle: string, call: CallOptions): Promise<Result<readonly StatusName[], Failure>> => {
    const kept = lifecycles.get(lifecycle);
    if (kept !== undefined) return ok(kept);
    const classes = new Map<string, StatusClass>();
    const offered = new Set<string>();
    if (lifecycle === 'default') for (const [name, kind] of Object.entries(DEFAULT_LIFECYCLE)) classes.set(name, kind);
    for (const scope of ['__Active__', '__Inactive__'] as const) {
      while (classes.size < MOST_STATUSES) {
        const known_ = [...classes.keys()].map((name) => ` AND Status != ${quoted(name)}`).join('');
        const found = await client.search(
          'tickets',
          `Lifecycle = ${quoted(lifecycle)} AND Status = '${scope}'${known_}`,
          { per_page: '1', fields: 'Status,Started,_hyperlinks' },
          call,
        );
        if (!found.ok) return found;
        const sample = parseMany(sampleWire, found.value.items, 'status').good[0];
        if (sample === undefined || classes.has(sample.Status)) break;
        const started = Date.parse(sample.Started) > 0;
        classes.set(sample.Status, scope === '__Inactive__' ? 'inactive' : started ? 'active' : 'initial');
        for (const link of sample._hyperlinks ?? []) if (link.ref === 'lifecycle' && link.to) offered.add(link.to);
      }
    }
    for (const name of offered) if (name !== 'deleted' && !classes.has(name)) classes.set(name, guessClass(name));
    const names = [...classes]
      .map(([name, kind]) => ({ name, status: statusOf(name, kind) }))
      .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
    lifecycles.set(lifecycle, names);
    return ok(names);
  };

  const namesOfQueue = async (queueId: string, call: CallOptions): Promise<Result<readonly StatusName[], Failure>> => {
    const queues = await known.queues(call);
    if (!queues.ok) return queues;
    const queue = queues.value.find((row) => row.id === queueId);
    return queue === undefined ? ok([]) : statusNames(queue.Lifecycle, call);
  };

  /**
   * Privileged users are those who may own tickets. Only an administrator is told of all at once, so each is asked for
   * once; customers, whom RT names by their address, are not.
   */
  const people = async (cursor: z.infer<typeof cursorSchema>, call: CallOptions) => {
    const domain = me()?.email?.split('@')[1] ?? null;
    const searches = [
      [{ field: 'Name', operator: 'NOT LIKE', value: '%@%' }],
      ...(domain === null ? [] : [[{ field: 'EmailAddress', operator: 'ENDSWITH', value: `@${domain}` }]]),
    ];
    const rows = new Map<string, Person>();
    const unreadable = [];
    for (const query of searches) {
      const found = await allPages(client, 'users', query, USER_PARAMS, call, { sure: true });
      if (!found.ok) {
        if (found.error.code === 'forbidden') continue;
        return found;
      }
      const parsed = parseMany(userWire, found.value, 'person');
      unreadable.push(...parsed.unreadable);
      for (const user of parsed.good) {
        if (user.id === undefined || user.id === SYSTEM_USER || user.Name === 'Nobody') continue;
        rows.set(user.id, {
          remoteId: user.id,
          name: user.RealName === '' ? user.Name : user.RealName,
          email: user.EmailAddress === '' ? null : user.EmailAddress,
          ...phonesOf(user),
          role: 'agent',
          organizationId: null,
          locale: user.Lang === '' ? null : user.Lang.replace('_', '-'),
          timeZone: user.Timezone === '' ? null : user.Timezone,
          active: true,
          groupIds: [],
          notes: null,
        });
      }
    }
    const agents = new Set(cursor.agents);
    const others = new Set(cursor.others);
    const asked = [...rows.keys()].filter((id) => !agents.has(id) && !others.has(id));
    const now = asked.slice(0, ASKED_AT_ONCE);
    for (let start = 0; start < now.length; start += AT_A_TIME) {
      const some = now.slice(start, start + AT_A_TIME);
      const answers = await Promise.all(some.map((id) => client.read(`user/${id}`, {}, call)));
      for (const [index, answer] of answers.entries()) {
        const id = some[index] ?? '';
        if (!answer.ok && answer.error.code !== 'forbidden' && answer.error.code !== 'notFound') return answer;
        const user = answer.ok ? userWire.safeParse(answer.value.body).data : undefined;
        (user?.Privileged === '1' && user.Disabled !== '1' ? agents : others).add(id);
      }
    }
    return ok({
      people: [...rows.values()].filter((person) => agents.has(person.remoteId)),
      cursor: { v: 1 as const, agents: [...agents], others: [...others], step: null },
      more: asked.length > ASKED_AT_ONCE,
      unreadable,
    });
  };

  const fieldRow = async (field: WireCustomField, call: CallOptions): Promise<Result<TicketField, Failure>> => {
    const choices = /^(Select|Autocomplete|Combobox)$/.test(field.Type);
    const detail = choices ? await client.read(`customfield/${field.id}`, {}, call) : null;
    if (detail !== null && !detail.ok && detail.error.code !== 'forbidden' && detail.error.code !== 'notFound')
      return detail;
    const parsed = detail?.ok ? customFieldDetailWire.safeParse(detail.value.body) : null;
    const options = (parsed?.data?.Values ?? []).flatMap((value) => (typeof value === 'string' ? [value] : []));
    const multiple = field.MaxValues === '0';
    return ok({
      remoteId: field.id,
      title: field.Name,
      type: typeOf(field.Type, multiple, options.length > 0),
      options: options.map((value) => ({ value, label: value })),
      required: false,
      editable: !/^(Image|Binary)$/.test(field.Type),
    });
  };

  /** Names first, because the first tickets are shown with them: people, and queues with what is known of their statuses. */
  const names = async (cursor: z.infer<typeof cursorSchema>, call: CallOptions): Promise<Result<Page, Failure>> => {
    if (cursor.step === null) known.forget();
    const [queues, found] = await Promise.all([known.queues(call), people(cursor, call)]);
    if (!queues.ok) return queues;
    if (!found.ok) return found;
    const rows = noRows();
    if (cursor.step === null)
      for (const queue of queues.value) {
        const statuses = lifecycles.get(queue.Lifecycle) ?? (queue.Lifecycle === 'default' ? STOCK : []);
        rows.groups.push({ remoteId: queue.id, name: queue.Name, statusNames: [...statuses] });
      }
    const groupIds = queues.value.map((queue) => queue.id);
    const own = me()?.remoteId ?? null;
    rows.people.push(
      ...found.value.people.map((person) => (person.remoteId === own ? { ...person, groupIds } : person)),
    );
    rows.unreadable.push(...known.unreadable(), ...found.value.unreadable);
    const next = { ...found.value.cursor, step: found.value.more ? 'people' : 'rest' };
    return ok({ rows, cursor: JSON.stringify(next), more: true, remaining: null });
  };

  /** What takes a search per status and a request per field. */
  const rest = async (cursor: z.infer<typeof cursorSchema>, call: CallOptions): Promise<Result<Page, Failure>> => {
    const [queues, fields] = await Promise.all([known.queues(call), known.customFields(call)]);
    if (!queues.ok) return queues;
    if (!fields.ok) return fields;
    lifecycles.clear();
    const rows = noRows();
    for (const queue of queues.value) {
      const found = await statusNames(queue.Lifecycle, call);
      if (!found.ok) return found;
      rows.groups.push({ remoteId: queue.id, name: queue.Name, statusNames: [...found.value] });
    }
    const described = await Promise.all(
      fields.value.filter((field) => !isTagField(field.Name)).map((field) => fieldRow(field, call)),
    );
    for (const row of described) {
      if (!row.ok) return row;
      rows.fields.push(row.value);
    }
    rows.whole.push('groups', 'fields');
    return ok({ rows, cursor: JSON.stringify({ ...cursor, step: null }), more: false, remaining: null });
  };

  const pull = async (text: string | null, call: CallOptions): Promise<Result<Page, Failure>> => {
    const cursor = readDeskCursor(text);
    return cursor.step === 'rest' ? rest(cursor, call) : names(cursor, call);
  };

  const whoAmI = async (key: string | null, call: CallOptions): Promise<Result<Identity, Failure>> => {
    if (key === null || key === '') return err({ code: 'unauthorized', detail: 'no user in the token' });
    const answer = await client.read(`user/${encodeURIComponent(key)}`, {}, call);
    if (!answer.ok) return answer;
    const user = userWire.safeParse(answer.value.body);
    if (!user.success || user.data.id === undefined) return err(nonsense(answer.value.status, 'not a user'));
    const queues = await known.queues(call);
    if (!queues.ok) return queues;
    return ok({
      remoteId: user.data.id,
      name: user.data.RealName === '' ? user.data.Name : user.data.RealName,
      email: user.data.EmailAddress === '' ? null : user.data.EmailAddress,
      administrator: user.data.Name === 'root',
      groupIds: queues.value.map((queue) => queue.id),
    });
  };

  /** The queue for a ticket that names none: the first in which we may make one. */
  const firstQueue = async (call: CallOptions): Promise<Result<string | null, Failure>> => {
    const queues = await known.queues(call);
    if (!queues.ok) return queues;
    for (const queue of queues.value) {
      const answer = await client.read(`queue/${queue.id}`, {}, call);
      if (!answer.ok) return answer;
      const links = linksWire.safeParse(answer.value.body).data?._hyperlinks ?? [];
      if (links.some((link) => link.ref === 'create')) return ok(queue.id);
    }
    return ok(null);
  };

  return { pull, whoAmI, namesOfQueue, firstQueue };
}
export type Desk = ReturnType<typeof createDesk>;

function typeOf(type: string, multiple: boolean, hasOptions: boolean): TicketField['type'] {
  if (hasOptions) return multiple ? 'multiselect' : 'dropdown';
  if (type === 'Text' || type === 'Wikitext' || type === 'HTML') return 'multiline';
  return type === 'Date' || type === 'DateTime' ? 'date' : 'text';
}

function readDeskCursor(text: string | null): z.infer<typeof cursorSchema> {
  const none = { v: 1 as const, agents: [], others: [], step: null };
  if (text === null) return none;
  try {
    return cursorSchema.safeParse(JSON.parse(text)).data ?? none;
  } catch {
    return none;
  }
}
