import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { MOST_FILE_BYTES } from '#shared/outbox/action.ts';
import { err, ok } from '#shared/result.ts';
import { account, createFakeMain, startStore } from './fixtures.ts';

type Part = { readonly sha256: string; readonly size: number; readonly at: number; readonly bytes: Uint8Array };

const keep = { accountId: account.id };

test('a file goes to main in parts, in order and whole, and is called by its hash', async () => {
  const bytes = new Uint8Array(2_500_000).map((_, at) => (at * 31) % 256);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { desk, main } = await startStore();
  expect(await desk.keepFile({ ...keep, file: new Blob([bytes]) })).toEqual(ok({ sha256, size: 2_500_000 }));
  const parts = main.called('putFile') as readonly Part[];
  expect(parts.map(({ at }) => at)).toEqual([0, 1_000_000, 2_000_000]);
  expect(parts.every((part) => part.sha256 === sha256 && part.size === 2_500_000)).toBe(true);
  expect(Buffer.concat(parts.map((part) => part.bytes)).equals(bytes)).toBe(true);
});

test('two files do not get in each other’s way', async () => {
  const { desk, main } = await startStore();
  const [one, other] = [new Uint8Array(1_500_000).fill(1), new Uint8Array(1_500_000).fill(2)];
  await Promise.all([one, other].map((bytes) => desk.keepFile({ ...keep, file: new Blob([bytes]) })));
  const parts = main.called('putFile') as readonly Part[];
  expect(parts.map(({ at, bytes }) => [bytes[0], at])).toEqual([
    [1, 0],
    [1, 1_000_000],
    [2, 0],
    [2, 1_000_000],
  ]);
});

test('what cannot be kept says why, and main hears nothing of it', async () => {
  const { desk, main } = await startStore();
  const unreadable = Object.defineProperty(new Blob(['a']), 'arrayBuffer', {
    value: () => Promise.reject(new DOMException('a folder', 'NotReadableError')),
  });
  const large = Object.defineProperty(new Blob(['a']), 'size', { value: MOST_FILE_BYTES + 1 });
  expect(await desk.keepFile({ ...keep, file: unreadable })).toEqual(err('unreadable'));
  expect(await desk.keepFile({ ...keep, file: large })).toEqual(err('too-large'));
  expect(await desk.keepFile({ ...keep, file: new Blob([]) })).toEqual(err('empty'));
  expect(main.called('putFile')).toEqual([]);
});

test('a full disk and a link that is not there are told apart', async () => {
  const full = await startStore({ main: createFakeMain({ putFile: async () => err('full') }) });
  expect(await full.desk.keepFile({ ...keep, file: new Blob(['a']) })).toEqual(err('full'));
  const alone = await startStore({ open: false });
  alone.stop();
  await expect.poll(() => alone.desk.keepFile({ ...keep, file: new Blob(['a']) })).toEqual(err('no-link'));
});
