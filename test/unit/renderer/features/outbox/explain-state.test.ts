import { describe, expect, test } from 'vitest';
import { createText } from '#shared/i18n/text.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import type { EntryState } from '#shared/outbox/entry.ts';
import { HOLD_REASONS, REJECT_REASONS } from '#shared/outbox/entry.ts';
import { describeAction, type Names } from '../../../../../src/renderer/src/features/outbox/describe-action.ts';
import { explainState } from '../../../../../src/renderer/src/features/outbox/explain-state.ts';
import { anEntry, NOON, replyAction } from '../../../../support/outbox-entry.ts';

const t = createText('en');
const calm = { now: NOON, waitsFor: null, health: { phase: 'idle', online: true, problem: null } } as const;
const STATES: readonly EntryState[] = [
  { name: 'queued', retryAt: null },
  { name: 'sending', since: NOON },
  ...HOLD_REASONS.map((reason) => ({ name: 'held', reason, since: NOON, fields: ['status'] }) as const),
  ...REJECT_REASONS.map(
    (reason) => ({ name: 'rejected', reason, details: [], since: NOON, mergedIntoRemoteId: '77' }) as const,
  ),
  { name: 'unknown', since: NOON, undecidable: false },
  { name: 'unknown', since: NOON, undecidable: true },
];

describe('every state has its own sentence', () => {
  test('no two alike, none a key', () => {
    const sentences = STATES.map((state) => explainState(t, anEntry(1, { state }), calm));
    expect(new Set(sentences).size).toBe(STATES.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^{}]+\.$/);
  });

  test('a queued entry says what it waits for, the nearest reason first', () => {
    const why = (change: Parameters<typeof anEntry>[1], situation: Partial<Parameters<typeof explainState>[2]> = {}) =>
      explainState(t, anEntry(1, change), { ...calm, ...situation });
    const offline = { phase: 'idle', online: false, problem: null } as const;
    expect(why({}, { waitsFor: 'Reply', health: offline })).toContain('comes before it on this ticket: Reply');
    expect(why({ notBefore: NOON + 1 }, { health: offline })).toContain('it can still be taken back');
    expect(why({ notBefore: NOON + 1, attempts: 1 }, { health: offline })).toContain('helpdesk is back');
    // Not asked yet is not out of reach.
    expect(why({}, { health: { ...offline, phase: 'waiting' } })).toBe('Goes next.');
    expect(
      why({}, { health: { phase: 'idle', online: true, problem: { code: 'unauthorized', detail: '' } } }),
    ).toContain('Accounts');
    expect(why({ state: { name: 'queued', retryAt: NOON + 60_000 } })).toMatch(/again at \d/);
    expect(why({})).toBe('Goes next.');
  });
});

describe('what an action does, in words', () => {
  const names: Names = {
    person: (id) => (id === '7' ? 'Maria Jones' : null),
    group: (id) => (id === '3' ? 'Returns' : null),
    field: (id) => (id === 'cf' ? 'Order' : null),
    option: (id, value) => (id === 'cf' && value === 'gift' ? 'A gift' : null),
  };
  test('names instead of ids, and ids where no name is known', () => {
    expect(describeAction(t, replyAction('Hi', { status: 'solved' }), names)).toBe('Reply · Status: Solved');
    const file = (name: string) => ({ name, mimeType: 'text/plain', size: 1, sha256: 'a'.repeat(64) });
    const words = { markdown: '', html: '', files: [file('a.txt'), file('b.txt')] };
    expect(describeAction(t, { kind: 'note', words, changes: {} }, names)).toBe('Internal note · Files: a.txt, b.txt');
    expect(
      describeAction(
        t,
        {
          kind: 'update',
          changes: {
            status: 'open',
            statusName: 'in arbeit',
            priority: null,
            assigneeId: '7',
            groupId: '9',
            tagsAdded: ['a', 'b'],
            tagsRemoved: ['c'],
            fields: { cf: null, other: 4 },
          },
        },
        names,
      ),
    ).toBe(
      'Status: in arbeit · Priority: none · Assignee: Maria Jones · Group: 9 · Add tags: a, b · Remove tags: c · Order: none · other: 4',
    );
  });

  test('types, ticks and options read as words', () => {
    const does = (changes: TicketChanges) => describeAction(t, { kind: 'update', changes }, names);
    expect(does({ type: 'incident' })).toBe('Type: Incident');
    expect(does({ type: null })).toBe('Type: none');
    expect(does({ fields: { cf: ['gift', 'late'], tick: true, other: false, empty: '' } })).toBe(
      'Order: A gift, late · tick: yes · other: no · empty: none',
    );
  });
});
