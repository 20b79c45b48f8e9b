import type { Capabilities } from '#main/connectors/contract.ts';
import type { DeskApi } from '#renderer/store/desk-api.ts';
import type { OutboxItem } from '#renderer/store/desk-tickets.ts';
import { ticketIdOf } from '#shared/domain/ids.ts';
import type { Agent } from './agent.ts';
import { ACCOUNT, type Console } from './console.ts';
import type { Deed } from './deed.ts';
import type { Effect, Helpdesk, Step } from './helpdesk.ts';
import { judgeDiscarded, judgeDrafts } from './judge-words.ts';
import type { Network } from './network.ts';
import type { Scheduler } from './scheduler.ts';
import { tokenIn, tokenOf } from './token.ts';
import type { Say, Wrong } from './wrong.ts';

export type Verdict = {
  readonly actions: number;
  readonly held: number;
  readonly rejected: number;
  readonly unknown: number;
  /** What must never happen, in words. */
  readonly violations: readonly { readonly wrong: Wrong; readonly what: string }[];
};

type Case = {
  readonly helpdesk: Helpdesk;
  readonly capabilities: Capabilities;
  readonly consoles: readonly Console[];
  readonly agents: readonly Agent[];
  readonly network: Network;
  readonly scheduler: Scheduler;
  readonly lateness: number;
  readonly log: (line: string) => void;
};

/** A request may be under way for this long between the look at the ticket and its effect. */
const LONGEST_REQUEST_MS = 75_000;

/** Compares what the agents remember with what the helpdesk has and what the screens show. */
export async function judge(found: Case): Promise<Verdict> {
  const { helpdesk, consoles, agents, network } = found;
  const violations: { wrong: Wrong; what: string }[] = [];
  const say = (wrong: Wrong, what: string): void => void violations.push({ wrong, what });
  const counts = { held: 0, rejected: 0, unknown: 0 };
  const effects = new Map<string, Effect[]>();
  for (const effect of helpdesk.effects) {
    const token = tokenOf(effect.entry.action) ?? '';
    if (effect.changed) effects.set(token, [...(effects.get(token) ?? []), effect]);
  }

  for (const [who, agent] of agents.entries()) {
    const desk = consoles[who]?.desk();
    if (!desk || !consoles[who]?.isRunning().main) {
      say('lost', 'the console does not run at the end');
      continue;
    }
    const outbox = await desk.outbox();
    for (const { entry } of outbox) {
      if (entry.state.name in counts) counts[entry.state.name as keyof typeof counts] += 1;
      found.log(`waits at the end: ${tokenOf(entry.action)} ${JSON.stringify(entry.state)}`);
    }
    if (found.lateness > 1) await markShownTwice(desk, agent, effects, found);
    const isAlive = ({ token }: Deed): boolean =>
      effects.has(token) || outbox.some(({ entry }) => tokenOf(entry.action) === token);
    for (const deed of agent.deeds) {
      const its = effects.get(deed.token) ?? [];
      judgeDeed(deed, its, outbox, found, say);
      judgeReplaced(deed, agent, isAlive, say);
      for (const effect of its) judgeSight(deed, effect, found, say);
    }
    judgeOrder(agent, effects, say);
    judgeHolds(outbox, agent, effects, found, say);
    await judgeCache(desk, outbox, found, say);
    await judgeDrafts(desk, agent, say);
    await judgeDiscarded(desk, agent, found, say);
    for (const what of agent.missing) say('lost', what);
    for (const what of agent.doubled) say('diverged', what);
  }
  for (const what of network.impatient) say('diverged', what);
  return { actions: agents.reduce((sum, { deeds }) => sum + deeds.length, 0), ...counts, violations };
}

/** Exactly one effect, or visibly waiting with its words intact, or taken back. */
function judgeDeed(
  deed: Deed,
  effects: readonly Effect[],
  outbox: readonly OutboxItem[],
  { capabilities }: Case,
  say: Say,
): void {
  const { token } = deed;
  const item = outbox.find(({ entry }) => tokenOf(entry.action) === token);
  const count = effects.length;
  if (deed.discarded === 'yes') {
    if (count > 0) say('resurrected', `${token} was taken back and reached the helpdesk`);
    if (item) say('resurrected', `${token} was taken back and is in the outbox`);
    return;
  }
  if (deed.accepted === 'no' && (count > 0 || item)) say('resurrected', `${token} was not accepted and lives`);
  if (count > 1 && !deed.decided && !deed.shownTwice) say('duplicated', `${token} took effect ${count} times`);
  if (deed.discarded === 'asked' || deed.accepted !== 'yes') return;
  if (count === 0 && !item) say('lost', `${token} is neither at the helpdesk nor in the outbox`);
  if (item && JSON.stringify(item.entry.action) !== JSON.stringify(deed.action)) say('lost', `${token} has changed`);
  if (item?.entry.state.name === 'queued' && item.waitsFor === null) say('lost', `${token} is stuck in the queue`);
  if (item?.entry.state.name === 'sending') say('lost', `${token} is stuck on its way`);
  // Where fields alone tell of an update, one that somebody has changed since tells nothing: the agent is asked.
  const isAsked = item?.entry.state.name === 'held' && item.entry.state.reason === 'field-conflict';
  const cannotBeTold = isAsked && deed.action.kind === 'update' && capabilities.dedupe.update === 'contentMatch';
  const isUndecided = item?.entry.state.name === 'unknown' || cannotBeTold;
  if (count > 0 && item && !isUndecided && !deed.decided) say('diverged', `${token} was delivered and still waits`);
}

/** Where one was put in the place of another neither both nor none of them live, also where nobody heard the answer. */
function judgeReplaced(deed: Deed, agent: Agent, isAlive: (deed: Deed) => boolean, say: Say): void {
  if (!deed.replaces || deed.accepted !== 'unsaid' || deed.takenBack) return;
  const { deed: old, mayHaveArrived } = deed.replaces;
  if (old.accepted !== 'yes' || old.discarded !== 'asked' || old.takenBack) return;
  const later = agent.deeds.some(({ replaces, accepted }) => replaces?.deed === old && accepted === 'yes');
  if (later) return;
  const alive = [old, deed].filter(isAlive).length;
  if (alive === 0) say('lost', `neither ${old.token} nor ${deed.token} in its place is there`);
  if (alive === 2 && !mayHaveArrived) say('resurrected', `${old.token} lives, and ${deed.token} in its place as well`);
}

/**
 * A helpdesk that breaks its promise makes things twice, which nobody can prevent: then the screen has to say so. Where it does
 * not hand our marks back nobody can know.
 */
async function markShownTwice(
  desk: DeskApi,
  agent: Agent,
  effects: ReadonlyMap<string, readonly Effect[]>,
  { capabilities }: Case,
): Promise<void> {
  const keepsMarks = capabilities.dedupe.reply === 'metadata' || capabilities.dedupe.reply === 'marker';
  for (const deed of agent.deeds) {
    const its = effects.get(deed.token) ?? [];
    if (its.length < 2) continue;
    deed.shownTwice = !keepsMarks || deed.action.kind === 'update';
    for (const { ticketRemoteId } of its)
      for (const id of [ticketIdOf(ACCOUNT.id, ticketRemoteId), deed.ticketId ?? '']) {
        const { items } = await desk.conversation(id);
        deed.shownTwice ||= items.some((item) => item.type === 'message' && item.message.doubled);
      }
  }
}

/** In order per ticket; only internal notes may pass what waits, and what is said beside a ticket is in no order with the rest. */
function judgeOrder(agent: Agent, effects: ReadonlyMap<string, readonly Effect[]>, say: Say): void {
  const sent = agent.deeds.flatMap((deed) => {
    const [effect] = effects.get(deed.token) ?? [];
    return effect ? [{ deed, effect }] : [];
  });
  for (const later of sent)
    for (const earlier of sent)
      if (
        earlier.effect.entry.id < later.effect.entry.id &&
        earlier.effect.ticketRemoteId === later.effect.ticketRemoteId &&
        earlier.effect.at > later.effect.at &&
        later.deed.action.kind !== 'note' &&
        ![earlier, later].some(({ deed }) => deed.action.kind === 'forward') &&
        // What was given up while nobody knew may arrive whenever it likes.
        earlier.deed.discarded === 'no'
      )
        say('diverged', `${later.deed.token} went before ${earlier.deed.token}`);
}

/** What is held is held for a reason that is there. */
function judgeHolds(
  outbox: readonly OutboxItem[],
  agent: Agent,
  effects: ReadonlyMap<string, readonly Effect[]>,
  { helpdesk, agents }: Case,
  say: Say,
): void {
  /** What was given up while nobody knew, and arrived after all, is as if somebody else had done it. */
  const wasGivenUp = (ticketRemoteId: string | null): boolean =>
    agent.deeds.some(
      ({ token, discarded }) =>
        discarded === 'asked' && effects.get(token)?.some((effect) => effect.ticketRemoteId === ticketRemoteId),
    );
  for (const { entry } of outbox) {
    if (entry.state.name !== 'held') continue;
    const step = helpdesk.all().find(({ ticket }) => ticket.remoteId === entry.ticketRemoteId);
    if (entry.state.reason === 'newer-message' && step && !hasNews(step, entry.base.lastMessageRemoteId))
      say('diverged', `${tokenOf(entry.action)} is held for a message that nobody wrote`);
    if (entry.state.reason !== 'field-conflict' || agents.length > 1 || wasGivenUp(entry.ticketRemoteId)) continue;
    const deed = agent.deeds.find(({ entryId }) => entryId === entry.id);
    if (!deed) continue;
    const theirs = entry.state.fields.filter((field) =>
      helpdesk.hadMoved(entry.ticketRemoteId ?? '', field, deed.seenVersion, deed.madeAt),
    );
    if (theirs.length === 0) say('diverged', `${tokenOf(entry.action)} is held for fields that only I have changed`);
  }
}

function hasNews({ messages }: Step, lastSeen: string | null): boolean {
  const at = messages.findIndex(({ remoteId }) => remoteId === lastSeen);
  return messages.slice(at + 1).some(({ authorId }) => authorId === 'customer' || authorId === 'colleague');
}

/** Nothing goes out under a message that the agent has not seen, nor over a colleague's change. */
function judgeSight(
  deed: Deed,
  { entry, at, oldestUnseenMs, overwrote }: Effect,
  { capabilities, scheduler }: Case,
  say: Say,
): void {
  if (entry.sendAnyway) return;
  const isExact = capabilities.precondition !== 'none';
  const leeway = isExact ? -1 : LONGEST_REQUEST_MS + capabilities.lateEffectMs + capabilities.consistencyMs;
  const when = `${((at - scheduler.elapsed()) / 1000).toFixed(0)}`;
  if (oldestUnseenMs > leeway)
    say(
      'diverged',
      `${tokenOf(entry.action)} went out (${when}) under a message that came ${oldestUnseenMs} ms before`,
    );
  const unseen = overwrote.filter(({ version }) => version > deed.seenVersion).map(({ field }) => field);
  if (isExact && unseen.length > 0)
    say('diverged', `${tokenOf(entry.action)} overwrote a colleague's ${unseen.join(' and ')}`);
}

/** What the screen shows of each ticket is what the helpdesk has, with what waits laid over it. */
async function judgeCache(desk: DeskApi, outbox: readonly OutboxItem[], found: Case, say: Say): Promise<void> {
  const { helpdesk, capabilities } = found;
  const made = new Map(
    helpdesk.effects.flatMap(({ entry, ticketRemoteId }) =>
      entry.action.kind === 'create' ? [[ticketRemoteId, entry.ticketId] as const] : [],
    ),
  );
  for (const step of helpdesk.all()) {
    const { remoteId } = step.ticket;
    const own = made.get(remoteId);
    const detail =
      (await desk.ticket(ticketIdOf(ACCOUNT.id, remoteId))) ?? (own === undefined ? null : await desk.ticket(own));
    const isOwn = detail?.ticket.remoteId === remoteId;
    if (step.removal) {
      // What stands for a ticket until it is known to be delivered is the agent's own.
      if (capabilities.tombstones !== 'none' && isOwn && detail.delivered && detail.gone === null)
        say('diverged', `${remoteId} is ${step.removal.reason} and still shown`);
      continue;
    }
    if (!detail) {
      say('diverged', `${remoteId} is not here`);
      continue;
    }
    if (detail.gone !== null) say('diverged', `${remoteId} is shown as ${detail.gone}`);
    if (detail.pending.length > 0) {
      const shown = (await desk.conversation(detail.id)).items.flatMap((item) =>
        item.type === 'message' ? (tokenIn(item.message.body.content) ?? []) : [],
      );
      for (const { action } of detail.pending)
        if (action.kind !== 'update' && !shown.includes(tokenOf(action) ?? ''))
          say('diverged', `${tokenOf(action)} waits and is not in its conversation`);
      continue;
    }
    for (const field of ['version', 'status', 'priority', 'assigneeId', 'subject'] as const)
      if (detail.ticket[field] !== step.ticket[field])
        say('diverged', `${remoteId} has ${field} ${detail.ticket[field]} here and ${step.ticket[field]} there`);
    const { items, synced } = await desk.conversation(detail.id);
    const messages = items.flatMap((item) => (item.type === 'message' ? [item.message] : []));
    const forwarded = helpdesk.forwardsOf(remoteId).map((message) => message.remoteId);
    for (const message of messages)
      if (message.kind === 'forward' && !forwarded.includes(message.remoteId))
        say('diverged', `${remoteId} shows a forward ${message.remoteId} that never was`);
    const here = messages.flatMap((message) => (message.kind === 'forward' ? [] : message.remoteId)).toSorted();
    const there = step.messages.map((message) => message.remoteId).toSorted();
    if (synced === 'whole' && here.join() !== there.join())
      say('diverged', `${remoteId} has messages ${here.join()} here and ${there.join()} there`);
  }
  const shown = new Set(outbox.map(({ entry }) => entry.id));
  if (shown.size < outbox.length) say('diverged', 'an entry is twice in the outbox');
}
