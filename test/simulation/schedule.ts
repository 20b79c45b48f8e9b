import { capabilitiesOf } from './capabilities.ts';
import type { Console } from './console.ts';
import { drawEvents, type Edition, type Event } from './events.ts';
import { judge, type Verdict } from './judge.ts';
import { createRandom } from './random.ts';
import { createWorld, type World } from './world.ts';

export type Schedule = {
  readonly seed: number;
  readonly events: readonly Event[];
  /** How late a cut write may take effect, as a share of what the helpdesk promises. */
  readonly lateness: number;
};

export type Outcome = Verdict & { readonly events: number; readonly faults: number; readonly trace: readonly string[] };

const MINUTE = 60_000;
/** Longer than any wait that the helpdesk asks for, with a backoff and a poll behind it. */
const SETTLES_MS = 3 * MINUTE;
/** A clock that was set back makes every wait that was noted by it longer. */
const SETTLES_LATEST_MS = 20 * 60 * MINUTE;

export function drawSchedule(seed: number, lateness: number, edition: Edition = 4): Schedule {
  const random = createRandom(seed ^ 0x5eed);
  return { seed, lateness, events: drawEvents(random, consolesOf(seed), edition) };
}

/** Every fifth schedule has a second console on the same account. */
const consolesOf = (seed: number): number => (seed % 5 === 0 ? 2 : 1);

/** Runs one schedule to its end and judges what has become of everything in it. */
export async function runSchedule({ seed, events, lateness }: Schedule): Promise<Outcome> {
  const random = createRandom(seed);
  const world = createWorld({
    random,
    capabilities: capabilitiesOf(seed, random),
    consoles: consolesOf(seed),
    undoSeconds: () => random.pick([0, 5, 8, 15, 30]),
    lateness,
  });
  const { scheduler, network, consoles, log } = world;
  log(`seed ${seed}: ${JSON.stringify(world.capabilities)}`);
  for (const console of consoles) start(console);
  for (const event of events) {
    await scheduler.runUntil(event.at);
    const { at: _, what, ...facts } = event;
    log(`${what} ${JSON.stringify(facts)}`);
    happen(event, world);
  }
  await settle(world);
  const verdict = await judge({ ...world, lateness });
  return {
    ...verdict,
    events: events.length,
    faults: network.faultsMet() + events.filter(isFault).length,
    trace: world.trace,
  };
}

const start = (console: Console): void => {
  void console.startMain();
  console.startWindow();
};

function happen(event: Event, world: World): void {
  const { helpdesk, network, consoles, agents, scheduler, offsets } = world;
  const ids = helpdesk.alive();
  const ticket = 'ticket' in event ? (ids[event.ticket % Math.max(1, ids.length)] ?? '1') : '1';
  const console = consoles['who' in event ? event.who : 0];
  if (isFault(event))
    world.disturbed = Math.max(world.disturbed, scheduler.elapsed() + ('forMs' in event ? event.forMs : 0));
  switch (event.what) {
    case 'customer':
      return helpdesk.write(ticket, 'customer', 'reply', `Customer ${event.detail}`);
    case 'colleague':
      return helpdesk.write(ticket, 'colleague', 'reply', `Colleague ${event.detail}`);
    case 'colleague-note':
      return helpdesk.write(ticket, 'colleague', 'note', `Colleague's note ${event.detail}`);
    case 'bot':
      return helpdesk.write(ticket, 'bot', 'reply', `We have your message ${event.detail}`);
    case 'colleague-change':
      return helpdesk.change(
        ticket,
        'colleague',
        event.detail % 2 === 0
          ? { tagsAdded: [`colleague${event.detail}`] }
          : { priority: event.detail % 4 === 1 ? 'urgent' : 'low' },
      );
    case 'merge':
      return ids.length > 2 ? helpdesk.remove(ticket, ids.find((id) => id !== ticket) ?? null) : undefined;
    case 'delete':
      return ids.length > 2 ? helpdesk.remove(ticket, null) : undefined;
    case 'close':
      return ids.length > 2
        ? helpdesk.change(ticket, 'colleague', { status: 'closed', statusName: 'closed' })
        : undefined;
    case 'new-ticket':
      helpdesk.open(`Ticket of ${event.at}`, 'Hello?');
      return;
    case 'fault':
      network.faults[event.on].push(event.fault);
      return;
    case 'offline':
      network.online = false;
      scheduler.after(event.forMs, () => {
        network.online = true;
      });
      return;
    case 'revoked':
      network.revoked = true;
      scheduler.after(event.forMs, () => {
        network.revoked = false;
        for (const one of consoles) void one.desk()?.syncNow('sim');
      });
      return;
    case 'kill-main':
    case 'kill-window':
    case 'kill-both':
    case 'power-cut': {
      if (!console) return;
      console.kill(event.what === 'power-cut' ? 'power' : (event.what.slice(5) as 'main' | 'window' | 'both'));
      if (event.cache !== 'kept') console.loseCache(event.cache);
      scheduler.after(event.forMs, () => start(console));
      return;
    }
    case 'disk-full':
      if (!console) return;
      console.profile.full = true;
      scheduler.after(event.forMs, () => {
        console.profile.full = false;
        start(console);
      });
      return;
    case 'cache-full':
    case 'cache-hangs':
      if (!console) return;
      console.cache.state = event.what === 'cache-full' ? 'full' : 'hanging';
      scheduler.after(event.forMs, () => {
        console.cache.state = 'sound';
      });
      return;
    case 'clock-jump':
    case 'sleep':
      offsets[event.who] = (offsets[event.who] ?? 0) + event.byMs;
      network.clockJumped();
      if (event.what === 'sleep') console?.wakeUp();
      return;
    default:
      void agents[event.who]?.do(event);
  }
}

const FAULT_KINDS: ReadonlySet<Event['what']> = new Set([
  'fault',
  'offline',
  'revoked',
  'kill-main',
  'kill-window',
  'kill-both',
  'power-cut',
  'disk-full',
  'cache-full',
  'cache-hangs',
  'clock-jump',
  'sleep',
]);
const isFault = (event: Event): boolean => FAULT_KINDS.has(event.what);

/** Everything is whole again, and time passes until nothing moves any more. */
async function settle(world: World): Promise<void> {
  const { scheduler, network, consoles } = world;
  network.online = true;
  network.revoked = false;
  network.faults.read.length = 0;
  network.faults.write.length = 0;
  for (const console of consoles) {
    console.profile.full = false;
    console.cache.state = 'sound';
    start(console);
  }
  const begun = scheduler.elapsed();
  for (let minute = 1; ; minute += 1) {
    await scheduler.runUntil(begun + minute * MINUTE);
    const passed = minute * MINUTE;
    const still = await Promise.all(consoles.map(isStill));
    if (passed >= SETTLES_LATEST_MS || (passed >= SETTLES_MS && still.every(Boolean))) return;
    // The agent gives the password again, or asks for news.
    if (minute % 5 === 1) for (const console of consoles) void console.desk()?.syncNow('sim');
  }
}

/** Nothing in the outbox will go by itself. */
async function isStill(console: Console): Promise<boolean> {
  const outbox = await (console.desk()?.outbox() ?? Promise.resolve([]));
  return outbox.every(({ entry: { state }, waitsFor }) => {
    if (state.name === 'queued') return waitsFor !== null;
    return state.name === 'unknown' ? state.undecidable : state.name !== 'sending';
  });
}
