import type { Capabilities } from '#main/connectors/contract.ts';
import { type Agent, createAgent } from './agent.ts';
import { type Console, createConsole } from './console.ts';
import { createHelpdesk, type Helpdesk } from './helpdesk.ts';
import { modelConnector } from './model-connector.ts';
import { createNetwork, type Network } from './network.ts';
import type { Random } from './random.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

/** 2026-11-02T09:00:00Z, by the helpdesk's clock. */
const BEGINS = 1_793_610_000_000;

/** A helpdesk with six tickets, and consoles that nobody has started yet. */
export type World = {
  readonly capabilities: Capabilities;
  readonly scheduler: Scheduler;
  readonly helpdesk: Helpdesk;
  readonly network: Network;
  readonly consoles: readonly Console[];
  readonly agents: readonly Agent[];
  /** By console: how far its clock is off. */
  readonly offsets: number[];
  /** When something last happened that may hold up a write. */
  disturbed: number;
  readonly trace: string[];
  readonly log: (line: string) => void;
};

export function createWorld(options: {
  readonly random: Random;
  readonly capabilities: Capabilities;
  readonly consoles: number;
  readonly undoSeconds: () => number;
  /** How late a cut write may take effect, as a share of what the helpdesk promises. */
  readonly lateness: number;
}): World {
  const { random, capabilities, lateness } = options;
  const scheduler = createScheduler();
  const serverNow = (): number => BEGINS + scheduler.elapsed();
  const trace: string[] = [];
  const log = (line: string): void => {
    trace.push(`${(scheduler.elapsed() / 1000).toFixed(3).padStart(10)}  ${line}`);
  };
  const helpdesk = createHelpdesk(capabilities, serverNow);
  for (let ticket = 1; ticket <= 6; ticket += 1) helpdesk.open(`Ticket ${ticket}`, `Question ${ticket}`);
  const network = createNetwork({ scheduler, random, helpdesk, capabilities, serverNow, lateness, log });
  const offsets = Array.from({ length: options.consoles }, () => 0);
  const nowOf = (who: number) => () => serverNow() + (offsets[who] ?? 0);
  const keepsMarks = ['metadata', 'marker'].includes(capabilities.dedupe.reply);
  const consoles = offsets.map((_, who) =>
    createConsole({
      name: String(who),
      scheduler,
      random,
      network,
      connector: modelConnector(capabilities),
      now: nowOf(who),
      undoSeconds: options.undoSeconds(),
      log,
    }),
  );
  const agents = consoles.map((console, who) =>
    createAgent({
      who,
      console,
      scheduler,
      now: nowOf(who),
      serverNow,
      remoteIds: helpdesk.alive,
      keepsMarks,
      breaksPromises: lateness > 1,
      calmSince: () => world.disturbed,
      log,
    }),
  );
  const world: World = {
    capabilities,
    scheduler,
    helpdesk,
    network,
    consoles,
    agents,
    offsets,
    disturbed: 0,
    trace,
    log,
  };
  return world;
}
