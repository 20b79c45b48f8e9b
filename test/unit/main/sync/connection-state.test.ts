import { expect, test } from 'vitest';
import { createConnectionState } from '#main/sync/connection-state.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const RATE_LIMITED = { code: 'rateLimited', retryAfterMs: 12_000, detail: '429' } as const;
const OFFLINE = { code: 'offline', cause: 'other', detail: 'reset' } as const;

function setUp() {
  const clock = virtualClock(0);
  const state = createConnectionState(
    'test',
    clock,
    () => 0,
    {
      complete: [],
      lastSyncAt: null,
      abilities: {
        merge: 'no',
        links: [],
        followers: false,
        limits: { fileBytes: null, messageBytes: null },
        forward: 'no',
      },
    },
    () => undefined,
  );
  return { clock, state };
}

test('a call that was under way when the helpdesk asked us to wait does not end the wait', async () => {
  const { clock, state } = setUp();
  state.failed(RATE_LIMITED);
  state.succeeded();
  expect(state.health().problem).toEqual(RATE_LIMITED);
  expect(state.waitMs()).toBe(12_000);
  await clock.advance(12_000);
  state.succeeded();
  expect(state.health()).toMatchObject({ online: true, problem: null, retryAt: null });
});

test('whatever gets through ends any other wait', () => {
  const { state } = setUp();
  state.failed(OFFLINE);
  state.succeeded();
  expect(state.health()).toMatchObject({ online: true, problem: null });
});
