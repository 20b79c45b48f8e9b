import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Connector, ConnectorPorts, SignIn } from '#main/connectors/contract.ts';
import { zendesk } from '#main/connectors/zendesk/index.ts';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import type { Identity } from '#shared/domain/account.ts';
import { ok } from '#shared/result.ts';
import { entryOf, forward } from './conformance/entries.ts';
import { emptyReplica, follow, type Replica } from './conformance/replica.ts';
import { describeConnector } from './conformance.ts';
import { type As, startDesk, zendeskBench } from './zendesk/bench.ts';

describeConnector('Zendesk as an agent, on the practice desk', () => zendeskBench('agent', 400), ['hideTicket']);
describeConnector('Zendesk as an administrator, on the practice desk', () => zendeskBench('administrator', 400), [
  'hideTicket',
]);

const options = { signal: new AbortController().signal, lane: 'sync' as const };

/** Ports as the product gives them, with nothing between the connector and the network. */
const portsOf = (desk: PracticeDesk): ConnectorPorts => ({
  fetch: (url, { lane: _lane, ...init }) => fetch(url, init as RequestInit),
  now: desk.now,
  log: () => {},
  file: async () => null,
});

describe('Zendesk in both modes', () => {
  let desk: PracticeDesk;
  beforeAll(async () => {
    desk = await startDesk(400);
  }, 60_000);
  afterAll(() => desk.stop());

  async function openAs(as: As): Promise<Connector> {
    const { config, secrets } = await zendeskBench(as, 0, desk);
    const ports = { ...portsOf(desk), keepSecrets: async () => {} };
    const first = zendesk.open(config, secrets, ports, null);
    if (!first.ok) throw new Error(first.error.join());
    const me = await first.value.connector.whoAmI(options);
    if (!me.ok) throw new Error(JSON.stringify(me.error));
    const opened = zendesk.open(config, secrets, ports, me.value);
    if (!opened.ok) throw new Error(opened.error.join());
    return opened.value.connector;
  }
  const advance = async (ms: number) => desk.advance(ms);
  const filled = async (connector: Connector): Promise<Replica> => {
    const replica = emptyReplica();
    await follow(connector, 'tickets', replica, advance);
    return replica;
  };
  const sorted = (replica: Replica) =>
    [...replica.tickets.values()].sort((a, b) => Number(a.remoteId) - Number(b.remoteId));

  test('agent and administrator end with the same tickets, after a fill and after changes', async () => {
    const [agent, administrator] = [await openAs('agent'), await openAs('administrator')];
    const [one, other] = [await filled(agent), await filled(administrator)];
    const merged = desk.act.tickets().filter((ticket) => ticket.tags.includes('closed_by_merge')).length;
    expect(sorted(one).length).toBe(desk.act.tickets().filter((ticket) => ticket.status !== 'deleted').length - merged);
    expect(sorted(one)).toEqual(sorted(other));

    const open = desk.act.tickets().filter((ticket) => ticket.status === 'open');
    const [first, second, third, fourth] = open.map((ticket) => ticket.id);
    if (!first || !second || !third || !fourth) throw new Error('too few open tickets');
    desk.act.customerReplies(first, 'Hello again');
    desk.act.deleteTicket(second);
    desk.act.mergeTickets([third], fourth);
    desk.act.createTicket({ subject: 'Brand new', text: 'Just now' });
    for (let poll = 0; poll < 8; poll += 1) {
      desk.advance(30_000);
      await follow(agent, 'tickets', one, advance);
      await follow(administrator, 'tickets', other, advance);
    }
    expect(sorted(one)).toEqual(sorted(other));
    const gone = (replica: Replica) => [second, third].map((id) => replica.removals.get(String(id)));
    expect(gone(one)).toEqual([
      { remoteId: String(second), reason: 'deleted', mergedIntoRemoteId: null },
      { remoteId: String(third), reason: 'merged', mergedIntoRemoteId: String(fourth) },
    ]);
    expect(gone(other)).toEqual(gone(one));
  }, 60_000);

  test('dynamic content comes in its languages to whom it is shown, and to others it is not there', async () => {
    const contentFor = async (as: As) => {
      const page = await (await openAs(as)).pull('desk', null, options);
      if (!page.ok) throw new Error(JSON.stringify(page.error));
      expect(page.value.rows.whole).toContain('dynamicContent');
      return page.value.rows.dynamicContent;
    };
    const shown = await contentFor('agent');
    const greeting = shown.find(({ name }) => name === 'greeting');
    expect(greeting?.variants[0]).toEqual({ locale: 'en-US', content: 'Hello {{ticket.requester.first_name}},' });
    expect(greeting?.variants.map(({ locale }) => locale)).toContain('uk');
    expect(await contentFor('administrator')).toEqual(shown);
    expect(await contentFor('restricted agent')).toEqual([]);
  });

  test('a macro that says that it has files hands them out byte for byte; one that is not there is no macro without', async () => {
    const connector = await openAs('agent');
    const page = await connector.pull('desk', null, options);
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    const [withFiles, ...others] = page.value.rows.macros.filter(({ attachments }) => attachments !== 'none');
    expect([withFiles?.title, withFiles?.attachments, others]).toEqual(['Returns::Slip to print', 'some', []]);
    const files = await connector.macroFiles(withFiles?.remoteId ?? '', options);
    if (!files.ok) throw new Error(JSON.stringify(files.error));
    expect(files.value.map(({ name, mimeType }) => [name, mimeType])).toEqual([['return-slip.txt', 'text/plain']]);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(files.value[0]?.bytes);
    expect(text.startsWith('FJELL & FATHOM · RETURN SLIP\n')).toBe(true);
    const plain = page.value.rows.macros.find(({ attachments }) => attachments === 'none');
    expect(await connector.macroFiles(plain?.remoteId ?? '', options)).toEqual(ok([]));
    expect(await connector.macroFiles('999', options)).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });

  test('a restricted agent sees the own tickets only, and loses one that leaves the group', async () => {
    const connector = await openAs('restricted agent');
    const { driver } = await zendeskBench('restricted agent', 0, desk);
    const ticket = await driver.createTicket({ subject: 'For billing', body: 'My invoice, please.', mine: false });
    const replica = await filled(connector);
    expect(replica.tickets.has(ticket)).toBe(true);
    expect([...replica.tickets.keys()].sort()).toEqual([...(await driver.everyTicket())].sort());
    await driver.hideTicket?.(ticket);
    for (let poll = 0; poll < 8 && replica.tickets.has(ticket); poll += 1) {
      desk.advance(30_000);
      await follow(connector, 'tickets', replica, advance);
    }
    expect(replica.tickets.has(ticket)).toBe(false);
    expect((await connector.conversation(ticket, options)).ok).toBe(true);
  }, 60_000);

  test('a code that the helpdesk does not take is a refused sign-in, not a wrong password', async () => {
    const config = { url: desk.url, method: 'oauth', clientId: desk.credentials.oauth.clientId };
    const signIn: SignIn = async () =>
      ok({ code: 'made-up', redirectUri: 'http://127.0.0.1:4999/return', verifier: 'x'.repeat(43) });
    const authorized = await zendesk.authorize(config, {}, { ...portsOf(desk), signIn });
    expect(authorized).toMatchObject({
      ok: false,
      error: { code: 'rejected', reasons: [{ code: 'sign-in-refused' }] },
    });
  });

  test('signs in by OAuth with PKCE, and renews once for everybody who waits', async () => {
    const config = { url: desk.url, method: 'oauth', clientId: desk.credentials.oauth.clientId };
    const signIn: SignIn = async ({ authorizeUrl }) => {
      const redirectUri = 'http://127.0.0.1:4999/return';
      const verifier = 'a-verifier-that-is-long-enough-for-everyone-0123456789';
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const asked = new URL(authorizeUrl(redirectUri, 'state-1', challenge));
      const answer = await fetch(`${desk.url}/oauth/authorizations?${asked.searchParams}`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ user: String(desk.credentials.agent.userId) }),
      });
      const back = new URL(answer.headers.get('location') ?? '');
      expect(back.searchParams.get('state')).toBe('state-1');
      return ok({ code: back.searchParams.get('code') ?? '', redirectUri, verifier });
    };
    const authorized = await zendesk.authorize(config, {}, { ...portsOf(desk), signIn });
    if (!authorized.ok) throw new Error(JSON.stringify(authorized.error));
    let kept = authorized.value;
    let keeps = 0;
    const opened = zendesk.open(
      config,
      { ...kept, accessToken: 'revoked', expiresAt: '' },
      {
        ...portsOf(desk),
        keepSecrets: async (secrets) => {
          keeps += 1;
          kept = secrets;
        },
      },
      null,
    );
    if (!opened.ok) throw new Error(opened.error.join());
    const both = await Promise.all([opened.value.connector.whoAmI(options), opened.value.connector.whoAmI(options)]);
    expect(both.map((each) => each.ok && each.value.remoteId)).toEqual([
      String(desk.credentials.agent.userId),
      String(desk.credentials.agent.userId),
    ]);
    expect(keeps).toBe(1);
    expect(kept['refreshToken']).not.toBe(authorized.value['refreshToken']);
  });

  test('a token that is none is said to be so', async () => {
    const config = { url: desk.url, method: 'apiToken', email: desk.credentials.agent.email };
    const opened = zendesk.open(config, { apiToken: 'wrong' }, { ...portsOf(desk), keepSecrets: async () => {} }, null);
    const answer = opened.ok ? await opened.value.connector.whoAmI(options) : null;
    expect(answer?.ok === false && answer.error.code).toBe('unauthorized');
  });
});

describe('Zendesk’s side conversations', () => {
  const agentOptions = { ...options, lane: 'agent' as const };

  async function openOn(desk: PracticeDesk) {
    const { config, secrets, driver } = await zendeskBench('agent', 0, desk);
    const asked: string[] = [];
    const ports = portsOf(desk);
    const watched: ConnectorPorts = {
      ...ports,
      fetch: (url, request) => {
        asked.push(new URL(url).pathname);
        return ports.fetch(url, request);
      },
    };
    const open = (me: Identity | null): Connector => {
      const opened = zendesk.open(config, secrets, { ...watched, keepSecrets: async () => {} }, me);
      if (!opened.ok) throw new Error(opened.error.join());
      return opened.value.connector;
    };
    const me = await open(null).whoAmI(agentOptions);
    if (!me.ok) throw new Error(JSON.stringify(me.error));
    const ticket = await driver.createTicket({ subject: 'A lost parcel', body: 'Where is it?', mine: true });
    return { me: me.value, open, ticket, asked };
  }
  const look = (ticket: string, now: number) => entryOf(ticket, forward('Please look', ['post@carrier.example']), now);

  test('what people outside answer stands in the conversation that the agent opens, and not in the ticket', async () => {
    const desk = await startDesk(20);
    onTestFinished(() => desk.stop());
    const { me, open, ticket } = await openOn(desk);
    expect(me.forwards).toBe(true);
    const connector = open(me);
    await connector.push(look(ticket, desk.now()), null, agentOptions);
    desk.act.outsideAnswers(Number(ticket), 'post@carrier.example', 'It is in Oslo.');
    const read = await connector.conversation(ticket, agentOptions);
    const beside = read.ok ? read.value.messages.filter(({ kind }) => kind === 'forward') : [];
    expect(beside).toMatchObject([
      { authorRole: 'agent', to: ['post@carrier.example'] },
      { authorRole: 'outside', authorName: 'post@carrier.example', authorId: null, clientId: null },
    ]);
    // What is read ahead costs no request for it.
    const ahead = await connector.conversation(ticket, { ...agentOptions, lane: 'sync' });
    expect(ahead.ok && ahead.value.messages.filter(({ kind }) => kind === 'forward')).toEqual([]);
  }, 60_000);

  test('an account without them is known by its settings, is not asked for them, and refuses a forward in words', async () => {
    const desk = await startDesk(20, { sideConversations: false });
    onTestFinished(() => desk.stop());
    const { me, open, ticket, asked } = await openOn(desk);
    expect(me.forwards).toBe(false);
    const connector = open(me);
    expect((await connector.conversation(ticket, agentOptions)).ok).toBe(true);
    expect(asked.filter((path) => path.includes('side_conversations'))).toEqual([]);
    const entry = look(ticket, desk.now());
    expect(await connector.push(entry, null, agentOptions)).toMatchObject({
      error: { code: 'rejected', reasons: [{ code: 'no-forwarding' }, expect.stringContaining('do not have access')] },
    });
    // Where the settings could not be read the first answer tells, and the conversation comes all the same.
    const { forwards: _, ...unknown } = me;
    const other = open(unknown);
    for (const _time of [1, 2]) expect((await other.conversation(ticket, agentOptions)).ok).toBe(true);
    expect(asked.filter((path) => path.endsWith('/side_conversations'))).toHaveLength(2);
  }, 60_000);
});
