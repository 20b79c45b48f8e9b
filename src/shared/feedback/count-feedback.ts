import { type Feedback, HOW_OFTEN, type HowOften, SEVERITIES, type Severity } from './feedback.ts';

/** What several agreed on: the same words, whatever their case and spaces. */
export type SaidTogether = {
  /** As it was written last. */
  readonly what: string;
  readonly worst: Severity;
  /** The newest first. */
  readonly entries: readonly Feedback[];
};

export type FeedbackCounts = {
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byHowOften: Readonly<Record<HowOften, number>>;
  /** What was said most often first, then the worst, then the newest. */
  readonly byWhat: readonly SaidTogether[];
};

export function countFeedback(entries: readonly Feedback[]): FeedbackCounts {
  const together = new Map<string, Feedback[]>();
  for (const entry of [...entries].sort((one, other) => other.at - one.at)) {
    const said = together.get(sameWhat(entry.what));
    if (said) said.push(entry);
    else together.set(sameWhat(entry.what), [entry]);
  }
  const byWhat = [...together.values()].map((said) => ({
    what: said[0]?.what ?? '',
    worst: SEVERITIES.findLast((severity) => said.some((entry) => entry.severity === severity)) ?? SEVERITIES[0],
    entries: said,
  }));
  return {
    bySeverity: counted(SEVERITIES, (severity) => entries.filter((entry) => entry.severity === severity).length),
    byHowOften: counted(HOW_OFTEN, (howOften) => entries.filter((entry) => entry.howOften === howOften).length),
    byWhat: byWhat.sort(
      (one, other) => other.entries.length - one.entries.length || rank(other.worst) - rank(one.worst),
    ),
  };
}

const sameWhat = (what: string): string => what.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);
const counted = <Key extends string>(keys: readonly Key[], of: (key: Key) => number): Record<Key, number> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, number>;
