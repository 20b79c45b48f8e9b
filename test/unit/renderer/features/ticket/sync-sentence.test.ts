import { describe, expect, it } from 'vitest';
import { syncSentence } from '#renderer/features/ticket/conversation/sync-sentence.ts';
import { NO_SECRET } from '#shared/domain/failure.ts';
import { createText } from '#shared/i18n/text.ts';

const t = createText('en');
const now = {
  synced: 'none',
  empty: true,
  delivered: true,
  health: { phase: 'idle', online: true, problem: null },
  stored: undefined,
  failure: null,
} as const;

describe('why a conversation is not all there', () => {
  it('asks for the password where none is known, though the account is offline too', () => {
    const health = { phase: 'idle', online: false, problem: { code: 'unauthorized', detail: NO_SECRET } } as const;
    const said = syncSentence(t, { ...now, health });
    expect(said).toContain('edit this account and give a new password');
    expect(said).not.toContain('comes by itself');
  });

  it('speaks in sentences, not in codes', () => {
    const failure = { code: 'unauthorized', detail: 'HTTP 401' } as const;
    const refused = syncSentence(t, { ...now, synced: 'behind', failure });
    expect(refused).toContain('does not accept this account’s password');
    expect(refused).not.toContain('401');
    const server = { code: 'server', status: 0, nonsense: false, detail: 'store: full' } as const;
    const full = syncSentence(t, { ...now, stored: 'full', failure: server });
    expect(full).toContain('The disk is full.');
    expect(full).not.toContain('store:');
  });

  it('says that it comes by itself when only the network is missing', () => {
    const problem = { code: 'offline', cause: 'dns', detail: 'ENOTFOUND' } as const;
    expect(syncSentence(t, { ...now, health: { phase: 'idle', online: false, problem } })).toContain('comes by itself');
    expect(syncSentence(t, { ...now, failure: problem })).toContain('comes by itself');
    expect(syncSentence(t, { ...now, synced: 'whole', empty: false })).toBeNull();
  });
});
