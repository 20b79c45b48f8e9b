import type { News } from '#shared/link/values.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Clock } from './clock.ts';

/** Why nothing notifies: a call goes on, or the agent has asked to be left alone. */
export type QuietReason = 'call' | 'asked';

/** Holds notifications back while the agent is not to be disturbed, and tells afterwards, once, what there was. */
export type Quiet = {
  notify(notification: News): void;
  /** To be called when a call or a setting has changed: it may be over. */
  again(): void;
  stop(): void;
};

export type QuietPorts = {
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  readonly settings: () => Pick<Settings, 'notifications' | 'doNotDisturbUntil' | 'calls'>;
  /** The agent talks, or has talked just now and not done with it. */
  readonly isBusy: () => boolean;
  readonly tell: (notification: News) => void;
  /** Several at once, the last one of each ticket; `why` they were held back. */
  readonly tellAll: (held: readonly News[], why: QuietReason) => void;
};

/** How often it is looked whether time alone has ended it. */
const LOOK_MS = 15_000;

export function createQuiet({ clock, settings, isBusy, tell, tellAll }: QuietPorts): Quiet {
  const held = new Map<News['ticketId'], News>();
  let heldFor: QuietReason = 'call';
  let watching = false;
  const stopping = new AbortController();

  const reason = (): QuietReason | null => {
    const { doNotDisturbUntil, calls } = settings();
    if (clock.now() < doNotDisturbUntil) return 'asked';
    return calls.quiet && isBusy() ? 'call' : null;
  };
  const again = (): void => {
    if (held.size === 0 || reason() !== null) return;
    const all = [...held.values()];
    held.clear();
    const [first] = all;
    if (!settings().notifications || !first) return;
    if (all.length === 1) tell(first);
    else tellAll(all, heldFor);
  };
  const watch = async (): Promise<void> => {
    if (watching) return;
    watching = true;
    while (held.size > 0 && !stopping.signal.aborted) {
      await clock.sleep(LOOK_MS, stopping.signal);
      if (!stopping.signal.aborted) again();
    }
    watching = false;
  };

  return {
    notify(notification) {
      if (!settings().notifications) return;
      const why = reason();
      const isCall = notification.kind === 'called';
      // Another call is what one wants to hear of while one is on the phone.
      if (why === null || (isCall && why === 'call')) return tell(notification);
      // One that nobody was told of waits in the bar and stands in the log.
      if (isCall) return;
      held.delete(notification.ticketId);
      held.set(notification.ticketId, notification);
      heldFor = why;
      void watch();
    },
    again,
    stop: () => stopping.abort(),
  };
}
