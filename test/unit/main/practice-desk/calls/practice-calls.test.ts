import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callersIn } from '#main/practice-desk/calls/callers.ts';
import { placeCalls } from '#main/practice-desk/calls/place-calls.ts';
import { planCalls, type Step } from '#main/practice-desk/calls/plan-calls.ts';
import { readOptions } from '#main/practice-desk/calls/read-options.ts';
import { startPracticeDesk } from '#main/practice-desk/index.ts';
import { readRows } from '#main/practice-desk/persistence.ts';
import { virtualClock } from '../../../../support/virtual-clock.ts';

const CALLERS = [
  { name: 'Ann Berg', number: '4791234567' },
  { name: 'Bo Lind', number: '442079460018' },
];
const plan = (over: Partial<Parameters<typeof planCalls>[0]> = {}): readonly Step[] =>
  planCalls({ callers: CALLERS, calls: 200, seed: 7, perMinute: 4, autoAnswer: true, ...over });
const eventsOf = (steps: readonly Step[], event: string): readonly Step[] =>
  steps.filter(({ fields }) => fields['event'] === event);

it('knows the customers of a desk that runs, with their numbers as a telephone sends them', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'holdfast-desk-'));
  const desk = await startPracticeDesk({ dataDir, port: 0, seed: 7, now: Date.now, live: false, tickets: 5 });
  const callers = callersIn(readRows(dataDir));
  await desk.stop();
  expect(callersIn(readRows(dataDir))).toEqual(callers);
  await rm(dataDir, { recursive: true });
  expect(callers.length).toBeGreaterThan(30);
  for (const { number } of callers) expect(number).toMatch(/^[1-9]\d{8,14}$/);
  const countries = new Set(callers.map(({ number }) => number.slice(0, 2)));
  expect([...countries]).toEqual(expect.arrayContaining(['13', '44', '49', '33', '34', '48']));
  expect(readRows(dataDir)).toEqual([]);
});

it('places the same calls from the same seed, and others from another', () => {
  expect(plan()).toEqual(plan());
  expect(plan({ seed: 8 })).not.toEqual(plan());
  // Who answers changes what is told, not who calls.
  expect(eventsOf(plan({ autoAnswer: false }), 'newCall')).toEqual(eventsOf(plan(), 'newCall'));
  expect(eventsOf(plan({ autoAnswer: false }), 'answer')).toEqual([]);
});

it('places calls of every kind, each with its end, at the pace that was asked for', () => {
  const steps = plan();
  const rings = eventsOf(steps, 'newCall').map(({ fields }) => fields);
  const idsOf = (event: string): readonly string[] =>
    eventsOf(steps, event).map(({ fields }) => fields['callId'] ?? '');
  expect(new Set(idsOf('newCall')).size).toBe(rings.length);
  expect(idsOf('hangup').toSorted()).toEqual(idsOf('newCall').toSorted());
  expect(rings.length).toBeGreaterThan(200);
  const has = (test: (fields: Step['fields']) => boolean): void => expect(rings.filter(test).length).toBeGreaterThan(5);
  has(({ from }) => from === 'anonymous');
  has(({ from }) => from === CALLERS[0]?.number);
  has(({ direction }) => direction === 'out');
  has(({ callId = '' }) => callId.endsWith('-again'));
  has(({ from = '' }) => from.startsWith('1303555'));
  expect(new Set(eventsOf(steps, 'hangup').map(({ fields }) => fields['cause']))).toEqual(
    new Set(['normalClearing', 'networkOutOfOrder', 'cancel', 'noAnswer']),
  );
  const minutes = (eventsOf(steps, 'newCall').at(-1)?.atMs ?? 0) / 60_000;
  expect(200 / minutes).toBeGreaterThan(3.4);
  expect(200 / minutes).toBeLessThan(4.6);
  expect(steps).toEqual([...steps].sort((one, other) => one.atMs - other.atMs));
});

it('tells of each step when its time has come, and hangs up everybody when it is stopped', async () => {
  const clock = virtualClock(0);
  const stopping = new AbortController();
  const sent: string[] = [];
  const steps = plan({ calls: 2, seed: 3 });
  const placed = placeCalls(steps, {
    clock,
    send: async ({ event, callId }) => {
      sent.push(`${event} ${callId} ${clock.now()}`);
      return null;
    },
    say: () => undefined,
    stop: stopping.signal,
  });
  const second = steps[1];
  await clock.advance(second?.atMs ?? 0);
  expect(sent).toEqual(steps.slice(0, 2).map(({ atMs, fields }) => `${fields['event']} ${fields['callId']} ${atMs}`));
  stopping.abort();
  expect(await placed).toBeNull();
  expect(sent.slice(2)).toEqual([`hangup practice-3-1 ${clock.now()}`, `hangup practice-3-2 ${clock.now()}`]);
});

it('stops at the first step that the console does not take', async () => {
  const sent: string[] = [];
  const clock = virtualClock(0);
  const placed = placeCalls(plan({ calls: 1 }), {
    clock,
    send: async ({ event = '' }) => {
      sent.push(event);
      return 'The token is wrong.';
    },
    say: () => undefined,
    stop: new AbortController().signal,
  });
  await clock.advance(2_000);
  expect(await placed).toBe('The token is wrong.');
  expect(sent).toEqual(['newCall']);
});

it('reads what it is told, and names what cannot be used', () => {
  const address = 'http://127.0.0.1:20123/call/abc-_9';
  expect(readOptions(['--address', address])).toEqual({
    ok: true,
    value: { address: new URL(address), profile: null, calls: 10, seed: 1, perMinute: 2, autoAnswer: false },
  });
  const wrong = (...argv: string[]) => readOptions(['--address', address, ...argv]);
  expect(wrong('--calls', '0')).toEqual({ ok: false, error: '--calls' });
  expect(wrong('--seed', 'x')).toEqual({ ok: false, error: '--seed' });
  expect(wrong('--per-minute', '301')).toEqual({ ok: false, error: '--per-minute' });
  expect(wrong('--what')).toEqual({ ok: false, error: 'help' });
  for (const elsewhere of ['', 'http://10.0.0.1:1/call/x', 'http://127.0.0.1:1/call/', 'https://127.0.0.1:1/call/x'])
    expect(readOptions(['--address', elsewhere])).toEqual({ ok: false, error: '--address' });
});
