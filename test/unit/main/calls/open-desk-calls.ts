import { type Calls, openCalls } from '#main/calls/calls.ts';
import { openCallsFile } from '#main/calls/calls-file.ts';
import type { Call } from '#shared/calls/call.ts';
import type { TelephoneEvent } from '#shared/calls/call-change.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';
import { profileFile } from '../mine/profile-file.ts';

export const NINE = Date.UTC(2026, 10, 26, 9);
export const MINUTE = 60_000;

/** Calls on a clock and a disk of their own. `start` is a start of the program, on what the one before left. */
export function deskOfCalls(users: readonly string[] = []) {
  const clock = virtualClock(NINE);
  const profile = profileFile();
  let ids = 0;
  const desk = {
    clock,
    held: profile.held,
    /** What the store was told, oldest first. */
    told: [] as (readonly Call[])[],
    dialled: [] as string[],
    refused: [] as unknown[],
    unwritable: 0,
    /** Whether something here dials. */
    dials: true,
    onDial: () => undefined as unknown,
    async start(): Promise<Calls> {
      return openCalls({
        file: await openCallsFile(profile.disk, 'calls.log', clock.now()),
        clock,
        newId: () => `01JCAFE${String(++ids).padStart(19, '0')}`,
        users: () => users,
        openExternal: async (url) => {
          desk.dialled.push(url);
          desk.onDial();
          return desk.dials;
        },
        tell: (calls) => void desk.told.push(calls),
        unwritable: () => void desk.unwritable++,
        log: (event, facts) => void desk.refused.push({ event, ...facts }),
      });
    },
  };
  return desk;
}

type Told<Event extends TelephoneEvent['event']> = Extract<TelephoneEvent, { readonly event: Event }>;

export const rings = (externalId: string, over: Partial<Told<'new'>> = {}): TelephoneEvent => ({
  event: 'new',
  externalId,
  direction: 'in',
  number: '+4791234567',
  name: '',
  line: '+4721000000',
  queue: '',
  users: [],
  ...over,
});
export const answered = (externalId: string, over: Partial<Told<'answer'>> = {}): TelephoneEvent => ({
  event: 'answer',
  externalId,
  direction: 'in',
  number: '+4791234567',
  line: '+4721000000',
  users: [],
  ...over,
});
export const hungUp = (externalId: string, cause = 'normalClearing'): TelephoneEvent => ({
  event: 'hangup',
  externalId,
  cause,
});
