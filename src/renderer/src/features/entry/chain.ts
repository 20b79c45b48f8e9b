import type { OutboxEntry } from '#shared/outbox/entry.ts';
import type { OutboxItem } from '../../store/desk-tickets.ts';

/** An entry and those that wait for it, directly or through another, oldest first. */
export function chainOf(items: readonly OutboxItem[], entry: OutboxEntry): readonly OutboxEntry[] {
  const ids = new Set([entry.id]);
  for (const item of items) if (item.waitsFor !== null && ids.has(item.waitsFor)) ids.add(item.entry.id);
  return items.filter((item) => ids.has(item.entry.id)).map((item) => item.entry);
}
