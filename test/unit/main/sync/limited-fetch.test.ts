import { expect, test } from 'vitest';
import { createBudget } from '#main/sync/budget.ts';
import { limitedFetch } from '#main/sync/limited-fetch.ts';
import { NOON } from '../../../support/outbox-entry.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

/** A helpdesk that sends headers and chunks when told, and breaks off as `fetch` does when its signal fires. */
function setUp() {
  const clock = virtualClock(NOON);
  const budget = createBudget({ requests: 10, perMs: 10_000 }, clock, { block: null, keep: () => undefined });
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  let sendHeaders: () => void = () => undefined;
  const slow = (_url: unknown, init?: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => {
        reject(init.signal?.reason);
        body?.error(init.signal?.reason);
      });
      sendHeaders = () => resolve(new Response(new ReadableStream({ start: (one) => void (body = one) })));
    });
  const fetched = limitedFetch(
    slow as typeof fetch,
    budget,
    clock,
    () => undefined,
  )('https://desk.example/', {
    lane: 'agent',
    signal: new AbortController().signal,
  });
  const said: { text?: string; failed?: string } = {};
  fetched
    .then((response) => response.text())
    .then(
      (text) => Object.assign(said, { text }),
      (thrown: Error) => Object.assign(said, { failed: thrown.name }),
    );
  return {
    clock,
    said,
    sendHeaders: () => sendHeaders(),
    sendChunk: (text: string) => body?.enqueue(new TextEncoder().encode(text)),
    end: () => body?.close(),
  };
}

test('an answer that does not begin in time is lost', async () => {
  const { clock, said } = setUp();
  await clock.advance(19_999);
  expect(said).toEqual({});
  await clock.advance(1);
  expect(said).toEqual({ failed: 'TimeoutError' });
});

test('a large file may take as long as it keeps coming', async () => {
  const { clock, said, sendHeaders, sendChunk, end } = setUp();
  await clock.advance(15_000);
  sendHeaders();
  for (let chunk = 0; chunk < 6; chunk += 1) {
    await clock.advance(15_000);
    sendChunk(`${chunk}`);
  }
  end();
  await clock.advance(0);
  expect(said).toEqual({ text: '012345' });
});

test('a body that stops coming is lost', async () => {
  const { clock, said, sendHeaders, sendChunk } = setUp();
  sendHeaders();
  await clock.advance(0);
  sendChunk('half');
  await clock.advance(40_000);
  expect(said).toEqual({ failed: 'TimeoutError' });
});
