import { describe, expect, it } from 'vitest';
import type { Unsent } from '#main/core-face.ts';
import { safeModePage } from '#main/shell/electron/safe-mode-page.ts';
import { namesOf, outlook } from '#main/shell/electron/what-waits.ts';
import { createText } from '#shared/i18n/text.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { anEntry, noteAction, replyAction } from '../../../../support/outbox-entry.ts';

const text = createText('en');
const unsent = (entry: OutboxEntry, connected = true): Unsent => ({ entry, connected });
const state = (number: number, its: OutboxEntry['state'], change: Partial<OutboxEntry> = {}): Unsent =>
  unsent(anEntry(number, { state: its, ...change }));
const of = (one: Unsent, ...before: readonly Unsent[]) => outlook(one, [...before, one]);

const HELD = state(1, { name: 'held', reason: 'too-old', since: 0, fields: [] });

describe('outlook', () => {
  it('tells what goes by itself from what waits for the agent', () => {
    expect(of(state(1, { name: 'queued', retryAt: null }))).toBe('goes');
    expect(of(state(1, { name: 'sending', since: 0 }))).toBe('goes');
    expect(of(state(1, { name: 'unknown', since: 0, undecidable: false }))).toBe('goes');
    expect(of(state(1, { name: 'unknown', since: 0, undecidable: true }))).toBe('needs-agent');
    expect(of(HELD)).toBe('needs-agent');
    expect(of(state(1, { name: 'rejected', reason: 'refused', details: [], since: 0, mergedIntoRemoteId: null }))).toBe(
      'needs-agent',
    );
  });

  it('knows what stands in line behind an entry that waits for the agent, notes excepted', () => {
    expect(of(unsent(anEntry(2)), HELD)).toBe('needs-agent');
    expect(of(unsent(anEntry(2, { action: noteAction('Called') })), HELD)).toBe('goes');
    expect(of(unsent(anEntry(2, { ticketId: 'test:2' })), HELD)).toBe('goes');
    expect(of(unsent(anEntry(2)), unsent(anEntry(1)))).toBe('goes');
  });

  it('sends nothing where the helpdesk does not answer', () => {
    expect(of(unsent(anEntry(1), false))).toBe('cut-off');
    expect(of({ ...HELD, connected: false })).toBe('needs-agent');
  });
});

describe('the words that wait', () => {
  it('are named by how they begin, the first five of them', () => {
    const entries = [
      anEntry(1, { action: replyAction(`${'Long '.repeat(20)}end`) }),
      anEntry(2, { action: noteAction('  Called\n\nback ') }),
      anEntry(3, { action: { kind: 'update', changes: { status: 'solved' } } }),
      ...Array.from({ length: 4 }, (_, number) => anEntry(4 + number)),
    ];
    expect(namesOf(entries, text).split('\n')).toEqual([
      `Reply: “${'Long '.repeat(12).trim()}…”`,
      'Internal note: “Called back”',
      'Change',
      'Reply: “Hello”',
      'Reply: “Hello”',
      'and 2 more',
    ]);
  });

  it('are text on the page of safe mode, whatever they look like', () => {
    const page = safeModePage(
      [
        anEntry(1, { action: replyAction('<img src=x onerror=alert(1)> & "so on"\nBye') }),
        anEntry(2, { action: { kind: 'update', changes: { status: 'solved' } } }),
      ],
      text,
    );
    expect(page).toContain(
      '<li>Reply<blockquote>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so on&quot;<br>Bye</blockquote></li><li>Change</li>',
    );
  });
});
