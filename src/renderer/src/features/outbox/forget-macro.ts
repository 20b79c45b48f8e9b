import { show, useInterface } from '#renderer/state/interface-state.ts';

/** What of the last macro has just been taken back need not be given back later. */
export function forgetMacro(entryIds: readonly string[]): void {
  const { lastMacro } = useInterface.getState();
  if (lastMacro === null) return;
  const tickets = lastMacro.tickets.filter(({ entryId }) => !entryIds.includes(entryId));
  if (tickets.length < lastMacro.tickets.length)
    show({ lastMacro: tickets.length === 0 ? null : { ...lastMacro, tickets } });
}
