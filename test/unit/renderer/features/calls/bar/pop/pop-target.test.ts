import { describe, expect, it } from 'vitest';
import { mayOpen } from '#renderer/features/calls/bar/pop/may-open.ts';
import { aboutOf, knownTarget, pops, targetOf, targetOfCaller } from '#renderer/features/calls/bar/pop/pop-target.ts';
import type { Caller, CallerAnswer } from '#renderer/store/desk-calls.ts';
import { aCall } from '../../../../../../support/a-call.ts';
import { createSampleDesk } from '../../../../../../support/sample-desk.ts';
import { sampleRequesters } from '../../../../../../support/sample-desk-data.ts';

const NOW = 1_700_000_000_000;
const { rows } = await createSampleDesk({ tickets: 4, now: NOW }).rows({
  viewId: 'own:recent',
  sort: null,
  offset: 0,
  limit: 2,
});
const callerOf = (index: number, over: Partial<Caller> = {}): Caller => {
  const [person, ticket] = [sampleRequesters[index], rows[index]];
  if (!person || !ticket) throw new Error('no such customer');
  return { accountId: ticket.accountId, person, why: 'number', ticket, openTickets: 1, ...over };
};
const answer = (...callers: readonly Caller[]): CallerAnswer => ({ number: null, callers });
const [one, other] = [callerOf(0), callerOf(1)];

describe('what a call opens', () => {
  it('is the ticket that it is about already, without asking who calls', () => {
    expect(knownTarget(aCall(1, { ticketId: 'a:7' }))).toEqual({ to: 'known', ticketId: 'a:7' });
    expect(knownTarget(aCall(1))).toBeNull();
  });

  it('is of the person who is named, whoever else has the number', () => {
    const call = aCall(1, { accountId: other.accountId, personRemoteId: other.person.remoteId });
    expect(targetOf(aCall(1), answer(one, other), NOW).to).toBe('choose');
    expect(targetOf(call, answer(one, other), NOW)).toMatchObject({ to: 'ticket', ticketId: other.ticket?.id });
  });

  it('is certain once the agent has chosen, also behind a line that several share', () => {
    const shared = callerOf(0, { why: 'shared' });
    expect(targetOf(aCall(1), answer(shared), NOW).to).toBe('choose');
    expect(targetOfCaller(shared, NOW).to).toBe('ticket');
    expect(targetOfCaller(callerOf(0, { ticket: null }), NOW).to).toBe('person');
  });

  it('tells main once whose call it is', () => {
    const target = targetOfCaller(one, NOW);
    const about = aboutOf(aCall(1), target);
    expect(about).toEqual({ accountId: one.accountId, personRemoteId: one.person.remoteId, ticketId: one.ticket?.id });
    const person = targetOfCaller(callerOf(0, { ticket: null }), NOW);
    expect(aboutOf(aCall(1), person)?.ticketId).toBeNull();
    const known = aCall(1, { accountId: one.accountId, personRemoteId: one.person.remoteId });
    expect(aboutOf(known, person)).toBeNull();
    expect(aboutOf(aCall(1), { to: 'new-ticket', number: null })).toBeNull();
  });

  it('is nothing for one that is over, or that the agent placed about a ticket', () => {
    expect(pops(aCall(1))).toBe(true);
    expect(pops(aCall(1, { answeredAt: 2_000 }))).toBe(true);
    expect(pops(aCall(1, { endedAt: 2_000 }))).toBe(false);
    expect(pops(aCall(1, { direction: 'out', ticketId: 'a:7' }))).toBe(false);
    expect(pops(aCall(1, { direction: 'out' }))).toBe(true);
    expect(pops(aCall(1, { ticketId: 'a:7' }))).toBe(true);
  });
});

describe('opening by itself', () => {
  const free = {
    dialog: null,
    picker: null,
    menu: null,
    relating: null,
    newTicket: false,
    composer: null,
    macroByKey: null,
    isTyping: false,
    isOver: false,
  } as const;

  it('is for an agent who is at nothing else', () => {
    expect(mayOpen(free)).toBe(true);
    expect(mayOpen({ ...free, isTyping: true })).toBe(false);
    expect(mayOpen({ ...free, isOver: true })).toBe(false);
    expect(mayOpen({ ...free, newTicket: true })).toBe(false);
    expect(mayOpen({ ...free, composer: 'reply' })).toBe(false);
    expect(mayOpen({ ...free, dialog: 'help' })).toBe(false);
    expect(mayOpen({ ...free, picker: 'status' })).toBe(false);
    expect(mayOpen({ ...free, menu: { kind: 'app', x: 0, y: 0 } })).toBe(false);
    expect(mayOpen({ ...free, relating: 'merge' })).toBe(false);
    expect(mayOpen({ ...free, macroByKey: { macroId: 'm', ticketIds: [] } })).toBe(false);
  });
});
