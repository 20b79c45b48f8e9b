import type { Desk, DeskEvent } from '#renderer/store/desk-api.ts';
import { applyChange } from '#shared/calls/apply-change.ts';
import { type Call, phaseOf } from '#shared/calls/call.ts';
import { err, ok } from '#shared/result.ts';
import { aCall } from './a-call.ts';
import { sampleRequesters } from './sample-desk-data.ts';

export type SampleCalls = Pick<
  Desk,
  'calls' | 'changeCall' | 'placeCall' | 'callLog' | 'telephone' | 'newTelephoneToken'
> & {
  /** A call begins to ring, now unless `over` says otherwise. */
  ring(over?: Partial<Call>): Call;
};

const personOf = (remoteId: string | null): string =>
  sampleRequesters.find((person) => person.remoteId === remoteId)?.name ?? '';
/** As where the ticket is on this machine. */
const ticketOf = (id: string | null) =>
  id === null ? null : { id, number: id.split(':')[1] ?? '', subject: 'Sample' };

/** Calls in memory; the telephone is off. */
export function createSampleCalls(emit: (event: DeskEvent) => void): SampleCalls {
  const calls = new Map<string, Call>();
  const newest = (): readonly Call[] => [...calls.values()].reverse();
  const live = (): readonly Call[] => newest().filter((call) => phaseOf(call) !== 'done');
  const keep = (call: Call): Call => {
    calls.set(call.id, call);
    emit({ type: 'calls', calls: live() });
    return call;
  };
  const ring = (over: Partial<Call> = {}): Call =>
    keep(aCall(calls.size + 1, { number: '+4721000000', startedAt: Date.now(), ...over }));
  return {
    ring,
    calls: async () => live(),
    async changeCall(callId, change) {
      const call = calls.get(callId);
      if (!call) return err('not-kept');
      keep(applyChange(call, change, Date.now()));
      return ok(null);
    },
    placeCall: async (request) => ok(ring({ ...request, direction: 'out' }).id),
    async callLog({ text, from, limit }) {
      const found = newest()
        .filter(({ startedAt }) => from === null || startedAt >= from)
        .map((call) => ({ call, person: personOf(call.personRemoteId), ticket: ticketOf(call.ticketId) }))
        .filter(({ call, person, ticket }) =>
          [call.number, call.name, call.disposition, person, ticket?.subject ?? '']
            .join(' ')
            .toLowerCase()
            .includes(text.toLowerCase()),
        );
      return { calls: found.slice(0, limit), total: found.length };
    },
    telephone: async () => ok({ address: null, problem: 'off', hasToken: false, takenKeys: [] }),
    newTelephoneToken: async () => ok('sample-token'),
  };
}
