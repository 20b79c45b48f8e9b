import { type Call, phaseOf } from './call.ts';

/**
 * What came of a call, or has so far. taken-elsewhere: somebody else took it; not-reached: one of ours that nobody answered; on-line: somebody talks or waits.
 */
export type CallOutcome = 'talked' | 'passed-on' | 'missed' | 'taken-elsewhere' | 'not-reached' | 'ringing' | 'on-line';

export function outcomeOf(call: Call): CallOutcome {
  const { direction, endedAt, answeredAt, answeredElsewhere, transferredTo } = call;
  if (endedAt === null) return answeredAt === null ? 'ringing' : 'on-line';
  if (answeredAt !== null) return transferredTo === '' ? 'talked' : 'passed-on';
  if (answeredElsewhere) return 'taken-elsewhere';
  return direction === 'in' ? 'missed' : 'not-reached';
}

/** The agent has not seen yet that it was missed. */
export const isUnseen = (call: Call): boolean => phaseOf(call) === 'missed' && call.direction === 'in';
