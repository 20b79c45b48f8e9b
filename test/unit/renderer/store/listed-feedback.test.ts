import { afterEach, expect, test } from 'vitest';
import type { Feedback } from '#shared/feedback/feedback.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import { account, batch, createFakeMain, NOW, startStore, ticket } from './fixtures.ts';

let stop = (): void => undefined;
afterEach(() => stop());

const ID = '1'.padStart(26, '0');
const said = { what: 'Export is slow', howOften: 'often', severity: 'blocks', quote: '' } as const;
const listed: Feedback = { ...said, id: ID, at: NOW, ticketId: 'desk-1:1', ticketNumber: '1' };
const draft: Draft = {
  accountId: account.id,
  ticketId: 'desk-1:1',
  kind: 'feedback',
  text: said.what,
  cursorAt: 0,
  fields: { ...said, id: ID },
  files: [],
  updatedAt: NOW,
};

/** A store in which feedback stands in the list and in its draft: it was cut off before it became a note. `did` is what main did. */
async function cutOff(lists: readonly boolean[] = []) {
  const did: string[] = [];
  const answers = [...lists];
  const main = createFakeMain({
    changeFeedback: async ({ remove, put }) => {
      const kept = answers.shift() ?? true;
      did.push(`${kept ? 'list' : 'list refused'} +${put.length} -${remove.length}`);
      return kept;
    },
    draftDiscard: async () => {
      did.push('draft discarded');
      return { ok: true, value: null };
    },
  });
  const store = await startStore({ main });
  stop = store.stop;
  await store.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1' })] }));
  await store.desk.saveDraft(draft);
  await store.desk.changeFeedback({ remove: [], put: [listed] });
  did.length = 0;
  const inList = async () => (await store.desk.feedback()).entries.map(({ id }) => id);
  expect(await inList()).toEqual([ID]);
  return { ...store, did, inList };
}

test.each([false, true])(
  'a draft that is thrown away takes out of the list what never became a note',
  async (wordsKept) => {
    const { desk, did, inList } = await cutOff();
    await desk.discardDraft({ accountId: account.id, ticketId: 'desk-1:1', kind: 'feedback', wordsKept });
    expect(await inList()).toEqual([]);
    // Cut off in between, both would be there again but the list.
    expect(did).toEqual(['list +0 -1', 'draft discarded']);
  },
);

test('as long as it cannot be taken out of the list, the journal goes on having the draft', async () => {
  const { desk, did, inList } = await cutOff([true, false]);
  await desk.discardDraft({ accountId: account.id, ticketId: 'desk-1:1', kind: 'feedback' });
  expect(await desk.draft(draft)).toBeNull();
  await expect.poll(() => did).toEqual(['list refused +0 -1', 'list +0 -1', 'draft discarded']);
  expect(await inList()).toEqual([]);
});

test('what became a note stays in the list when the rest of its draft goes', async () => {
  const { desk, did, inList } = await cutOff();
  const accepted = await desk.enqueue({
    accountId: account.id,
    ticketId: 'desk-1:1',
    action: { kind: 'note', words: { markdown: said.what, html: '', files: [] }, changes: {} },
    draft: {
      text: said.what,
      fields: draft.fields,
      from: { ticketId: 'desk-1:1', kind: 'feedback', keepsText: false },
    },
  });
  expect(accepted.ok).toBe(true);
  await desk.discardDraft({ accountId: account.id, ticketId: 'desk-1:1', kind: 'feedback', wordsKept: true });
  expect(await inList()).toEqual([ID]);
  expect(did).toEqual(['draft discarded']);
});

test('drafts of other kinds and feedback that was never listed touch no list', async () => {
  const { desk, did } = await cutOff();
  for (const other of [
    { ...draft, kind: 'reply' },
    { ...draft, fields: {} },
  ] as const) {
    await desk.saveDraft(other);
    await desk.discardDraft(other);
  }
  expect(did).toEqual(['draft discarded', 'draft discarded']);
});
