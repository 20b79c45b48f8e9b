import { expect, test } from 'vitest';
import type { Account } from '#main/connectors/zendesk/account.ts';
import type { Client } from '#main/connectors/zendesk/client.ts';
import { beginMerge, hasMergeEnded } from '#main/connectors/zendesk/merge.ts';
import { changesBody } from '#main/connectors/zendesk/write-body.ts';
import { err, ok } from '#shared/result.ts';

const options = { signal: new AbortController().signal, lane: 'agent' as const };

type Comment = Readonly<Record<string, unknown>>;

/** A Zendesk that answers every request with this job, has these comments on every ticket, and what it was sent. */
function answering(job_status: Readonly<Record<string, unknown>>, comments: readonly Comment[] = []) {
  const sent: unknown[] = [];
  const client = {
    get: async (path: string, schema: { parse(value: unknown): unknown }) =>
      ok(schema.parse(path.includes('/comments') ? { comments } : { job_status: { id: 'j1', ...job_status } })),
    send: async (_method: string, path: string, body: unknown, schema: { parse(value: unknown): unknown }) => {
      sent.push({ path, body });
      return ok(schema.parse({ job_status: { id: 'j1', ...job_status } }));
    },
  } as unknown as Client;
  const facts = { people: async () => ok(new Map([[3, { name: 'Nia New' }]])) } as unknown as Account['facts'];
  return { account: { client, facts }, sent };
}

test('a link with a problem makes an incident of it; without one it stays an incident', () => {
  const problem = { kind: 'problem', remoteId: '33' } as const;
  expect(changesBody({ linksAdded: [problem] }, [])).toEqual({ type: 'incident', problem_id: 33 });
  expect(changesBody({ linksRemoved: [problem] }, [])).toEqual({ problem_id: null });
  expect(changesBody({ linksAdded: [{ kind: 'follow-up', remoteId: '9' }] }, [])).toEqual({});
});

test('followers are put and taken one by one', () => {
  expect(changesBody({ followersAdded: ['7', '8'], followersRemoved: ['9'] }, [])).toEqual({
    followers: [
      { user_id: 7, action: 'put' },
      { user_id: 8, action: 'put' },
      { user_id: 9, action: 'delete' },
    ],
  });
  expect(changesBody({ followersAdded: [] }, [])).toEqual({});
});

const request = { sourceRemoteId: '5', targetRemoteId: '7', tellCustomer: false };

test('notes are internal unless the customer is to be told, by that of the source alone, which names the target', async () => {
  const { account, sent } = answering({ status: 'queued' });
  expect(await beginMerge(account, request, options)).toEqual(ok('j1'));
  await beginMerge(account, { ...request, tellCustomer: true }, options);
  expect(sent).toMatchObject([
    {
      path: '/api/v2/tickets/7/merge',
      body: { ids: [5], source_comment_is_public: false, target_comment_is_public: false },
    },
    { body: { source_comment_is_public: true, target_comment_is_public: false } },
  ]);
  expect(JSON.stringify(sent[0])).toContain('merged into request #7');
});

const said = (words: string, over: Comment = {}): Comment => ({
  author_id: 3,
  body: words,
  public: true,
  created_at: '2026-11-27T09:00:30Z',
  ...over,
});
const noteOnTarget = async (comments: readonly Comment[]): Promise<string> => {
  const { account, sent } = answering({ status: 'queued' }, comments);
  await beginMerge(account, request, options);
  return (sent[0] as { body: { target_comment: string } }).body.target_comment;
};

test('the note on the target repeats what was said in the source, which stays behind there', async () => {
  const later = said('**Leg** came off', {
    author_id: 4,
    plain_body: 'Leg came off',
    public: false,
    created_at: '2026-11-27T09:05:00Z',
  });
  expect(await noteOnTarget([later, said('The chair\nrolls badly')])).toBe(
    [
      'Request #5 was closed and merged into this request. What was said there:',
      'Nia New, 2026-11-27 09:00 UTC:\nThe chair\nrolls badly',
      'User 4, 2026-11-27 09:05 UTC, internal note:\nLeg came off',
    ].join('\n\n'),
  );
});

test('of what is too long for one note the newest is repeated, and how much is not', async () => {
  const note = await noteOnTarget([said(`first ${'a'.repeat(40_000)}`), said(`second ${'b'.repeat(40_000)}`)]);
  expect(note).toContain('(1 more in that request.)');
  expect(note).toContain('second');
  expect(note).not.toContain('first');
  expect(note.length).toBeLessThan(65_536);
});

test.each([
  ['is waited for', { status: 'working', results: null }, ok(false)],
  ['is done', { status: 'completed', results: [{ id: 7, success: true }] }, ok(true)],
  [
    'was refused',
    { status: 'completed', results: [{ success: false, error: 'TicketClosed', details: 'It is closed' }] },
    ['It is closed'],
  ],
  ['failed', { status: 'failed', message: 'No luck', results: null }, ['No luck']],
])('a job that %s says so', async (_, job, wanted) => {
  const ended = await hasMergeEnded(answering(job).account.client, 'j1', options);
  expect(ended).toEqual(
    Array.isArray(wanted) ? err({ code: 'rejected', reasons: wanted, detail: 'merge job' }) : wanted,
  );
});
