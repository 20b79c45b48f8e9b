import { expect, test } from 'vitest';
import type { Connector, NamedFile } from '#main/connectors/contract.ts';
import type { ConnectionState } from '#main/sync/connection-state.ts';
import { createMacroFetcher } from '#main/sync/fetch-macro-files.ts';
import type { Store } from '#main/sync/pull-streams.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Batch } from '#shared/link/values.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const { signal } = new AbortController();
const named = (name: string): NamedFile => ({ name, mimeType: 'text/plain', bytes: new Uint8Array([1, 2, 3]) });
const version = (macroRemoteId: string) => ({ macroRemoteId, updatedAt: 7 });

/** A helpdesk with these answers, and what was asked and kept. */
function setUp(answers: Readonly<Record<string, () => Promise<Result<readonly NamedFile[], Failure>>>>) {
  const clock = virtualClock(0);
  const asked: string[] = [];
  const kept: Batch['rows']['macroFiles'] = [];
  const failures: Failure[] = [];
  const disk = { full: false };
  let wanted = Object.keys(answers).map(version);
  const fetcher = createMacroFetcher({
    accountId: 'desk-1',
    clock,
    connector: {
      macroFiles: async (id: string, { lane }: { lane: string }) => {
        asked.push(`${id} ${lane}`);
        return (await answers[id]?.()) ?? err({ code: 'notFound', detail: '' });
      },
    } as unknown as Connector,
    store: {
      macroFilesWanted: async () => wanted,
      applyBatch: async ({ rows }: Batch) => {
        kept.push(...rows.macroFiles);
        wanted = wanted.filter(
          ({ macroRemoteId }) => !rows.macroFiles.some(({ remoteId }) => remoteId === macroRemoteId),
        );
        return ok(null);
      },
    } as unknown as Store,
    state: { failed: (failure: Failure) => void failures.push(failure) } as unknown as ConnectionState,
    keepFile: async () => {
      if (disk.full) throw new Error('full');
      return 'c'.repeat(64);
    },
  });
  return { clock, asked, kept, failures, disk, fetcher };
}

test('files are kept before they are told of, with the version of the macro that they are of', async () => {
  const { fetcher, kept } = setUp({ 'm-1': async () => ok([named('slip.txt'), named('map.txt')]) });
  expect(await fetcher.fetch(version('m-1'), 'agent', signal)).toEqual(ok(null));
  const file = (name: string) => ({ name, mimeType: 'text/plain', size: 3, sha256: 'c'.repeat(64) });
  expect(kept).toEqual([{ remoteId: 'm-1', updatedAt: 7, files: [file('slip.txt'), file('map.txt')] }]);
});

test('what could not be kept is not told of', async () => {
  const { fetcher, kept, disk } = setUp({ 'm-1': async () => ok([named('slip.txt')]) });
  disk.full = true;
  expect(await fetcher.fetch(version('m-1'), 'agent', signal)).toMatchObject({ ok: false, error: { code: 'server' } });
  expect(kept).toEqual([]);
});

test('two that ask for the same macro at once ask the helpdesk once', async () => {
  const { fetcher, asked } = setUp({ 'm-1': async () => ok([]) });
  await Promise.all([fetcher.fetch(version('m-1'), 'agent', signal), fetcher.fetch(version('m-1'), 'sync', signal)]);
  expect(asked).toEqual(['m-1 agent']);
  await fetcher.fetch(version('m-1'), 'sync', signal);
  expect(asked).toEqual(['m-1 agent', 'm-1 sync']);
});

test('ahead of need one after the other; what cannot be had is passed over for a while', async () => {
  const { fetcher, asked, kept, clock, failures } = setUp({
    'm-1': async () => err({ code: 'forbidden', reasons: [], detail: '' }),
    'm-2': async () => ok([named('slip.txt')]),
  });
  expect(await fetcher.ahead(signal)).toBe(true);
  expect(await fetcher.ahead(signal)).toBe(true);
  expect(await fetcher.ahead(signal)).toBe(false);
  expect([asked, kept.map(({ remoteId }) => remoteId), failures]).toEqual([['m-1 sync', 'm-2 sync'], ['m-2'], []]);
  await clock.advance(11 * 60_000);
  expect(await fetcher.ahead(signal)).toBe(true);
  expect(asked).toEqual(['m-1 sync', 'm-2 sync', 'm-1 sync']);
});

test('a connection that is broken says so to the rest of sync', async () => {
  const offline: Failure = { code: 'offline', cause: 'reset', detail: '' };
  const { fetcher, failures } = setUp({ 'm-1': async () => err(offline) });
  expect(await fetcher.fetch(version('m-1'), 'sync', signal)).toEqual(err(offline));
  expect(failures).toEqual([offline]);
});
