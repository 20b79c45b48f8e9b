import type { Capabilities } from '#main/connectors/contract.ts';
import type { Accepted } from '#renderer/store/desk-actions.ts';
import type { DeskApi } from '#renderer/store/desk-api.ts';
import type { OutboxItem } from '#renderer/store/desk-tickets.ts';
import type { Message } from '#shared/domain/conversation.ts';
import { ticketIdOf } from '#shared/domain/ids.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';
import type { Result } from '#shared/result.ts';
import { modelledCapabilities } from './capabilities.ts';
import { ACCOUNT } from './console.ts';
import { ME } from './helpdesk.ts';
import { createRandom } from './random.ts';
import { answered } from './scheduler.ts';
import { createWorld, type World } from './world.ts';

const CAPABILITIES = modelledCapabilities({
  delta: 'cursor',
  tombstones: 'inline',
  precondition: 'etag',
  dedupe: { reply: 'marker', note: 'marker', update: 'marker', create: 'marker', forward: 'marker' },
  consistencyMs: 0,
  conversations: 'inPull',
});

export const ticketId = (remoteId: string): string => ticketIdOf(ACCOUNT.id, remoteId);

/** A story told step by step, on the real core and the real store, with a modelled helpdesk around them. */
export type Scenario = Pick<World, 'helpdesk' | 'network' | 'consoles' | 'offsets'> & {
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
  /** Lets time pass until an answer is there. */
  answered<Value>(answer: Promise<Value>): Promise<Value>;
  desk(who?: number): DeskApi;
  reply(remoteId: string, text: string, changes?: TicketChanges): Promise<Result<Accepted, string>>;
  enqueue(remoteId: string, action: Action): Promise<Result<Accepted, string>>;
  saveDraft(remoteId: string, text: string): Promise<void>;
  outbox(who?: number): Promise<readonly OutboxItem[]>;
  /** How each entry stands in the outbox, in the order they were made. */
  states(): Promise<readonly string[]>;
  /** What the agent reads in a conversation, oldest first. */
  shown(remoteId: string): Promise<readonly string[]>;
  /** Messages that the helpdesk has of me, oldest first. */
  mine(remoteId: string): readonly string[];
};

type Reply = Extract<Action, { kind: 'reply' }>;

export const replyOf = (markdown: string, { cc = [], changes = {} }: Partial<Reply> = {}): Reply => ({
  kind: 'reply',
  words: { markdown, html: `<p>${markdown}</p>`, files: [] },
  cc,
  changes,
});

/** Starts a console that has read everything. */
export async function begin(
  options: {
    readonly capabilities?: Partial<Capabilities>;
    readonly consoles?: number;
    readonly undoSeconds?: number;
  } = {},
): Promise<Scenario> {
  const world = createWorld({
    random: createRandom(1),
    capabilities: { ...CAPABILITIES, ...options.capabilities },
    consoles: options.consoles ?? 1,
    undoSeconds: () => options.undoSeconds ?? 0,
    lateness: 0.95,
  });
  const { scheduler, helpdesk, network, consoles, offsets } = world;
  const pass = (ms: number): Promise<void> => scheduler.runUntil(scheduler.elapsed() + ms);
  const ask = async <Value>(answer: Promise<Value>): Promise<Value> => {
    const told = await answered(scheduler, answer);
    if (told === null) throw new Error('nobody answers');
    return told.value;
  };
  const desk = (who = 0): DeskApi => {
    const open = consoles[who]?.desk();
    if (!open) throw new Error('no window is open');
    return open;
  };
  const enqueue = (remoteId: string, action: Action) =>
    ask(desk().enqueue({ accountId: ACCOUNT.id, ticketId: ticketId(remoteId), action }));
  const outbox = (who?: number) => ask(desk(who).outbox());
  for (const console of consoles) {
    void console.startMain();
    console.startWindow();
  }
  await pass(5_000);
  return {
    helpdesk,
    network,
    consoles,
    offsets,
    pass,
    answered: ask,
    desk,
    enqueue,
    outbox,
    reply: (remoteId, text, changes = {}) => enqueue(remoteId, replyOf(text, { changes })),
    async saveDraft(remoteId, text) {
      const draft = { accountId: ACCOUNT.id, ticketId: ticketId(remoteId), kind: 'reply', text } as const;
      await ask(
        desk().saveDraft({ ...draft, cursorAt: text.length, fields: {}, files: [], updatedAt: scheduler.elapsed() }),
      );
    },
    states: async () => (await outbox()).map(({ entry }) => entry.state.name),
    async shown(remoteId) {
      const { items } = await ask(desk().conversation(ticketId(remoteId)));
      return items.flatMap((item) => (item.type === 'message' ? [wordsOf(item.message)] : []));
    },
    mine: (remoteId) =>
      (helpdesk.all().find(({ ticket }) => ticket.remoteId === remoteId)?.messages ?? [])
        .filter(({ authorId }) => authorId === ME)
        .map(wordsOf),
  };
}

/** The model helpdesk keeps text as it was written; what waits here is dressed for mail. */
const wordsOf = ({ body }: Message): string => body.content.replaceAll(/<\/?p>/g, '');
