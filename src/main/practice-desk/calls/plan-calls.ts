import { createRandom, type Random } from '../random.ts';
import type { Caller } from './callers.ts';

/** What a telephone system says of a call, in the fields of Zammad's generic CTI; `atMs` after the beginning. */
export type Step = {
  readonly atMs: number;
  readonly fields: Readonly<Record<string, string>>;
};

export type PracticePlan = {
  readonly callers: readonly Caller[];
  readonly calls: number;
  readonly seed: number;
  readonly perMinute: number;
  /** The telephone tells that the agent answers; without it the agent does so in the console. */
  readonly autoAnswer: boolean;
};

const SHOP = '4755904000';
const QUEUES = ['support', 'support', 'returns', ''];
/** Of a call that was talked through, and of one that broke off. */
const USUAL = 'normalClearing';
const BROKEN = 'networkOutOfOrder';

/** Calls as a shop gets them, all of what is told of them in order of time. The same seed and callers give the same. */
export function planCalls(plan: PracticePlan): readonly Step[] {
  const random = createRandom(plan.seed, 'calls');
  const steps: Step[] = [];
  let at = 1_000;
  for (let call = 1; call <= plan.calls; call++) {
    steps.push(...planCall(plan, random, { atMs: at, id: `practice-${plan.seed}-${call}` }));
    at += Math.round((60_000 / plan.perMinute) * (0.4 + 1.2 * random.next()));
  }
  return steps.sort((one, other) => one.atMs - other.atMs);
}

type Begin = { readonly atMs: number; readonly id: string };

/** One call, and where it breaks off the one by which it goes on. */
function planCall(plan: PracticePlan, random: Random, { atMs, id }: Begin): readonly Step[] {
  const { number, name } = whoCalls(plan.callers, random);
  const isOut = number !== '' && random.chance(0.1);
  const line = {
    direction: isOut ? 'out' : 'in',
    from: isOut ? SHOP : number === '' ? 'anonymous' : number,
    to: isOut ? number : SHOP,
    // A telephone knows some of those who call, and those that it dials.
    ...(isOut || random.chance(0.3) ? { name } : {}),
  };
  const queue = random.pick(QUEUES);
  const ringMs = 1_000 * random.between(3, 12);
  const talkMs = 1_000 * random.between(20, 180);
  const tell = (event: string, after: number, more: Readonly<Record<string, string>>, callId = id): Step => ({
    atMs: atMs + after,
    fields: { event, callId, ...more },
  });
  const rings = tell('newCall', 0, { ...line, ...(queue === '' || isOut ? {} : { queue }) });
  if (random.chance(0.15))
    return [rings, tell('hangup', 1_000 * random.between(10, 40), { cause: isOut ? 'noAnswer' : 'cancel' })];
  const talks = (from: number, callId = id): readonly Step[] =>
    plan.autoAnswer ? [tell('answer', from + ringMs, line, callId)] : [];
  const endsAt = ringMs + talkMs;
  if (number === '' || isOut || !random.chance(0.12))
    return [rings, ...talks(0), tell('hangup', endsAt, { cause: USUAL })];
  const again = endsAt + 1_000 * random.between(20, 90);
  const next = `${id}-again`;
  return [
    rings,
    ...talks(0),
    tell('hangup', endsAt, { cause: BROKEN }),
    tell('newCall', again, line, next),
    ...talks(again, next),
    tell('hangup', again + ringMs + 1_000 * random.between(20, 90), { cause: USUAL }, next),
  ];
}

/** Mostly customers; some whom nobody knows, and some who do not show their number. */
function whoCalls(callers: readonly Caller[], random: Random): Caller {
  const kind = random.next();
  if (kind < 0.1) return { number: '', name: '' };
  if (kind < 0.3 || callers.length === 0)
    return { number: `1303555${String(random.between(100, 199)).padStart(4, '0')}`, name: '' };
  return random.pick(callers);
}
