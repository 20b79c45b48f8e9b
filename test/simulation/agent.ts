import { createDraftSaver, type DraftSaver, SAVE_AFTER_MS } from '#renderer/features/composer/draft-saver.ts';
import type { DeskApi } from '#renderer/store/desk-api.ts';
import { ticketIdOf } from '#shared/domain/ids.ts';
import { PRIORITIES } from '#shared/domain/ticket.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';
import type { EntryState } from '#shared/outbox/entry.ts';
import { ACCOUNT, type Console } from './console.ts';
import type { Event } from './events.ts';
import type { Scheduler } from './scheduler.ts';
import { tokenIn } from './token.ts';

/** One thing the agent did, as they remember it. Its token stands in its words or tags, and in nothing else. */
export type Deed = {
  readonly token: string;
  readonly who: number;
  readonly action: Action;
  /** What Holdfast said to it; `unsaid` where it was killed before it could. */
  accepted: 'yes' | 'no' | 'unsaid';
  entryId: string | null;
  ticketId: string | null;
  /** The version of the ticket that was on the screen; 0 for one that the helpdesk did not have. */
  seenVersion: number;
  /** By the helpdesk's clock. */
  readonly madeAt: number;
  /** `asked` where no answer came. */
  discarded: 'no' | 'asked' | 'yes';
  /** The agent decided what could not be decided: to send again. */
  decided: boolean;
  /** The screen says of it that it went twice. */
  shownTwice: boolean;
};

type Writing = { readonly saver: DraftSaver<string>; readonly life: object; version: number; saved: number };

/** What a write may take behind the 300 ms in which a draft is journalled: disks, the link and the store's own queue. */
const WRITE_MS = 150;

export type Agent = {
  readonly deeds: readonly Deed[];
  /** Draft words that were on the screen and not safe for too long, or were said to be safe and are not there. */
  readonly missing: string[];
  /** The same reply twice on the screen. */
  readonly doubled: string[];
  do(event: Event): Promise<void>;
  /** Draft texts that were said to be safe, by ticket. */
  readonly safeDrafts: () => ReadonlyMap<string, number>;
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
  /** When something last happened that may hold up a write. */
  readonly calmSince: () => number;
  readonly log: (line: string) => void;
}): Agent {
  const { who, console, scheduler, now, serverNow, remoteIds, keepsMarks, calmSince, log } = options;
  const deeds: Deed[] = [];
  const made: string[] = [];
  const missing: string[] = [];
  const doubled: string[] = [];
  const writings = new Map<string, Writing>();
  const safe = new Map<string, number>();

  const ticketOf = (pick: number): string => {
    const ids = [...remoteIds().map((id) => ticketIdOf(ACCOUNT.id, id)), ...made];
    return ids[pick % ids.length] ?? ticketIdOf(ACCOUNT.id, '1');
  };

  const write = async (
    desk: DeskApi,
    kind: Action['kind'],
    ticketId: string | null,
    changes: TicketChanges,
  ): Promise<void> => {
    const token = `w${who}x${deeds.length}`;
    const words = { markdown: `Words ${token}.`, html: `<p>Words ${token}.</p>`, files: [] };
    const action: Action =
      kind === 'reply'
        ? { kind, words, cc: [], changes }
        : kind === 'note'
          ? { kind, words, changes }
          : kind === 'update'
            ? { kind, changes: { ...changes, tagsAdded: [token] } }
            : {
                kind,
                subject: `About ${token}`,
                requester: { remoteId: 'customer', name: 'C', email: null },
                public: true,
                words,
                changes,
              };
    const deed: Deed = {
      token,
      who,
      action,
      accepted: 'unsaid',
      entryId: null,
      ticketId,
      madeAt: serverNow(),
      seenVersion: ticketId === null ? 0 : Number((await desk.ticket(ticketId))?.ticket.version ?? 0),
      discarded: 'no',
      decided: false,
      shownTwice: false,
    };
    deeds.push(deed);
    const said = await desk.enqueue({ accountId: ACCOUNT.id, ticketId, action });
    deed.accepted = said.ok ? 'yes' : 'no';
    log(`${token}: ${kind} on ${ticketId}: ${said.ok ? said.value.ticketId : said.error}`);
    if (!said.ok) return;
    deed.entryId = said.value.entryId;
    deed.ticketId = said.value.ticketId;
    if (kind === 'create') made.push(said.value.ticketId);
  };

  /** Entries in the outbox as the screen shows them, of some states, the latest first. */
  const waiting = async (desk: DeskApi, names: readonly EntryState['name'][]): Promise<readonly Deed[]> => {
    const shown = (await desk.outbox()).filter(({ entry }) => names.includes(entry.state.name));
    return shown.flatMap(({ entry }) => deeds.find(({ entryId }) => entryId === entry.id) ?? []).toReversed();
  };

  const discard = async (desk: DeskApi, deed: Deed): Promise<void> => {
    // What follows a ticket that is taken back goes with it.
    const along = deed.action.kind === 'create' ? deeds.filter(({ ticketId }) => ticketId === deed.ticketId) : [deed];
    for (const one of along) if (one.discarded === 'no') one.discarded = 'asked';
    const shown = (await desk.outbox()).find(({ entry }) => entry.id === deed.entryId);
    const said = await desk.discardEntry(deed.entryId ?? '');
    log(`${deed.token}: taken back from ${shown?.entry.state.name}: ${said.ok ? 'yes' : said.error}`);
    // Of one whose answer was lost the agent knows that it may have arrived.
    if (said.ok && shown?.entry.state.name !== 'unknown' && !deed.decided) deed.discarded = 'yes';
    if (!said.ok && said.error === 'too-late')
      for (const one of along) if (one.discarded === 'asked') one.discarded = 'no';
  };

  const type = (ticketId: string): void => {
    const [desk, life] = [console.desk(), console.windowLife()];
    if (!desk || !life) return;
    const known = writings.get(ticketId);
    const writing: Writing =
      known && known.life === life
        ? known
        : {
            life,
            version: known?.version ?? 0,
            saved: known?.saved ?? 0,
            saver: createDraftSaver<string>({
              save: async (text) => {
                const answer = await desk.saveDraft({
                  accountId: ACCOUNT.id,
                  ticketId,
                  kind: 'reply',
                  text,
                  cursorAt: 0,
                  fields: {},
                  updatedAt: now(),
                });
                const version = versionOf(text);
                if (answer.ok) {
                  const current = writings.get(ticketId);
                  if (current) current.saved = Math.max(current.saved, version);
                  safe.set(ticketId, Math.max(safe.get(ticketId) ?? 0, version));
                }
                return answer;
              },
              onState: () => undefined,
              after: life.after,
            }),
          };
    writings.set(ticketId, writing);
    writing.version += 1;
    const { version } = writing;
    writing.saver.change(`Draft ${version}`);
    const typedAt = scheduler.elapsed();
    life.after(SAVE_AFTER_MS + 50 + WRITE_MS, () => {
      if (calmSince() < typedAt - 30_000 && writing.saved < version && writings.get(ticketId) === writing)
        missing.push(`version ${version} of the draft on ${ticketId} was not safe in time`);
    });
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
        return write(desk, event.what, ticketOf(event.ticket), {});
      case 'solve':
        return write(desk, 'reply', ticketOf(event.ticket), { status: 'solved', statusName: 'solved' });
      case 'update':
        return write(desk, 'update', ticketOf(event.ticket), changesFrom(event.detail));
      case 'create':
        return write(desk, 'create', null, {});
      case 'undo': {
        const [deed] = await waiting(desk, ['queued']);
        return deed && discard(desk, deed);
      }
      case 'discard': {
        const deeds = await waiting(desk, ['held', 'rejected', 'unknown', 'queued']);
        const deed = deeds[event.pick % Math.max(1, deeds.length)];
        return deed && discard(desk, deed);
      }
      case 'retry':
      case 'send-anyway': {
        const deeds = await waiting(desk, ['held', 'rejected', 'unknown']);
        const deed = deeds[event.pick % Math.max(1, deeds.length)];
        if (!deed?.entryId) return;
        const state = (await desk.outbox()).find(({ entry }) => entry.id === deed.entryId)?.entry.state.name;
        deed.decided ||= state === 'unknown';
        const said = await desk.retryEntry({ entryId: deed.entryId, anyway: event.what === 'send-anyway' });
        log(`${deed.token}: again from ${state}: ${said.ok ? 'yes' : said.error}`);
        return;
      }
      case 'type':
        return type(ticketOf(event.ticket));
      case 'drop-draft': {
        const ticketId = ticketOf(event.ticket);
        await writings.get(ticketId)?.saver.drop();
        writings.delete(ticketId);
        safe.delete(ticketId);
        return desk.discardDraft({ accountId: ACCOUNT.id, ticketId, kind: 'reply' });
      }
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
    safeDrafts: () => safe,
  };
}

const changesFrom = (detail: number): TicketChanges => {
  switch (detail % 4) {
    case 0:
      return {};
    case 1:
      return { priority: PRIORITIES[detail % PRIORITIES.length] ?? 'low' };
    case 2:
      return { assigneeId: detail % 8 === 2 ? null : 'colleague' };
    default:
      return { status: 'pending', statusName: 'pending' };
  }
};

export const versionOf = (draft: string): number => Number(/^Draft (\d+)$/.exec(draft)?.[1] ?? 0);
