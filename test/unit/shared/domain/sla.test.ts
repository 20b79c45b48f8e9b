import { expect, test } from 'vitest';
import { foremostTarget, type SlaTarget, targetsAfter } from '#shared/domain/sla.ts';
import { overlay } from '#shared/outbox/overlay.ts';
import { anEntry, aTicket } from '../../../support/outbox-entry.ts';

const target = (metric: SlaTarget['metric'], change: Partial<SlaTarget> = {}): SlaTarget => ({
  metric,
  stage: 'active',
  breachAt: 1_000,
  policy: null,
  ...change,
});
const stages = (targets: readonly SlaTarget[]) => targets.map(({ stage }) => stage);

test('the target that asks most is the active one missed soonest, then a paused one', () => {
  const paused = target('requester-wait', { stage: 'paused', breachAt: null });
  const met = target('first-reply', { stage: 'met', breachAt: 1 });
  const soon = target('next-reply', { breachAt: 20 });
  expect(foremostTarget([paused, met, target('resolution', { breachAt: 30 }), soon])).toBe(soon);
  expect(foremostTarget([met, paused])).toBe(paused);
  expect(foremostTarget([met, target('next-reply', { breachAt: null })])).toBe(null);
});

test('an answer on its way meets what waits for an answer, and nothing else', () => {
  const targets = [target('first-reply'), target('next-reply'), target('resolution'), target('due')];
  expect(stages(targetsAfter(targets, { answered: true, status: undefined }))).toEqual([
    'met',
    'met',
    'active',
    'active',
  ]);
  expect(targetsAfter(targets, { answered: false, status: undefined })).toEqual(targets);
});

test('pending stops the clocks of waiting and work, on hold that of work, solved meets all', () => {
  const targets = [target('requester-wait'), target('agent-work'), target('next-reply')];
  const after = (status: string) => stages(targetsAfter(targets, { answered: false, status }));
  expect(after('pending')).toEqual(['paused', 'paused', 'active']);
  expect(after('on-hold')).toEqual(['active', 'paused', 'active']);
  expect(after('solved')).toEqual(['met', 'met', 'met']);
});

test('a reply in the outbox shows its target as met, a rejected one does not', () => {
  const ticket = aTicket({ sla: [target('next-reply')] });
  const reply = anEntry(1);
  expect(overlay(ticket, [reply]).sla).toEqual([target('next-reply', { stage: 'met' })]);
  const state = { name: 'rejected', reason: 'refused', details: [], since: 1, mergedIntoRemoteId: null } as const;
  expect(overlay(ticket, [{ ...reply, state }]).sla).toEqual([target('next-reply')]);
});
