import { beginCall } from '#main/calls/begin-call.ts';
import type { Call } from '#shared/calls/call.ts';

/** An incoming call that rings; ids tell their order. */
export const aCall = (number: number, over: Partial<Call> = {}): Call => ({
  ...beginCall(
    { externalId: null, direction: 'in', number: '+4721000000', name: '', line: '', queue: '' },
    { id: `01JCAFE${String(number).padStart(19, '0')}`, at: number * 1_000 },
  ),
  ...over,
});
