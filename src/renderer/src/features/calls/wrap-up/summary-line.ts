import type { Call } from '#shared/calls/call.ts';
import { timesOf } from '#shared/calls/call-times.ts';
import type { Text } from '#shared/i18n/text.ts';

/** What a note about a call begins with. */
export type CallSummary = {
  /** Those that broke off before it, and the call itself. */
  readonly chain: readonly Call[];
  /** As people write it; empty where it was withheld. */
  readonly number: string;
  /** Empty where nobody knows. */
  readonly name: string;
  readonly disposition: string;
  /** In words; empty for none. */
  readonly followUp: string;
};

/** "Call from +47 21 00 00 00 (Ada Lovelace), 4 min 12 s, 21:04: Resolved. Passed on to billing." Markdown, in the agent's language. */
export function summaryLine(t: Text, { chain, number, name, disposition, followUp }: CallSummary, now: number): string {
  const call = chain.at(-1);
  const [first = call] = chain;
  if (!first || !call) return '';
  const { transferredTo } = call;
  return t('calls.wrap.line', {
    direction: call.direction,
    who: whoCalls(t, { number, name }),
    length: lengthOf(t, chain, now),
    at: startOf(t, first.startedAt, now),
    disposed: disposition === '' ? 'no' : 'yes',
    disposition: asPlain(disposition),
    passed: transferredTo === '' ? 'no' : 'yes',
    whom: asPlain(transferredTo),
    followed: followUp === '' ? 'no' : 'yes',
    followUp,
  });
}

const whoCalls = (t: Text, { number, name }: Pick<CallSummary, 'number' | 'name'>): string => {
  if (number === '') return name === '' ? t('calls.wrap.withheld') : asPlain(name);
  return name === '' ? number : t('calls.wrap.numberAndName', { number, name: asPlain(name) });
};

function lengthOf(t: Text, chain: readonly Call[], now: number): string {
  if (chain.every((call) => call.answeredAt === null)) return t('calls.wrap.notAnswered');
  const spoken = chain.map((call) => timesOf(call, now)).reduce((sum, { talkMs, holdMs }) => sum + talkMs + holdMs, 0);
  const seconds = Math.round(spoken / 1_000);
  const minutes = Math.floor(seconds / 60);
  return t('calls.wrap.length', { minutes, seconds: seconds % 60 });
}

/** By the clock; with the day where that is not today. */
function startOf(t: Text, at: number, now: number): string {
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  if (new Date(at).toDateString() === new Date(now).toDateString()) return t.intl.formatTime(at, time);
  return t.intl.formatDate(at, { year: 'numeric', month: 'short', day: 'numeric', ...time });
}

/** Words from a telephone, or typed into a small field: no Markdown is made of them. */
const asPlain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
