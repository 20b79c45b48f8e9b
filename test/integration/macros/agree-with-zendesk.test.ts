import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector, ConnectorPorts } from '#main/connectors/contract.ts';
import { zendesk } from '#main/connectors/zendesk/index.ts';
import { toTicket } from '#main/connectors/zendesk/map-ticket.ts';
import { customStatusSchema, readList, ticketSchema } from '#main/connectors/zendesk/wire.ts';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { htmlToMarkdown } from '#renderer/templates/html-to-markdown.ts';
import { macroJobs } from '#renderer/templates/macro-jobs.ts';
import { createTemplates } from '#renderer/templates/render-template.ts';
import { noRows, type Rows, type Stream } from '#shared/domain/batch.ts';
import { ticketIdOf } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { asHelpdeskMacro } from '#shared/macros/helpdesk-macro.ts';
import type { Macro } from '#shared/macros/macro.ts';
import type { MacroContext, MacroPlan, PlanProblem } from '#shared/macros/plan.ts';
import { planMacro } from '#shared/macros/plan-macro.ts';
import { applyChanges } from '#shared/outbox/overlay.ts';
import { z } from '#shared/schema.ts';
import type { TemplateData } from '#shared/templates/template-data.ts';
import { emptyReplica, follow } from '../../contract/conformance/replica.ts';
import { startDesk, zendeskBench } from '../../contract/zendesk/bench.ts';
import { account, batch, startStore } from '../../unit/renderer/store/fixtures.ts';

const TICKETS = 30;
const commentSchema = z.object({ body: z.string().optional(), html_body: z.string().optional(), public: z.boolean() });
const previewSchema = z.object({
  result: z.object({
    ticket: z.looseObject({
      comment: commentSchema.optional(),
    }),
  }),
});

let desk: PracticeDesk;
beforeAll(async () => {
  desk = await startDesk(80);
  // Some are followed already, by whoever runs the macros or by others.
  const { agent, administrator } = desk.credentials;
  for (const [index, { id, status }] of desk.act.tickets().entries())
    if (status !== 'closed' && status !== 'deleted' && index % 3 > 0)
      desk.act.colleagueChanges(id, { followers: [{ user_email: [agent, administrator][index % 2]?.email }] });
}, 60_000);
afterAll(() => desk.stop());

/** Signed in as an agent, with all that sync would have fetched. */
async function synced() {
  const { config, secrets } = await zendeskBench('agent', 0, desk);
  const ports: ConnectorPorts = {
    fetch: (url, { lane: _lane, ...init }) => fetch(url, init as RequestInit),
    now: desk.now,
    log: () => {},
    file: async () => null,
  };
  const open = (me: Parameters<typeof zendesk.open>[3]): Connector => {
    const opened = zendesk.open(config, secrets, { ...ports, keepSecrets: async () => {} }, me);
    if (!opened.ok) throw new Error(opened.error.join());
    return opened.value.connector;
  };
  const me = await open(null).whoAmI({ signal: new AbortController().signal, lane: 'sync' });
  if (!me.ok) throw new Error(me.error.code);
  const connector = open(me.value);
  const rows: Rows = noRows();
  for (const stream of ['desk', 'tickets'] satisfies readonly Stream[]) {
    const replica = emptyReplica();
    await follow(connector, stream, replica, async (ms) => desk.advance(ms));
    for (const { page } of replica.reads) for (const key of KEPT) (rows[key] as unknown[]).push(...page.rows[key]);
  }
  return { me: me.value, rows };
}
const KEPT = ['tickets', 'people', 'organizations', 'groups', 'macros', 'fields', 'dynamicContent'] as const;

async function ask(path: string): Promise<unknown> {
  const { email, apiToken } = desk.credentials.agent;
  const authorization = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
  return (await fetch(desk.url + path, { headers: { authorization } })).json();
}

/** What can be compared of a ticket: all that a macro may set, tags and followers in any order. */
const told = ({ status, priority, type, subject, assigneeId, groupId, tags, followerIds, fields }: Ticket) => ({
  status,
  priority,
  type,
  subject,
  assigneeId,
  groupId,
  tags: [...tags].sort(),
  followerIds: [...followerIds].sort(),
  fields,
});

/** Zendesk leaves a gap where nothing is known; Holdfast shows what is missing. */
const withGaps = ({ text, unresolved }: NonNullable<MacroPlan['write']>): string =>
  unresolved.reduce((left, placeholder) => left.replaceAll(placeholder, ''), text);

/** The desk's words as the composer has them. What it makes of plain text says so itself. */
const bodyOf = ({ body = '', html_body = '' }: Partial<z.infer<typeof commentSchema>> = {}): string =>
  html_body === '' || html_body.startsWith('<p dir="auto">') ? body : htmlToMarkdown(html_body);

/** What would make a plan do less than it should, and the two agree on the rest. */
const MISSED: readonly PlanProblem['code'][] = [
  'template',
  'unknown-step',
  'field-gone',
  'field-value',
  'status-name-gone',
];

test('every macro of the practice desk does to a ticket what the desk itself says it would', async () => {
  const { me, rows } = await synced();
  const mine = { ...account, connectorId: 'zendesk', me };
  const store = await startStore({ open: false });
  await store.remote.openAccount({ account: mine, entries: [], settledIds: [], delivered: [], drafts: [], marks: [] });
  await store.remote.applyBatch(batch(rows));
  const every = Math.floor(rows.tickets.length / TICKETS);
  const tickets = rows.tickets.filter((_, index) => index % every === 0).slice(0, TICKETS);
  const data = await store.desk.templateData(tickets.map(({ remoteId }) => ticketIdOf(mine.id, remoteId)));
  const listed = z.looseObject({ custom_statuses: z.unknown() }).parse(await ask('/api/v2/custom_statuses'));
  const statuses = readList(customStatusSchema, listed.custom_statuses, 'status', []);
  // What is compared is what comes out, however busy the machine is.
  const templates = createTemplates({ elapsed: () => 0 });

  /** The plan, and what the desk tells of the same. */
  async function compare(macro: Macro, ticket: Ticket, at: TemplateData): Promise<void> {
    const context: MacroContext = {
      accountId: mine.id,
      ticket,
      me,
      myGroupIds: me.groupIds,
      agents: rows.people.filter(({ role }) => role === 'agent'),
      groups: rows.groups,
      fields: rows.fields,
      hasFollowers: true,
      attached: { are: 'here', files: [] },
      writing: null,
      now: desk.now(),
      snoozeWords: { tomorrow: 'tomorrow', weekdays: [] },
    };
    const jobs = await macroJobs(macro, at);
    const plan = planMacro(
      macro,
      context,
      jobs.map((job) => templates.render(job.template, job.data)),
    );
    const path = `/api/v2/tickets/${ticket.remoteId}/macros/${macro.id.split(':')[1]}/apply`;
    const preview = previewSchema.parse(await ask(path)).result.ticket;
    const theirs = toTicket(ticketSchema.parse(preview), {
      origin: desk.url,
      customStatuses: statuses,
      ratingsFromTickets: false,
      user: () => undefined,
    });
    if (!theirs) throw new Error('The desk told of a deleted ticket.');
    const where = `${macro.title} on #${ticket.number}`;
    const { statusName } = plan.changes;
    expect({
      where,
      ticket: told(applyChanges(ticket, plan.changes)),
      statusName,
      public: plan.write?.public,
      text: plan.write ? withGaps(plan.write) : '',
      missed: plan.problems.filter(({ code }) => MISSED.includes(code)),
    }).toEqual({
      where,
      ticket: told(theirs),
      statusName: statusName === undefined ? undefined : theirs.statusName,
      public: preview.comment?.public,
      text: bodyOf(preview.comment),
      missed: [],
    });
  }

  expect(tickets).toHaveLength(TICKETS);
  expect(rows.macros.length).toBeGreaterThan(25);
  expect(rows.dynamicContent.length).toBeGreaterThan(2);
  for (const row of rows.macros)
    await Promise.all(
      tickets.map((ticket, index) => {
        const at = data[index];
        if (!at) throw new Error(`no data of #${ticket.number}`);
        return compare(asHelpdeskMacro(mine.id, row), ticket, at);
      }),
    );
}, 60_000);
