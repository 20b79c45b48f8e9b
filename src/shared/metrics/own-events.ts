import { runSourceSchema } from '../commands/command-runs.ts';
import { instantSchema, ticketIdSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';

/** Instants are this machine's. */
const at = instantSchema;
const ticketId = ticketIdSchema;
/** ULID of an outbox entry. */
const entryId = z.string().length(26);

/**
 * What the agent does at this machine and no helpdesk tells; of the kind *mine*. Each is small and stays as it is once it is written:
 * one that came twice is the same, and counts once.
 */
export const ownEventSchema = z.discriminatedUnion('event', [
  /** A ticket came before the agent, in a window that has the focus. */
  z.object({ event: z.literal('ticket-focused'), at, ticketId }),
  /** It went, or the window did: closed, hidden, out of focus, or nobody touched it for a while. */
  z.object({ event: z.literal('ticket-left'), at, ticketId }),
  z.object({ event: z.literal('command-run'), at, command: z.string().max(200), source: runSourceSchema }),
  /** By the id that it is run under. */
  z.object({ event: z.literal('macro-used'), at, ticketId, macroId: z.string().max(320) }),
  z.object({ event: z.literal('canned-used'), at, ticketId, responseId: z.string().max(320) }),
  /** An article went into a message, as a link or in words. */
  z.object({ event: z.literal('article-used'), at, ticketId, articleId: z.string().max(320) }),
  /** The agent did something that goes to the helpdesk. `words`: it says something. */
  z.object({ event: z.literal('entry-made'), at, ticketId, entryId, words: z.boolean() }),
  /** It was taken back before it left. */
  z.object({ event: z.literal('entry-undone'), at, ticketId, entryId }),
  /** It was held, because the ticket had moved on. */
  z.object({ event: z.literal('entry-held'), at, ticketId, entryId }),
]);
export type OwnEvent = Readonly<z.infer<typeof ownEventSchema>>;
export type OwnEventOf<Kind extends OwnEvent['event']> = Extract<OwnEvent, { readonly event: Kind }>;

/** Events of some kinds in order of time, each once: two that say the same are one. */
export function ownEventsOf<Kind extends OwnEvent['event']>(
  events: readonly OwnEvent[],
  ...kinds: readonly Kind[]
): readonly OwnEventOf<Kind>[] {
  const wanted: ReadonlySet<string> = new Set(kinds);
  const unique = new Map<string, OwnEventOf<Kind>>();
  for (const event of events) if (isOf(event, wanted)) unique.set(keyOf(event), event);
  return [...unique.values()].sort((a, b) => a.at - b.at || order(a) - order(b) || (keyOf(a) < keyOf(b) ? -1 : 1));

  function isOf(event: OwnEvent, names: ReadonlySet<string>): event is OwnEventOf<Kind> {
    return names.has(event.event);
  }
}

/** Going from one ticket to the next is leaving and focusing in one instant; what went into an entry was there before it. */
const order = ({ event }: OwnEvent): number => (event === 'ticket-focused' || event === 'entry-made' ? 1 : 0);

/** An entry is made, undone and held once, whenever that is said; of anything else the whole event is what it says. */
const keyOf = (event: OwnEvent): string =>
  'entryId' in event
    ? `${event.event} ${event.entryId}`
    : JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));
