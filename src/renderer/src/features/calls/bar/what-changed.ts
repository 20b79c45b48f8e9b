import { type Call, isOnLine } from '#shared/calls/call.ts';

/** What is told to whoever does not see it; a call that begins is told of with who calls, and not here. */
export type Told = { readonly call: Call; readonly what: 'answered' | 'ended' };

/** What of it happened between two lists of calls that are not done. */
export function whatChanged(before: readonly Call[], after: readonly Call[]): readonly Told[] {
  return after.flatMap((call): readonly Told[] => {
    const was = before.find(({ id }) => id === call.id);
    if (!was || was === call) return [];
    if (isOnLine(was) && !isOnLine(call)) return [{ call, what: 'ended' }];
    return was.answeredAt === null && call.answeredAt !== null ? [{ call, what: 'answered' }] : [];
  });
}
