import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noRows } from '#shared/domain/batch.ts';
import type { OriginalFile } from '#shared/outbox/action.ts';
import { forwardAction } from '../../../support/outbox-entry.ts';
import { account, batch, createFakeMain, MINUTE, message, NOW, startStore, ticket } from './fixtures.ts';

const recent = { viewId: 'own:recent', sort: null, offset: 0, limit: 50 } as const;
const label: OriginalFile = {
  remoteId: 'f1',
  name: 'label.pdf',
  mimeType: 'application/pdf',
  size: 3,
  ticketRemoteId: '1',
};
const own = { name: 'own.txt', mimeType: 'text/plain', size: 1, sha256: 'b'.repeat(64) };

describe('what is forwarded, in the store', () => {
  let one: Awaited<ReturnType<typeof startStore>>;
  beforeEach(async () => {
    one = await startStore({
      main: createFakeMain({
        keepOriginal: async ({ file }) =>
          file.remoteId === 'f1' ? { name: file.name, mimeType: file.mimeType, size: 3, sha256: 'a'.repeat(64) } : null,
      }),
    });
    await one.remote.applyBatch(
      batch({
        tickets: [ticket({ remoteId: '1' })],
        messages: [
          message({ remoteId: 'm1', ticketRemoteId: '1', createdAt: NOW - 9 * MINUTE }),
          message({
            remoteId: 'm2',
            ticketRemoteId: '1',
            kind: 'note',
            authorId: 'me',
            authorRole: 'agent',
            createdAt: NOW - 8 * MINUTE,
            body: { format: 'text', content: 'Careful: she has sent back the last three tents without poles.' },
          }),
        ],
      }),
    );
  });
  afterEach(() => one.stop());

  const messages = async () =>
    (await one.desk.conversation('desk-1:1')).items.flatMap((item) => (item.type === 'message' ? item.message : []));
  const send = async () => {
    const words = { markdown: 'Look', html: '<p>Look</p>', files: [own] };
    const action = forwardAction('Look', { words, originals: [label] });
    const accepted = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action });
    const entry = accepted.ok ? one.main.entries.get(accepted.value.entryId) : undefined;
    if (!entry) throw new Error('not accepted');
    return entry;
  };

  it('stands in the conversation with whom it goes to and all its files, until the helpdesk has it', async () => {
    const entry = await send();
    expect((await messages()).at(-1)).toMatchObject({
      kind: 'forward',
      to: ['post@carrier.example'],
      entry: { id: entry.id },
      attachments: [
        { remoteId: own.sha256, name: 'own.txt' },
        { remoteId: 'f1', name: 'label.pdf' },
      ],
    });
    const sent = message({
      remoteId: 'e1',
      ticketRemoteId: '1',
      kind: 'forward',
      authorId: 'me',
      authorRole: 'agent',
      to: ['post@carrier.example'],
      clientId: entry.id,
      createdAt: NOW,
    });
    const state = { name: 'confirmed', at: NOW, messageRemoteId: 'e1' } as const;
    await one.remote.settle({
      accountId: account.id,
      entries: [{ ...entry, state }],
      rows: { ...noRows(), messages: [sent] },
    });
    expect((await messages()).map(({ remoteId }) => remoteId)).toEqual(['m1', 'm2', 'e1']);
    expect((await messages()).at(-1)).toMatchObject({ entry: null, to: ['post@carrier.example'] });
  });

  it('answers no customer, is no news to hold a reply for, and is not what the list shows', async () => {
    const [before] = (await one.desk.rows(recent)).rows;
    const beside = { ticketRemoteId: '1', kind: 'forward' as const, to: ['post@carrier.example'] };
    await one.remote.applyBatch(
      batch({
        messages: [
          message({ ...beside, remoteId: 'e1', authorId: 'me', authorRole: 'agent', createdAt: NOW - 2 * MINUTE }),
          message({ ...beside, remoteId: 'e2', authorId: null, authorRole: 'outside', createdAt: NOW - MINUTE }),
        ],
      }),
    );
    const [after] = (await one.desk.rows(recent)).rows;
    expect(after).toMatchObject({ preview: before?.preview, waitingSince: before?.waitingSince });
    expect(after?.waitingSince).toBe(NOW - 9 * MINUTE);
    const data = (await one.desk.templateData(['desk-1:1']))[0];
    expect(JSON.stringify(data)).not.toContain('Text e2');
    const reply = await send();
    expect(reply.base).toMatchObject({ lastMessageRemoteId: 'm2', lastMessageAt: NOW - 8 * MINUTE });
    // Somebody outside has answered: that is for the agent to read.
    expect(after?.unread).toBe(true);
  });

  it('is written in a draft of its own, which the drafts list', async () => {
    const draft = { accountId: account.id, ticketId: 'desk-1:1', text: 'Look', cursorAt: 0, fields: {}, files: [] };
    for (const kind of ['reply', 'forward'] as const) await one.desk.saveDraft({ ...draft, kind, updatedAt: NOW });
    expect((await one.desk.drafts()).map((item) => item.draft.kind)).toEqual(['reply', 'forward']);
    expect((await one.desk.rows(recent)).rows[0]?.hasDraft).toBe(true);
    await one.desk.discardDraft({ accountId: account.id, ticketId: 'desk-1:1', kind: 'reply' });
    expect((await one.desk.rows(recent)).rows[0]?.hasDraft).toBe(true);
  });

  it('is looked over for internal words, quoted ones too', async () => {
    const text = 'Please look\n\n> Careful: she has sent back\n> the last *three* tents without poles.';
    expect(await one.desk.checkMessage({ ticketId: 'desk-1:1', text, cc: ['post@carrier.example'] })).toMatchObject([
      { guard: 'note' },
    ]);
  });

  it('has the files of the ticket by their hash where main has them', async () => {
    const kept = await one.desk.keepOriginal({ accountId: account.id, file: label });
    expect(kept).toEqual({ name: 'label.pdf', mimeType: 'application/pdf', size: 3, sha256: 'a'.repeat(64) });
    expect(await one.desk.keepOriginal({ accountId: account.id, file: { ...label, remoteId: 'f2' } })).toBeNull();
  });
});
