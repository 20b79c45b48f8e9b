import type { Abilities, Health } from '#shared/domain/account.ts';
import type { Stream } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Clock } from '../clock.ts';
import { backoffMs } from './backoff.ts';

/** Whether the helpdesk can be reached and what the status line says of it. One per account, shared by sync and outbox. */
export type ConnectionState = {
  health(): Health;
  succeeded(): void;
  /** Takes a failure in and says how long to leave the helpdesk alone; null: until the agent does something. */
  failed(failure: Failure): number | null;
  /** How long calls must still wait; 0 when they may go, null when only the agent can help. */
  waitMs(): number | null;
  /** The agent asked, or changed the account: try at once. */
  forgive(): void;
  change(change: Partial<Pick<Health, 'phase' | 'progress' | 'lastSyncAt' | 'clockSkewMs' | 'abilities'>>): void;
  completed(stream: Stream): void;
};

export function createConnectionState(
  accountId: AccountId,
  clock: Clock,
  random: () => number,
  known: { readonly complete: readonly Stream[]; readonly lastSyncAt: number | null; readonly abilities: Abilities },
  tell: (health: Health) => void,
): ConnectionState {
  let failures = 0;
  /** When calls may go again, by the clock that nobody can set; null when only the agent can help. */
  let opensAt: number | null = 0;
  let health: Health = {
    accountId,
    phase: 'waiting',
    online: false,
    problem: null,
    retryAt: null,
    lastSyncAt: known.lastSyncAt,
    progress: null,
    complete: [...known.complete],
    clockSkewMs: 0,
    abilities: known.abilities,
  };
  const set = (change: Partial<Health>): void => {
    const next = { ...health, ...change };
    if (JSON.stringify(next) === JSON.stringify(health)) return;
    health = next;
    tell(health);
  };
  return {
    health: () => health,
    succeeded() {
      // A call that was under way when the helpdesk asked us to wait says nothing of the wait.
      if (health.problem?.code === 'rateLimited' && opensAt !== null && opensAt > clock.elapsed()) return;
      failures = 0;
      set({ online: true, problem: null, retryAt: null });
    },
    failed(failure) {
      failures += 1;
      const ms = waitAfter(failure, failures, random);
      opensAt = ms === null ? null : clock.elapsed() + ms;
      set({
        online: failure.code !== 'offline' && failure.code !== 'timeout' && failure.code !== 'unknownOutcome',
        problem: failure,
        // Nothing is being pulled until the wait is over; a first sync goes on being one.
        phase: health.phase === 'syncing' ? 'idle' : health.phase,
        retryAt: ms === null ? null : clock.now() + ms,
      });
      return ms;
    },
    waitMs() {
      if (health.problem === null) return 0;
      return opensAt === null ? null : Math.max(0, opensAt - clock.elapsed());
    },
    forgive() {
      failures = 0;
      opensAt = clock.elapsed();
      if (health.problem !== null) set({ retryAt: clock.now() });
    },
    change: set,
    completed(stream) {
      if (!health.complete.includes(stream)) set({ complete: [...health.complete, stream] });
    },
  };
}

/** Only a wrong or revoked secret needs the agent; everything else is tried again by itself. */
function waitAfter(failure: Failure, failures: number, random: () => number): number | null {
  if (failure.code === 'unauthorized') return null;
  const ms = backoffMs(failures, random);
  return failure.code === 'rateLimited' ? Math.max(ms, failure.retryAfterMs) : ms;
}
