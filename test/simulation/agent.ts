import type { Accepted } from '#renderer/store/desk-actions.ts';
import type { DeskApi } from '#renderer/store/desk-api.ts';
import type { OutboxItem } from '#renderer/store/desk-tickets.ts';
import { ticketIdOf } from '#shared/domain/ids.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';
import type { EntryState } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';
import { actionOf, changesFrom } from './agent-actions.ts';
import { ACCOUNT, type Console } from './console.ts';
import type { Deed } from './deed.ts';
import type { Event } from './events.ts';
import { createMany } from './many-at-once.ts';
import type { Scheduler } from './scheduler.ts';
import { tokenIn, tokenOf } from './token.ts';
import { createTypist, type Typist } from './typist.ts';

export type Agent = {
  readonly deeds: readonly Deed[];
  /** Draft words that were on the screen and not safe for too long, or were said to be safe and are not there. */
  readonly missing: string[];
  /** The same reply twice on the screen. */
  readonly doubled: string[];
  do(event: Event): Promise<void>;
  readonly drafts: Pick<Typist, 'safe' | 'thrown'>;
};

export function createAgent(options: {
  readonly who: number;
  readonly console: Console;
  readonly scheduler: Scheduler;
  readonly now: () => number;
  readonly serverNow: () => number;
  /** Ids of the helpdesk's tickets, and whether it hands our ids back with its messages. */
  readonly remoteIds: () => readonly string[];
  readonly keepsMarks: boolean;
  /** Whether a cut write may take effect later than the helpdesk promises. */
  readonly breaksPromises: boolean;
  /** When something last happened that may hold up a write. */
  readonly calmSince: () => number;
  readonly log: (line: string) => void;
}): Agent {
  const { who, console, scheduler, now, serverNow, remoteIds, keepsMarks, breaksPromises, calmSince, log } = options;
  const deeds: Deed[] = [];
  const made: string[] = [];
  const missing: string[] = [];
  const doubled: string[] = [];
  const many = createMany({
    deeds,
    breaksPromises,
    log,
    begin: (...args) => begin(...args),
    accept: (...args) => accept(...args),
  });
  const typist = createTypist({ console, scheduler, now, calmSince, onMissing: (what) => missing.push(what) });

  const ticketOf = (pick: number): string => {
    const ids = [...remoteIds().map((id) => ticketIdOf(ACCOUNT.id, id)), ...made];
    return ids[pick % ids.length] ?? ticketIdOf(ACCOUNT.id, '1');
  };

  const begin = async (
    desk: DeskApi,
    kind: Action['kind'],
    ticketId: string | null,
    changes: TicketChanges,
    replaces: Deed['replaces'] = null,
  ): Promise<Deed> => {
    const seenVersion = ticketId === null ? 0 : Number((await desk.ticket(ticketId))?.ticket.version ?? 0);
    // Only now: others may have been begun while that was awaited.
    const token = `w${who}x${deeds.length}`;
    const deed: Deed = {
      token,
      who,
      action: actionOf(kind, token, changes),
      replaces,
      accepted: 'unsaid',
      entryId: null,
      ticketId,
      madeAt: serverNow(),
      seenVersion,
      discarded: 'no',
      takenBack: false,
      unanswered: 0,
      decided: false,
      shownTwice: false,
    };
    deeds.push(deed);
    return deed;
  };

  const accept = (deed: Deed, said: Result<Accepted, string>): void => {
    deed.accepted = said.ok ? 'yes' : 'no';
    log(`${deed.token}: ${deed.action.kind} on ${deed.ticketId}: ${said.ok ? said.value.ticketId : said.error}`);
    if (!said.ok) return;
    deed.entryId = said.value.entryId;
    deed.ticketId = said.value.ticketId;
    if (deed.action.kind === 'create') made.push(said.value.ticketId);
  };

  const write = async (
    desk: DeskApi,
    kind: Action['kind'],
    ticketId: string | null,
    changes: TicketChanges,
  ): Promise<void> => {
    const deed = await begin(desk, kind, ticketId, changes);
    accept(deed, await desk.enqueue({ accountId: ACCOUNT.id, ticketId, action: deed.action }));
  };

  /** One of the entries that the outbox shows in some states, and what the agent remembers of it. */
  const oneOf = async (
    desk: DeskApi,
    names: readonly EntryState['name'][],
    pick: number,
  ): Promise<{ readonly deed: Deed; readonly item: OutboxItem } | null> => {
    const shown = (await desk.outbox()).filter(({ entry }) => names.includes(entry.state.name)).toReversed();
    const item = shown[pick % Math.max(1, shown.length)];
    const deed = item && deeds.find(({ token }) => token === tokenOf(item.entry.action));
    if (!deed) return null;
    deed.entryId = item.entry.id;
    return { deed, item };
  };

  const discard = async (desk: DeskApi, { deed, item }: { readonly deed: Deed; readonly item: OutboxItem }) => {
    // What follows a ticket that is taken back goes with it.
    const along = deed.action.kind === 'create' ? deeds.filter(({ ticketId }) => ticketId === deed.ticketId) : [deed];
    for (const one of along) if (one.discarded === 'no') one.discarded = 'asked';
    for (const one of along) one.unanswered += 1;
    const said = await desk.discardEntry(item.entry.id);
    for (const one of along) one.unanswered -= 1;
    const state = item.entry.state.name;
    log(`${deed.token}: taken back from ${state}: ${said.ok ? 'yes' : said.error}`);
    if (said.ok) {
      deed.takenBack = true;
      // Of one whose answer was lost the agent knows that it may have arrived, and of none that was tried where promises are broken.
      const mayHaveArrived = state === 'unknown' || deed.decided || (breaksPromises && item.entry.attempts > 0);
      deed.discarded = mayHaveArrived ? 'asked' : 'yes';
    } else if (said.error === 'too-late') {
      for (const one of along)
        if (one.discarded === 'asked' && !one.takenBack && one.unanswered === 0) one.discarded = 'no';
    }
  };

  /** "Make it a note", and to the ticket that its own was merged into. */
  const replace = async (desk: DeskApi, { deed, item }: { readonly deed: Deed; readonly item: OutboxItem }) => {
    const target = item.mergedInto?.id ?? null;
    if (deed.action.kind !== 'reply' && (target === null || deed.action.kind === 'create')) return;
    const kind = target === null ? 'note' : deed.action.kind;
    const ticketId = target ?? item.entry.ticketId;
    const state = item.entry.state.name;
    const mayHaveArrived = state === 'unknown' || deed.decided || (breaksPromises && item.entry.attempts > 0);
    const next = await begin(desk, kind, ticketId, deed.action.changes, { deed, mayHaveArrived });
    if (deed.discarded === 'no') deed.discarded = 'asked';
    deed.unanswered += 1;
    const said = await desk.replaceEntry({ entryId: item.entry.id, ticketId, action: next.action });
    deed.unanswered -= 1;
    log(`${deed.token}: ${next.token} in its place, from ${state}: ${said.ok ? 'yes' : said.error}`);
    if (said.ok || said.error === 'too-late' || said.error === 'unknown-ticket') accept(next, said);
    if (said.ok && !mayHaveArrived) deed.discarded = 'yes';
    if (next.accepted === 'no' && deed.discarded === 'asked' && !deed.takenBack && deed.unanswered === 0)
      deed.discarded = 'no';
  };

  /** What was discarded stands in a note's draft again. */
  const recover = async (desk: DeskApi, pick: number): Promise<void> => {
    const told = await desk.discarded();
    const items = told.ok ? told.value.flatMap(({ discarded }) => (discarded.what === 'entry' ? [discarded] : [])) : [];
    const item = items[pick % Math.max(1, items.length)];
    if (!item || item.entry.action.kind === 'update') return;
    const { ticketId, action } = item.entry;
    const before = await desk.draft({ ticketId, kind: 'note' });
    const text = [action.words.markdown, before?.text].filter(Boolean).join('\n\n');
    const draft = { accountId: ACCOUNT.id, ticketId, kind: 'note', text, cursorAt: 0, fields: {}, files: [] } as const;
    const saved = await desk.saveDraft({ ...draft, updatedAt: now() });
    log(`${tokenOf(action)}: recovered: ${saved.ok ? 'yes' : saved.error}`);
    if (saved.ok) await desk.recovered({ accountId: ACCOUNT.id, id: item.id });
  };

  const look = async (desk: DeskApi, ticketId: string): Promise<void> => {
    void desk.refreshTicket(ticketId).catch(() => undefined);
    const { items } = await desk.conversation(ticketId);
    const seen = new Map<string, string>();
    for (const item of items) {
      if (item.type !== 'message') continue;
      const token = tokenIn(item.message.body.content);
      if (token === null) continue;
      const name = item.message.entry?.state.name ?? 'delivered';
      const other = seen.get(token);
      seen.set(token, name);
      // Without a mark of ours nobody can tell, while the answer is lost, that the message is the reply.
      const isUntold = !keepsMarks && [name, other].some((one) => one !== 'delivered' && one !== 'sending');
      // Two that the helpdesk has are its own, and judged there.
      const isThere = name === 'delivered' && other === 'delivered';
      if (other !== undefined && !isUntold && !isThere) doubled.push(`${token} is shown as ${other} and as ${name}`);
    }
  };

  const perform = async (event: Event): Promise<void> => {
    const desk = console.desk();
    if (!desk) return;
    switch (event.what) {
      case 'reply':
      case 'note':
      case 'forward':
        return write(desk, event.what, ticketOf(event.ticket), {});
      case 'solve':
        return write(desk, 'reply', ticketOf(event.ticket), { status: 'solved', statusName: 'solved' });
      case 'update':
        return write(desk, 'update', ticketOf(event.ticket), changesFrom(event.detail));
      case 'create':
        return write(desk, 'create', null, {});
      case 'many': {
        const ids = Array.from({ length: event.count }, (_, at) => ticketOf(event.ticket + at));
        return many.write(desk, [...new Set(ids)], changesFrom(event.detail));
      }
      case 'undo-many':
        return many.takeBack(desk, event.pick);
      case 'undo': {
        const latest = await oneOf(desk, ['queued'], 0);
        return latest ? discard(desk, latest) : undefined;
      }
      case 'discard': {
        const one = await oneOf(desk, ['held', 'rejected', 'unknown', 'queued'], event.pick);
        return one ? discard(desk, one) : undefined;
      }
      case 'replace': {
        const one = await oneOf(desk, ['held', 'rejected', 'unknown', 'queued'], event.pick);
        return one ? replace(desk, one) : undefined;
      }
      case 'recover':
        return recover(desk, event.pick);
      case 'retry':
      case 'send-anyway': {
        const one = await oneOf(desk, ['held', 'rejected', 'unknown'], event.pick);
        if (!one) return;
        const { deed, item } = one;
        const state = item.entry.state.name;
        deed.decided ||= state === 'unknown';
        const said = await desk.retryEntry({ entryId: item.entry.id, anyway: event.what === 'send-anyway' });
        log(`${deed.token}: again from ${state}: ${said.ok ? 'yes' : said.error}`);
        return;
      }
      case 'type':
        return typist.type(ticketOf(event.ticket));
      case 'drop-draft':
        return typist.drop(desk, ticketOf(event.ticket));
      case 'look':
        return look(desk, ticketOf(event.ticket));
      default:
        return;
    }
  };

  return {
    deeds,
    missing,
    doubled,
    // A database that is closed just then cannot be read; the window says so and asks again.
    do: (event) => perform(event).catch(() => undefined),
    drafts: typist,
  };
}
