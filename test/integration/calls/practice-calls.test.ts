import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { placeCalls } from '#main/practice-desk/calls/place-calls.ts';
import { planCalls } from '#main/practice-desk/calls/plan-calls.ts';
import { phaseOf } from '#shared/calls/call.ts';
import { asForm, openDoor, send } from './open-door.ts';

it('practice calls come through the door and leave nobody on the line; those cut off go on', {
  timeout: 30_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-practice-'));
  const door = await openDoor(folder);
  const callers = [{ name: 'Ann Berg', number: '4791234567' }];
  const steps = planCalls({ callers, calls: 40, seed: 5, perMinute: 50, autoAnswer: true });
  // The door's own clock goes on with them.
  const clock = {
    elapsed: door.clock.elapsed,
    sleep: (ms: number) => door.clock.advance(ms),
  };
  const refused = await placeCalls(steps, {
    clock,
    send: async (fields) => {
      const { status, body } = await send(door, asForm(String(new URLSearchParams(fields))));
      return status === 200 ? null : body;
    },
    say: () => undefined,
    stop: new AbortController().signal,
  });
  expect(refused).toBeNull();
  const calls = door.calls.live();
  expect(new Set(calls.map(phaseOf))).toEqual(new Set(['wrapping', 'missed']));
  const again = calls.filter(({ externalId }) => externalId?.endsWith('-again'));
  expect(again.length).toBeGreaterThan(0);
  for (const { resumes } of again) expect(resumes).not.toBeNull();
  await door.stop();
  await rm(folder, { recursive: true });
});
