import type { Clock } from '../../clock.ts';
import type { Step } from './plan-calls.ts';

export type PlacePorts = {
  readonly clock: Pick<Clock, 'elapsed' | 'sleep'>;
  /** Tells the console; null where it took it, or why it did not. */
  readonly send: (fields: Step['fields']) => Promise<string | null>;
  readonly say: (step: Step) => void;
  /** Hangs up whoever is still on the line, and ends. */
  readonly stop: AbortSignal;
};

/** Tells of every step when its time has come. Answers with why the console did not take one; null when all is told. */
export async function placeCalls(
  steps: readonly Step[],
  { clock, send, say, stop }: PlacePorts,
): Promise<string | null> {
  const begun = clock.elapsed();
  const onLine = new Set<string>();
  for (const step of steps) {
    const wait = begun + step.atMs - clock.elapsed();
    if (wait > 0) await clock.sleep(wait, stop);
    if (stop.aborted) break;
    const refused = await send(step.fields);
    if (refused !== null) return refused;
    say(step);
    const callId = step.fields['callId'] ?? '';
    if (step.fields['event'] === 'hangup') onLine.delete(callId);
    else onLine.add(callId);
  }
  for (const callId of onLine) await send({ event: 'hangup', callId, cause: 'normalClearing' });
  return null;
}
