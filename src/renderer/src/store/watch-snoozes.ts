import type { TicketId } from '#shared/domain/ids.ts';
import { FOREVER } from './columns.ts';
import { changed, type StoreContext } from './store-context.ts';
import { titleOf } from './title-of.ts';

/** A timer past 2^31 ms would fire at once. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/** Tells the agent outside the window when tickets wake by their time. `again` is to be called whenever marks may have changed. */
export function watchSnoozes(context: StoreContext): { again(): void } {
  let since = context.env.now();
  let stop = (): void => undefined;

  const wake = (): void => {
    const now = context.env.now();
    const woken: TicketId[] = [];
    for (const state of context.accounts.values())
      for (const { ticketId, snooze } of state.marks.values()) {
        const until = snooze?.until ?? FOREVER;
        const index = state.columns.indexOf(ticketId);
        if (until <= since || until > now || index < 0 || state.columns.numbers().gone[index] !== 0) continue;
        woken.push(ticketId);
        if (context.settings.notifications)
          void context.main
            ?.notify({ ticketId, kind: 'woken', who: '', subject: titleOf(state, ticketId).subject })
            .catch(() => undefined);
      }
    since = now;
    if (woken.length > 0) changed(context, { views: true, ticketIds: woken });
    again();
  };

  const again = (): void => {
    stop();
    let next = Number.POSITIVE_INFINITY;
    for (const state of context.accounts.values())
      for (const { snooze } of state.marks.values()) {
        const until = snooze?.until ?? FOREVER;
        if (until > since && until < next) next = until;
      }
    if (next < FOREVER) stop = context.env.after(Math.max(0, Math.min(next - context.env.now(), LONGEST_MS)), wake);
  };
  return { again };
}
