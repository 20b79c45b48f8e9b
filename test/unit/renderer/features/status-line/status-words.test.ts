import { describe, expect, it } from 'vitest';
import type { Health } from '#shared/domain/account.ts';
import { createText } from '#shared/i18n/text.ts';
import { firstSyncOf } from '../../../../../src/renderer/src/features/inbox/first-sync.ts';
import { reachWords, syncWords } from '../../../../../src/renderer/src/features/status-line/sync-words.ts';
import { worries } from '../../../../../src/renderer/src/features/status-line/worries.ts';
import { afterDeskEvent, initialDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { sampleAccount } from '../../../../support/sample-desk-data.ts';

const t = createText('en');
const health: Health = {
  accountId: 'sample',
  phase: 'idle',
  online: true,
  problem: null,
  retryAt: null,
  lastSyncAt: 1,
  progress: null,
  complete: ['tickets'],
  clockSkewMs: 0,
  abilities: null,
};

describe('syncWords', () => {
  it('counts the first sync, with the total once it is known', () => {
    const first = { ...health, phase: 'first-sync' } as const;
    expect(syncWords(t, { ...first, progress: { done: 1_200, total: null } })).toBe('First sync: 1,200 so far');
    expect(syncWords(t, { ...first, progress: { done: 1_200, total: 4_000 } })).toBe('First sync: 1,200 of 4,000');
  });

  it('does not claim to sync while offline, nor to have synced before it has', () => {
    expect(syncWords(t, { ...health, phase: 'syncing', online: false })).toBeNull();
    expect(syncWords(t, { ...health, lastSyncAt: null })).toBe('Not synced yet');
  });
});

describe('reachWords', () => {
  it('claims neither Online nor Offline before the helpdesk has been asked', () => {
    expect(reachWords(t, { ...health, phase: 'waiting', online: false })).toBe('Waiting to sync');
    expect(reachWords(t, { ...health, online: false })).toBe('Offline');
    expect(reachWords(t, health)).toBe('Online');
  });
});

describe('what is known of accounts', () => {
  it('is forgotten when the link breaks', () => {
    const rows = { tickets: 0, conversations: 0, articles: 0 };
    const told = afterDeskEvent(initialDeskState(), { type: 'health', health, unreadable: 0, rows });
    const broken = afterDeskEvent(told, { type: 'link', state: 'connecting', host: null, secrets: null });
    expect(told.health).toEqual({ sample: health });
    expect(broken.health).toEqual({});
  });
});

describe('firstSyncOf', () => {
  it('adds up the accounts that are at it, and knows no total while one of them does not', () => {
    const at = (done: number, total: number | null): Health => ({
      ...health,
      phase: 'first-sync',
      progress: { done, total },
    });
    expect(firstSyncOf([at(5, 10), at(1, 4), health])).toEqual({ running: true, done: 6, total: 14 });
    expect(firstSyncOf([at(5, 10), at(1, null)])).toEqual({ running: true, done: 6, total: null });
    expect(firstSyncOf([health])).toEqual({ running: false });
  });
});

describe('worries', () => {
  it('says each trouble of the machine once, and stops when it is over', () => {
    const full = afterDeskEvent(initialDeskState(), { type: 'storage', accountId: 'sample', problem: 'full' });
    const both = afterDeskEvent(full, { type: 'storage', accountId: null, problem: 'full' });
    expect(worries(t, both)).toHaveLength(1);
    const one = afterDeskEvent(both, { type: 'storage', accountId: null, problem: null });
    const none = afterDeskEvent(one, { type: 'storage', accountId: 'sample', problem: null });
    expect(worries(t, one)).toHaveLength(1);
    expect(worries(t, none)).toEqual([]);
  });

  it('counts records kept aside', () => {
    const state = afterDeskEvent(initialDeskState(), {
      type: 'health',
      health,
      unreadable: 2,
      rows: { tickets: 0, conversations: 0, articles: 0 },
    });
    expect(worries(t, state)).toEqual([
      '2 records from the helpdesk could not be read. They are kept aside, and everything else is safe. If you miss something, look it up in the helpdesk itself.',
    ]);
  });

  it('warns of passwords that are not kept only where there is one to keep', () => {
    const linked = afterDeskEvent(initialDeskState(), {
      type: 'link',
      state: 'connected',
      host: 'browser',
      secrets: 'session',
    });
    expect(worries(t, { ...linked, accounts: [sampleAccount] })).toEqual([]);
    expect(worries(t, { ...linked, accounts: [{ ...sampleAccount, practice: false }] })).toHaveLength(1);
  });
});
