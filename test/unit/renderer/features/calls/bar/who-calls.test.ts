import { describe, expect, it } from 'vitest';
import { whatChanged } from '#renderer/features/calls/bar/what-changed.ts';
import { whoCalls } from '#renderer/features/calls/bar/who-calls.ts';
import type { Caller, CallerAnswer } from '#renderer/store/desk-calls.ts';
import { aCall } from '../../../../../support/a-call.ts';
import { SAMPLE_ACCOUNT_ID, sampleRequesters } from '../../../../../support/sample-desk-data.ts';

const [maren, olena] = sampleRequesters;
if (!maren || !olena) throw new Error('no customers');
const caller = (person: typeof maren): Caller => ({
  accountId: SAMPLE_ACCOUNT_ID,
  person,
  why: 'number',
  ticket: null,
  openTickets: 0,
});
const answer = (...callers: readonly Caller[]): CallerAnswer => ({
  number: { e164: '+4721000000', shown: '21 00 00 00', country: 'NO', extension: null },
  callers,
});
const nobody = { answer: null, ticket: null };

describe('who calls', () => {
  it('is the person of the call, as the number or the ticket tells', () => {
    const call = aCall(1, { accountId: SAMPLE_ACCOUNT_ID, personRemoteId: maren.remoteId, name: 'Front desk' });
    expect(whoCalls(call, { ...nobody, answer: answer(caller(maren), caller(olena)) }).name).toBe(maren.name);
    const ticket = { accountId: SAMPLE_ACCOUNT_ID, requester: maren };
    expect(whoCalls(call, { answer: null, ticket }).name).toBe(maren.name);
    // The ticket is somebody else's: what the telephone says is better than a wrong name.
    expect(whoCalls(call, { answer: null, ticket: { ...ticket, requester: olena } }).name).toBe('Front desk');
  });

  it('is the only one whom the number fits, but nobody of several', () => {
    const call = aCall(1);
    expect(whoCalls(call, { ...nobody, answer: answer(caller(maren)) }).name).toBe(maren.name);
    expect(whoCalls(call, { ...nobody, answer: answer(caller(maren), caller(olena)) }).name).toBeNull();
  });

  it('is the number as people write it, unless it was withheld', () => {
    const shown = (number: string, told: CallerAnswer | null) =>
      whoCalls(aCall(1, { number }), { ...nobody, answer: told });
    expect(shown('+4721000000', null)).toEqual({ name: null, number: '+4721000000' });
    expect(shown('+4721000000', answer()).number).toBe('21 00 00 00');
    const none: CallerAnswer = { number: null, callers: [] };
    expect(shown('', null).number).toBeNull();
    expect(shown('anonymous', none).number).toBeNull();
    expect(shown('+266696687', none).number).toBeNull();
    expect(shown('anna@pbx', none).number).toBe('anna@pbx');
  });

  it('has no name where the telephone gives the number for one', () => {
    expect(whoCalls(aCall(1, { name: '47 21 00 00 00' }), nobody).name).toBeNull();
    expect(whoCalls(aCall(1, { name: 'Room 21' }), nobody).name).toBe('Room 21');
  });
});

describe('what is told of calls', () => {
  it('is that they were answered and that they ended, each once', () => {
    const rings = aCall(1);
    const talks = { ...rings, answeredAt: 2_000 };
    const over = { ...talks, endedAt: 3_000 };
    expect(whatChanged([], [rings])).toEqual([]);
    expect(whatChanged([rings], [talks])).toEqual([{ call: talks, what: 'answered' }]);
    expect(whatChanged([talks], [{ ...talks, mutedSince: 1 }])).toEqual([]);
    expect(whatChanged([talks], [over])).toEqual([{ call: over, what: 'ended' }]);
    expect(whatChanged([over], [{ ...over, disposition: 'Sold' }])).toEqual([]);
  });
});
