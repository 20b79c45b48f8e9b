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
  /**
   * A ticket was before the agent in a window that has the focus, from `at` to the last sign of them at `until`. While it lasts it is
   * told again with a later end, so that a kill costs no more than what came since.
   */
  z.object({ event: z.literal('ticket-focus'), at, until: instantSchema, ticketId }),
  /** By the id that it is run under. `waits`: its words wait in the composer until they are sent. */
  z.object({ event: z.literal('macro-used'), at, ticketId, macroId: z.string().max(320), waits: z.boolean() }),
  z.object({ event: z.literal('canned-used'), at, ticketId, responseId: z.string().max(320) }),
  /** What was being written was thrown away, and with it what had been put into it. */
  z.object({ event: z.literal('draft-dropped'), at, ticketId }),
  /** An article went into an entry's message. */
  z.object({ event: z.literal('article-used'), at, ticketId, entryId, articleId: z.string().max(320) }),
  /** The agent did something that goes to the helpdesk. `words`: it is a message on a ticket that there was. */
  z.object({ event: z.literal('entry-made'), at, ticketId, entryId, words: z.boolean() }),
  /** It was taken back before it left. */
  z.object({ event: z.literal('entry-undone'), at, ticketId, entryId }),
  /** It was held, because the ticket had moved on. */
  z.object({ event: z.literal('entry-held'), at, ticketId, entryId }),
]);
export type OwnEvent = Readonly<z.infer<typeof ownEventSchema>>;
export type OwnEventOf<Kind extends OwnEvent['event']> = Extract<OwnEvent, { readonly event: Kind }>;

/** How far the events of an account have been read: so many lines of a day's. It holds while main runs. */
export const ownPlaceSchema = z.object({ day: z.string(), lines: z.number().int().nonnegative() });
export type OwnPlace = Readonly<z.infer<typeof ownPlaceSchema>>;

/** Events of some kinds in order of time, each once: of two that say the same the one that says more. */
export function ownEventsOf<Kind extends OwnEvent['event']>(
  events: readonly OwnEvent[],
  ...kinds: readonly Kind[]
): readonly OwnEventOf<Kind>[] {
  const wanted: ReadonlySet<string> = new Set(kinds);
  return uniqueOwnEvents(events.filter(isOf))
    .map((event) => ({ event, key: keyOf(event) }))
    .sort((a, b) => a.event.at - b.event.at || order(a.event) - order(b.event) || (a.key < b.key ? -1 : 1))
    .map(({ event }) => event);

  function isOf(event: OwnEvent): event is OwnEventOf<Kind> {
    return wanted.has(event.event);
  }
}

/** Each event once, in the order in which they first came. */
export function uniqueOwnEvents<Event extends OwnEvent>(events: readonly Event[]): readonly Event[] {
  const unique = new Map<string, Event>();
  for (const event of events) {
    const key = keyOf(event);
    const known = unique.get(key);
    if (known === undefined || endOf(event) > endOf(known)) unique.set(key, event);
  }
  return [...unique.values()];
}

const endOf = (event: OwnEvent): number => (event.event === 'ticket-focus' ? event.until : event.at);

/** What went into an entry was there before it. */
const order = ({ event }: OwnEvent): number => (event === 'entry-made' ? 1 : 0);

/**
 * An entry is made, undone and held once, whenever that is said, and a focus is the same while it lasts; of anything else the whole
 * event is what it says.
 */
function keyOf(event: OwnEvent): string {
  if (event.event === 'ticket-focus') return `${event.event} ${event.at} ${event.ticketId}`;
  if (event.event === 'article-used') return `${event.event} ${event.entryId} ${event.articleId}`;
  if ('entryId' in event) return `${event.event} ${event.entryId}`;
  return JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));
}
