import type { DeskEvent } from '../store/desk-api.ts';

/** Kinds of event that tell a state: who listens later is told the last one. */
const STATES: readonly DeskEvent['type'][] = [
  'accounts',
  'health',
  'settings',
  'link',
  'storage',
  'notice',
  'badge',
  'calls',
];

/** Hands the store's events to everyone who listens; the states told so far come first. */
export function createEventFeed() {
  const listeners = new Set<(event: DeskEvent) => void>();
  const states = new Map<string, DeskEvent>();

  const remember = (event: DeskEvent): void => {
    if (!STATES.includes(event.type)) return;
    if (event.type === 'accounts') {
      const ids = new Set(event.accounts.map((account) => account.id));
      for (const [key, state] of states)
        if (state.type === 'health' && !ids.has(state.health.accountId)) states.delete(key);
    }
    states.set(keyOf(event), event);
  };

  return {
    tell(event: DeskEvent): void {
      remember(event);
      for (const listener of [...listeners]) listener(event);
    },
    listen(listener: (event: DeskEvent) => void): () => void {
      listeners.add(listener);
      // Not now: a listener that is being set up does not expect to be called.
      queueMicrotask(() => {
        if (listeners.has(listener)) for (const event of [...states.values()]) listener(event);
      });
      return () => void listeners.delete(listener);
    },
  };
}

function keyOf(event: DeskEvent): string {
  switch (event.type) {
    case 'health':
      return `health ${event.health.accountId}`;
    case 'storage':
      return `storage ${event.accountId}`;
    case 'notice':
      return `notice ${event.notice.code}`;
    default:
      return event.type;
  }
}
