import { expect, test } from 'vitest';
import type { Call } from '#shared/calls/call.ts';
import { earlierChoice } from '#shared/calls/earlier-choice.ts';
import { aCall } from '../../../support/a-call.ts';

const call = (number: string, personRemoteId: string | null, over: Partial<Call> = {}): Call =>
  aCall(1, {
    number,
    personRemoteId,
    accountId: 'desk-1',
    startedAt: 0,
    answeredAt: 0,
    endedAt: 0,
    wrappedAt: 0,
    ...over,
  });
const kari = { accountId: 'desk-1', personRemoteId: 'kari' };

test.each([
  ['the same form', '+4722000012'],
  ['as it is dialled here', '22 00 00 12'],
  ['from the telephone', 'sip:004722000012@pbx.example'],
  ['with an extension', '+47 22 00 00 12;ext=34'],
])('whom a call was with is known by %s', (_what, number) => {
  expect(earlierChoice([call(number, 'kari')], '+4722000012', 'NO')).toEqual(kari);
  expect(earlierChoice([call(number, 'kari')], '+4722000013', 'NO')).toBeNull();
});

test('the latest counts, in either direction, and calls with nobody do not', () => {
  const calls = [
    call('22000012', null),
    call('22000012', 'nobody', { accountId: null }),
    call('', 'withheld'),
    call('92000012', 'other'),
    call('22000012', 'kari', { direction: 'out' }),
    call('22000012', 'ola'),
  ];
  expect(earlierChoice(calls, '+4722000012', 'NO')).toEqual(kari);
});
