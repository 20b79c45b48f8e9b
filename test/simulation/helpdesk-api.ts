import type { Capabilities } from '#main/connectors/contract.ts';
import { outboxEntrySchema } from '#shared/outbox/entry.ts';
import { z } from '#shared/schema.ts';
import { type Answer, bodyOf, type Helpdesk, ME, type Step } from './helpdesk.ts';

/** The first says what is to be done; the others are in it already, and are named to be marked. */
const writeSchema = z.object({
  entries: z.tuple([outboxEntrySchema], outboxEntrySchema),
  version: z.string().nullable(),
});

/** The modelled helpdesk's HTTP API, in the dialect that `capabilities` describe. */
export function answerRequest(helpdesk: Helpdesk, capabilities: Capabilities, url: URL, body: string | null): Answer {
  const [, kind = '', remoteId = null] = url.pathname.split('/');
  const asked = (name: string): string => url.searchParams.get(name) ?? '';
  if (body !== null) {
    const { entries, version } = writeSchema.parse(JSON.parse(body));
    return helpdesk.take(remoteId, entries, version);
  }
  switch (kind) {
    case 'me':
      return fine({ remoteId: ME, name: 'Me', email: null, administrator: false, groupIds: [] });
    case 'tickets': {
      const step = helpdesk.visible().find(({ ticket }) => ticket.remoteId === remoteId);
      if (!step || step.removal?.reason === 'deleted') return { status: 404, body: {} };
      if (step.removal) return fine({ removal: step.removal });
      return fine({ ...bodyOf(step), forwards: helpdesk.forwardsShown(step.ticket.remoteId) });
    }
    case 'changes':
      return fine(listChanges(helpdesk.visible(), capabilities, asked('after'), Number(asked('limit'))));
    case 'removed': {
      const after = capabilities.tombstones === 'log' ? Number(asked('after')) : 0;
      const gone = helpdesk.visible().filter(({ removal, sequence }) => removal !== null && sequence > after);
      return fine({
        removals: gone.map(({ removal }) => removal),
        next: String(Math.max(after, ...gone.map(({ sequence }) => sequence))),
      });
    }
    case 'find': {
      const found = helpdesk
        .visible()
        .filter(({ marks, ticket, messages }) =>
          asked('mark') === ''
            ? ticket.subject === asked('subject') && messages[0]?.authorId === ME
            : marks.includes(asked('mark')),
        );
      return fine({ tickets: found.map(bodyOf) });
    }
    default:
      return { status: 404, body: {} };
  }
}

const fine = (body: unknown): Answer => ({ status: 200, body });

type Place = { readonly by: number; readonly remoteId: string };
type Cursor = {
  /** Changes up to here were told. */
  readonly at: number;
  readonly filled: boolean;
  /** The last ticket that the fill has told. */
  readonly below: Place | null;
};

/** The next page of changes: newest first until everything was told once, then what has changed since. */
function listChanges(steps: readonly Step[], { delta, tombstones }: Capabilities, after: string, limit: number) {
  const cursor: Cursor = after === '' ? { at: -1, filled: false, below: null } : JSON.parse(after);
  const by = (step: Step): number => (delta === 'cursor' ? step.sequence : step.ticket.updatedAt);
  const tells = tombstones === 'inline' && (cursor.filled || delta === 'none');
  const told = steps.filter(({ removal }) => removal === null || tells);
  const isFilling = !cursor.filled || delta === 'none';
  const isDue = (step: Step): boolean => {
    if (!isFilling) return delta === 'cursor' ? by(step) > cursor.at : by(step) >= cursor.at;
    const { below } = cursor;
    return below === null || by(step) < below.by || (by(step) === below.by && step.ticket.remoteId < below.remoteId);
  };
  const order = (a: Step, b: Step): number => by(b) - by(a) || (a.ticket.remoteId < b.ticket.remoteId ? 1 : -1);
  const sorted = told.filter(isDue).toSorted((a, b) => (isFilling ? order(a, b) : order(b, a)));
  // Where only a time can be asked for, what happened within its second is told again, and whole.
  const page = delta === 'cursor' || isFilling ? sorted.slice(0, limit) : sorted;
  const remaining = sorted.length - page.length;
  const last = page.at(-1);
  // A fill starts its changes from where it began, so that nothing which moved meanwhile is passed over.
  const next: Cursor = isFilling
    ? {
        at: cursor.at < 0 ? Math.max(0, ...steps.map(by)) : cursor.at,
        filled: remaining === 0,
        below: last && remaining > 0 ? { by: by(last), remoteId: last.ticket.remoteId } : null,
      }
    : { at: Math.max(cursor.at, ...page.map(by)), filled: true, below: null };
  const items = page.map((step) => (step.removal ? { removal: step.removal } : bodyOf(step)));
  return { items, next: JSON.stringify(next), remaining };
}
