import { expect, test } from 'vitest';
import type { Client } from '#main/connectors/zendesk/client.ts';
import { beginMerge, hasMergeEnded } from '#main/connectors/zendesk/merge.ts';
import { changesBody } from '#main/connectors/zendesk/write-body.ts';
import { err, ok } from '#shared/result.ts';

const options = { signal: new AbortController().signal, lane: 'agent' as const };

/** A Zendesk that answers every request with this job, and what it was sent. */
function answering(job_status: Readonly<Record<string, unknown>>) {
  const sent: unknown[] = [];
  const client = {
    get: async (_path: string, schema: { parse(value: unknown): unknown }) =>
      ok(schema.parse({ job_status: { id: 'j1', ...job_status } })),
    send: async (_method: string, path: string, body: unknown, schema: { parse(value: unknown): unknown }) => {
      sent.push({ path, body });
      return ok(schema.parse({ job_status: { id: 'j1', ...job_status } }));
    },
  } as unknown as Client;
  return { client, sent };
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

test('both notes are internal unless the customer is to be told, and the source names the target', async () => {
  const { client, sent } = answering({ status: 'queued' });
  const request = { sourceRemoteId: '5', targetRemoteId: '7', tellCustomer: false };
  expect(await beginMerge(client, request, options)).toEqual(ok('j1'));
  await beginMerge(client, { ...request, tellCustomer: true }, options);
  expect(sent).toMatchObject([
    {
      path: '/api/v2/tickets/7/merge',
      body: { ids: [5], source_comment_is_public: false, target_comment_is_public: false },
    },
    { body: { source_comment_is_public: true, target_comment_is_public: true } },
  ]);
  expect(JSON.stringify(sent[0])).toContain('merged into request #7');
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
  const ended = await hasMergeEnded(answering(job).client, 'j1', options);
  expect(ended).toEqual(
    Array.isArray(wanted) ? err({ code: 'rejected', reasons: wanted, detail: 'merge job' }) : wanted,
  );
});
