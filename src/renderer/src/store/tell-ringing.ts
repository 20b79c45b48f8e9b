import { type Call, phaseOf } from '#shared/calls/call.ts';
import type { CallerAnswer } from './desk-calls.ts';
import type { StoreContext } from './store-context.ts';

/** The window asks who calls first: its answer is what the agent waits for. */
const AFTER_MS = 250;
/** One that was told of later rings no more, or main has just been started anew. */
const NEWS_MS = 60_000;

/** Has the agent told outside the window that somebody calls, once for each call. */
export function createTellRinging(
  context: StoreContext,
  findCaller: (number: string) => Promise<CallerAnswer>,
): (calls: readonly Call[]) => void {
  const known = new Set<string>();
  const isRinging = ({ id }: Call): boolean =>
    context.calls.live().some((call) => call.id === id && phaseOf(call) === 'ringing');

  const tell = async (call: Call): Promise<void> => {
    // Without its chunk nobody is known, but it rings all the same.
    const answer = await findCaller(call.number).catch(() => null);
    if (!isRinging(call)) return;
    const [caller, ...others] = answer?.callers ?? [];
    const name = caller && others.length === 0 ? caller.person.name : call.name;
    const number = answer?.number?.shown ?? call.number;
    await context.main?.notify({
      ticketId: null,
      kind: 'called',
      who: name || number,
      subject: name === '' ? call.queue : number,
    });
  };

  return (calls) => {
    const now = context.env.now();
    for (const call of calls) {
      if (known.has(call.id)) continue;
      known.add(call.id);
      if (call.direction !== 'in' || phaseOf(call) !== 'ringing' || now - call.startedAt > NEWS_MS) continue;
      context.env.after(AFTER_MS, () => void tell(call).catch(() => undefined));
    }
  };
}
