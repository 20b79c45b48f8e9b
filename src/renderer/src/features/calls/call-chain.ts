import type { Desk } from '#renderer/store/desk-api.ts';
import type { Call } from '#shared/calls/call.ts';

/** So many calls are looked through for one that broke off and is done. */
const LOOKED_THROUGH = 2_000;

/** A call with those that broke off before it and go on in it, the first one first. Ids that are not known end it. */
export function chainIn(call: Call, known: readonly Call[]): readonly Call[] {
  const chain = [call];
  for (;;) {
    const before = known.find(({ id }) => id === chain[0]?.resumes);
    if (!before || chain.includes(before)) return chain;
    chain.unshift(before);
  }
}

/** The same with those that are done: they are in the log. Without it what is known of them here. */
export async function chainOf(desk: Desk, call: Call, live: readonly Call[]): Promise<readonly Call[]> {
  const [first = call] = chainIn(call, live);
  if (first.resumes === null) return chainIn(call, live);
  const log = await desk.callLog({ text: '', from: null, until: null, limit: LOOKED_THROUGH }).catch(() => null);
  return chainIn(call, [...live, ...(log?.calls ?? []).map((logged) => logged.call)]);
}
