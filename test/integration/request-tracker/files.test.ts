import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DeskApi } from '#renderer/store/desk-api.ts';
import type { Action, OutgoingFile } from '#shared/outbox/action.ts';
import { requestTrackerOrReason, USERS } from '../../support/request-tracker/rig.ts';
import { skippedWithoutRequestTracker } from '../../support/request-tracker/skipped-without.ts';
import { call, must, openConnector } from './connector.ts';
import { consoleOn } from './console-on.ts';

const { rt, why } = await requestTrackerOrReason({ tickets: 200, articles: 4 });
afterAll(() => rt?.dispose());

if (rt === null) skippedWithoutRequestTracker(why);
else
  describe('files on a real Request Tracker', () => {
    const user = USERS.maria;
    let started: Awaited<ReturnType<typeof consoleOn>>;
    beforeAll(async () => {
      started = await consoleOn(rt.url, user);
    }, 60_000);
    afterAll(() => started.stop());

    /** As the composer does it: the bytes first, then what names them. */
    async function keep(
      desk: DeskApi,
      name: string,
      mimeType: string,
      bytes: Uint8Array<ArrayBuffer>,
    ): Promise<OutgoingFile> {
      const kept = await desk.keepFile({ accountId: started.accountId, file: new Blob([bytes]) });
      if (!kept.ok) throw new Error(kept.error);
      return { name, mimeType, ...kept.value };
    }
    async function aTicket(desk: DeskApi): Promise<{ readonly id: string; readonly remoteId: string }> {
      const id = await vi.waitUntil(
        async () => (await desk.rows({ viewId: 'own:recent', sort: null, offset: 0, limit: 1 })).rows[0]?.id,
        { timeout: 60_000, interval: 100 },
      );
      // What is written before its conversation is there to read would be held.
      expect(await desk.refreshTicket(id)).toMatchObject({ ok: true });
      const detail = await desk.ticket(id);
      if (!detail) throw new Error('no ticket');
      return { id, remoteId: detail.ticket.remoteId };
    }

    test('a reply and a note with files arrive once each, their bytes as they were', async () => {
      const { desk, accountId } = started;
      const { id: ticketId, remoteId } = await aTicket(desk);
      const files = {
        'parcel.png': new Uint8Array(randomBytes(1_300_000)),
        'рахунок.txt': new TextEncoder().encode('Рахунок\r\nhóa đơn\r\n'),
        'for-us.bin': new Uint8Array([0, 1, 255]),
      };
      const said = [
        await keep(desk, 'parcel.png', 'image/png', files['parcel.png']),
        await keep(desk, 'рахунок.txt', 'text/plain', files['рахунок.txt']),
      ];
      const alone = [await keep(desk, 'for-us.bin', 'application/octet-stream', files['for-us.bin'])];
      const actions: readonly Action[] = [
        { kind: 'reply', words: { markdown: 'Look', html: '<p>Look</p>', files: said }, cc: [], changes: {} },
        { kind: 'note', words: { markdown: '', html: '', files: alone }, changes: {} },
      ];
      for (const action of actions)
        expect(await desk.enqueue({ accountId, ticketId, action })).toMatchObject({ ok: true });
      await expect
        .poll(async () => (await desk.outbox()).map(({ entry }) => entry.state), { timeout: 60_000, interval: 100 })
        .toEqual([]);

      const connector = openConnector(rt.url, { user });
      const { messages } = must(await connector.conversation(remoteId, call));
      const arrived = messages.flatMap(({ kind, attachments }) =>
        attachments.filter(({ name }) => name in files).map(({ name, remoteId: at }) => ({ kind, name, at })),
      );
      expect(arrived.map(({ kind, name }) => `${kind}: ${name}`).toSorted()).toEqual(
        ['note: for-us.bin', 'reply: parcel.png', 'reply: рахунок.txt'].toSorted(),
      );
      for (const { name, at } of arrived) {
        const { bytes } = must(await connector.attachment(remoteId, at, call));
        const isWhole = Buffer.from(bytes).equals(files[name as keyof typeof files]);
        expect({ name, isWhole }).toEqual({ name, isWhole: true });
      }
    }, 120_000);
  });
