import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { ConnectorPorts } from '#main/connectors/contract.ts';
import type { Identity } from '#shared/domain/account.ts';
import { addressing } from './conformance/addressing.ts';
import type { Bench } from './conformance/bench.ts';
import type { Context } from './conformance/context.ts';
import type { FileStore } from './conformance/entries.ts';
import { failing } from './conformance/failing.ts';
import { openFaultyFetch } from './conformance/faults.ts';
import { forwarding } from './conformance/forwarding.ts';
import { pulling } from './conformance/pulling.ts';
import { reading } from './conformance/reading.ts';
import { relating } from './conformance/relating.ts';
import { writing } from './conformance/writing.ts';

export type { Bench, Driver } from './conformance/bench.ts';

/**
 * The suite that every connector in the registry must pass. `setUp` starts, or reaches, a real helpdesk; it is called once.
 * The tests share it, so each makes the tickets that it looks at. `without` names what nobody can do on that helpdesk, whose
 * tests are then left out.
 */
export function describeConnector(
  name: string,
  setUp: () => Promise<Bench>,
  without: readonly ('deleteTicket' | 'mergeTickets' | 'hideTicket' | 'customerSendsFile' | 'tags')[] = [],
): void {
  describe(`conformance: ${name}`, { timeout: 60_000 }, () => {
    let context: Context | undefined;
    const shared = (): Context => {
      if (!context) throw new Error('The helpdesk is not up.');
      return context;
    };

    beforeAll(async () => {
      const bench = await setUp();
      const faults = await openFaultyFetch();
      const files: FileStore = new Map();
      const ports: ConnectorPorts = {
        fetch: faults.fetch,
        now: bench.now,
        log: () => {},
        file: async (sha256) => files.get(sha256) ?? null,
      };
      let kept = bench.secrets;
      const openAs = (me: Identity | null, secrets = kept) => {
        const opened = bench.definition.open(
          bench.config,
          secrets,
          { ...ports, keepSecrets: async (changed) => void (kept = changed) },
          me,
        );
        if (!opened.ok) throw new Error(`The definition refused its configuration: ${opened.error.join(', ')}`);
        return opened.value.connector;
      };
      const options = { signal: new AbortController().signal, lane: 'agent' as const };
      const me = await openAs(null).whoAmI(options);
      if (!me.ok) throw new Error(`whoAmI failed: ${JSON.stringify(me.error)}`);
      let marks = 0;
      const run = Math.random().toString(36).slice(2, 8);
      context = {
        bench,
        faults,
        files,
        me: me.value,
        connector: openAs(me.value),
        open: (secrets) => openAs(me.value, secrets),
        mark: (label) => `${label}${run}${(marks += 1)}`,
        options,
      };
    }, 120_000);

    afterEach(() => context?.faults.clear());
    afterAll(async () => {
      await context?.faults.close();
      await context?.bench.close();
    });

    const can = (what: (typeof without)[number]) => !without.includes(what);
    pulling(shared, can);
    reading(shared, can);
    writing(shared, can);
    addressing(shared);
    forwarding(shared);
    relating(shared);
    failing(shared);
  });
}
