import type { TicketId } from '#shared/domain/ids.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';

/** Entries by their id, and at hand by their ticket: with hundreds of them every row of a list asks for its own. */
export class OutboxEntries extends Map<string, OutboxEntry> {
  readonly #ofTicket = new Map<TicketId, Map<string, OutboxEntry>>();

  override set(id: string, entry: OutboxEntry): this {
    const before = this.get(id);
    if (before && before.ticketId !== entry.ticketId) this.delete(id);
    const its = this.#ofTicket.get(entry.ticketId) ?? new Map<string, OutboxEntry>();
    this.#ofTicket.set(entry.ticketId, its.set(id, entry));
    return super.set(id, entry);
  }

  override delete(id: string): boolean {
    const ticketId = this.get(id)?.ticketId;
    const its = ticketId === undefined ? undefined : this.#ofTicket.get(ticketId);
    its?.delete(id);
    if (ticketId !== undefined && its?.size === 0) this.#ofTicket.delete(ticketId);
    return super.delete(id);
  }

  override clear(): void {
    this.#ofTicket.clear();
    super.clear();
  }

  /** Those of a ticket, oldest first. */
  ofTicket(id: TicketId): readonly OutboxEntry[] {
    const its = this.#ofTicket.get(id);
    return its ? [...its.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) : [];
  }
}
