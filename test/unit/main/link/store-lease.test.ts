import { expect, it } from 'vitest';
import { createStoreLease, type StoreLease, type StoreLink } from '#main/link/store-lease.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

/** A window's link, as far as the lease knows one. */
function aWindow(lease: StoreLease) {
  let tellClosed = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    tellClosed = resolve;
  });
  const told: string[] = [];
  const link = {
    remote: {
      leaseLost: async () => {
        told.push('lease lost');
        return null;
      },
    },
    closed,
    close: () => {
      told.push('closed');
      lease.release(link);
      tellClosed();
    },
  } as unknown as StoreLink;
  return { link, told, close: () => link.close() };
}

function setUp() {
  const clock = virtualClock(0);
  const lease = createStoreLease(clock);
  return { clock, lease, first: aWindow(lease), second: aWindow(lease), third: aWindow(lease) };
}

it('is given to one window, and to the next once that one is closed', async () => {
  const { clock, lease, first, second } = setUp();
  expect(await lease.take(first.link, false)).toBe(true);
  const asked = lease.take(second.link, false);
  await clock.advance(1_500);
  expect(await asked).toBe(false);
  expect(lease.holder()).toBe(first.link);
  first.close();
  expect(await lease.take(second.link, false)).toBe(true);
});

it('waits for a holder that is just closing, as one that is loaded anew', async () => {
  const { clock, lease, first, second } = setUp();
  await lease.take(first.link, false);
  const asked = lease.take(second.link, false);
  await clock.advance(1_000);
  first.close();
  expect(await asked).toBe(true);
  expect(lease.holder()).toBe(second.link);
});

it('goes to nobody who was closed while they waited for it', async () => {
  const { clock, lease, first, second, third } = setUp();
  await lease.take(first.link, false);
  const asked = lease.take(second.link, false);
  await clock.advance(500);
  second.close();
  first.close();
  expect(await asked).toBe(false);
  expect(lease.holder()).toBeNull();
  expect(await lease.take(third.link, false)).toBe(true);
});

it('is taken over at once: the other is told before the answer, and nobody comes in between', async () => {
  const { lease, first, second, third } = setUp();
  await lease.take(first.link, false);
  const taken = lease.take(second.link, true);
  expect(lease.holder()).toBe(second.link);
  const asked = lease.take(third.link, false);
  expect(await taken).toBe(true);
  expect(first.told).toEqual(['lease lost', 'closed']);
  second.close();
  expect(await asked).toBe(true);
});
