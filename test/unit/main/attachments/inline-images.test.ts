import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openInlineImages } from '#main/attachments/inline-images.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { aMessage, NOON } from '../../../support/outbox-entry.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const OFFLINE: Failure = { code: 'offline', cause: 'refused', detail: '' };

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-images-'));
  path = join(folder, 'inline-images.log');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const showing = (...remoteIds: readonly string[]): Rows => ({
  ...noRows(),
  messages: [
    {
      ...aMessage('m1'),
      attachments: [
        ...remoteIds.map((remoteId) => ({ remoteId, name: 'a.png', mimeType: 'image/png', size: 9, inline: true })),
        { remoteId: 'file', name: 'b.pdf', mimeType: 'application/pdf', size: 9, inline: false },
        { remoteId: 'huge', name: 'c.png', mimeType: 'image/png', size: 2_000_000, inline: true },
      ],
    },
  ],
});

/** A cache and a helpdesk that hands images out, as long as it says nothing else about them. */
async function open(says: Record<string, Failure>) {
  const clock = virtualClock(NOON);
  const here = new Set<string>();
  const asked: string[] = [];
  const images = await openInlineImages(nodeDisk, path, { clock, isHere: async (id) => here.has(id) });
  const stopping = new AbortController();
  const running = images.fetchAll(async ({ remoteId }): Promise<Result<null, Failure>> => {
    asked.push(remoteId);
    const failure = says[remoteId];
    if (failure) return err(failure);
    here.add(remoteId);
    return ok(null);
  }, stopping.signal);
  const close = async (): Promise<void> => {
    stopping.abort();
    await running;
    await images.close();
  };
  return { images, clock, asked, close };
}

test('inline images of a conversation are fetched; files and very large ones are not', async () => {
  const { images, clock, asked, close } = await open({});
  await images.want(showing('a', 'b'));
  await clock.advance(1);
  expect(asked).toEqual(['a', 'b']);
  await images.want(showing('a', 'b'));
  await clock.advance(60_000);
  expect(asked).toEqual(['a', 'b']);
  await close();
});

test('what could not be fetched is tried again, behind the others, and after a restart', async () => {
  const first = await open({ a: OFFLINE });
  await first.images.want(showing('a', 'b'));
  await first.clock.advance(31_000);
  expect(first.asked).toEqual(['a', 'b', 'a']);
  await first.close();

  const second = await open({});
  await second.clock.advance(1);
  expect(second.asked).toContain('a');
  await second.close();
});

test('what is wanted is on disk before the conversation can be kept, and leaves the file once it is here', async () => {
  const first = await open({ a: OFFLINE });
  await first.images.want(showing('a'));
  expect(await readFile(path, 'utf8')).toBe('{"ticketRemoteId":"1","remoteId":"a"}\n');
  await first.close();
  const clock = virtualClock(NOON);
  await (await openInlineImages(nodeDisk, path, { clock, isHere: async () => true })).close();
  expect(await readFile(path, 'utf8')).toBe('');
});

test('what the helpdesk refuses for good is not asked for again', async () => {
  const { images, clock, asked, close } = await open({ a: { code: 'notFound', detail: '' } });
  await images.want(showing('a'));
  await clock.advance(120_000);
  expect(asked).toEqual(['a']);
  await close();
});
