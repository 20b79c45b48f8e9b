import type { Message } from '#shared/domain/conversation.ts';

type Forward = { readonly at: number; readonly message: Message };

/** What went from each ticket to people outside of it: it stands beside the ticket, which stays as it was. */
export function createForwards(now: () => number) {
  const sent = new Map<string, Forward[]>();
  return {
    add(message: Message): void {
      const its = sent.get(message.ticketRemoteId) ?? [];
      its.push({ at: now(), message });
      sent.set(message.ticketRemoteId, its);
    },
    /** By the ticket's id, as it was told by an instant of the helpdesk's clock. */
    of: (remoteId: string, until = Number.POSITIVE_INFINITY): readonly Message[] =>
      (sent.get(remoteId) ?? []).filter(({ at }) => at <= until).map(({ message }) => message),
  };
}
