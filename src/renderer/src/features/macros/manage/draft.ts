import { ulid } from 'ulid';
import type { AccountId } from '#shared/domain/ids.ts';
import type { MacroStep, OwnMacro } from '#shared/macros/macro.ts';
import { parseSnoozeTime, type SnoozeWords } from '#shared/mine/snooze-time.ts';
import { begunStep, choosesOfAccount, isOfAccount } from './step-kinds.ts';

/** A step while it is edited; its key stays when it is moved. */
export type DraftStep = { readonly key: number; readonly step: MacroStep };

/** A macro while it is made or changed. */
export type MacroDraft = Pick<OwnMacro, 'id' | 'title' | 'description' | 'accountId'> & {
  /** Whether the account was chosen; one that was not comes and goes with the steps that choose from it. */
  readonly accountChosen: boolean;
  readonly steps: readonly DraftStep[];
};

/** What a step still lacks before it can be saved. */
export type StepLack = 'text' | 'tags' | 'people' | 'field' | 'time';

/** What stands in the way of saving, each at the field that it is about. */
export type DraftProblems = {
  readonly title: boolean;
  /** A step names what is of one account, and none is chosen. */
  readonly account: boolean;
  readonly noSteps: boolean;
  /** By the key of the step. */
  readonly steps: ReadonlyMap<number, StepLack>;
};

export const draftOf = ({ id, title, description, accountId, steps }: Omit<OwnMacro, 'updatedAt'>): MacroDraft => ({
  id,
  title,
  description,
  accountId,
  accountChosen: accountId !== null,
  steps: steps.map((step, key) => ({ key, step })),
});

/** Nearly every macro writes: that step is there to be filled in, or to be made another. */
export const freshDraft = (title = ''): MacroDraft =>
  draftOf({ id: ulid(), title, description: '', accountId: null, steps: [begunStep('write')] });

/** The macro that a draft without problems is. */
export const macroOfDraft = (
  { id, title, description, accountId, steps }: MacroDraft,
  updatedAt: number,
): OwnMacro => ({
  id,
  title: title.trim(),
  description: description.trim(),
  accountId,
  steps: steps.map(({ step }) => step),
  updatedAt,
});

export const withStepAdded = (draft: MacroDraft, step: MacroStep): MacroDraft => ({
  ...draft,
  steps: [...draft.steps, { key: 1 + Math.max(-1, ...draft.steps.map(({ key }) => key)), step }],
});

export const withStep = (draft: MacroDraft, key: number, step: MacroStep): MacroDraft => ({
  ...draft,
  steps: draft.steps.map((one) => (one.key === key ? { key, step } : one)),
});

export const withoutStep = (draft: MacroDraft, key: number): MacroDraft => ({
  ...draft,
  steps: draft.steps.filter((one) => one.key !== key),
});

/** One place up or down; the same draft at the ends. */
export function withStepMoved(draft: MacroDraft, key: number, by: 1 | -1): MacroDraft {
  const at = draft.steps.findIndex((one) => one.key === key);
  const [moved, other] = [draft.steps[at], draft.steps[at + by]];
  if (!moved || !other) return draft;
  return { ...draft, steps: draft.steps.with(at, other).with(at + by, moved) };
}

/** With the account that people, groups and fields are chosen from where none was chosen. */
export const withAccountOf = (draft: MacroDraft, suggested: AccountId | null): MacroDraft =>
  draft.accountChosen
    ? draft
    : { ...draft, accountId: draft.steps.some(({ step }) => choosesOfAccount(step)) ? suggested : null };

/** For another account: what was chosen from the one before is chosen anew. */
export const withAccount = (draft: MacroDraft, accountId: AccountId | null): MacroDraft => ({
  ...draft,
  accountId,
  accountChosen: true,
  steps: draft.steps.map(({ key, step }) => ({ key, step: accountId === draft.accountId ? step : unchosen(step) })),
});

function unchosen(step: MacroStep): MacroStep {
  switch (step.do) {
    case 'assign':
      return { ...step, agentId: null };
    case 'group':
      return { ...step, groupId: null };
    case 'followers':
      return { ...step, added: [], removed: [] };
    case 'field':
      return { ...step, fieldId: '', value: null };
    case 'date-field':
      return { ...step, fieldId: '' };
    default:
      return step;
  }
}

type Clock = { readonly now: number; readonly snoozeWords: SnoozeWords };

/** What a step lacks; null where it can be saved. */
export function lackOf(step: MacroStep, { now, snoozeWords }: Clock): StepLack | null {
  switch (step.do) {
    case 'write':
    case 'subject':
      return step.text.trim() === '' ? 'text' : null;
    case 'tags':
      return step.added.length + step.removed.length === 0 ? 'tags' : null;
    case 'followers':
      return step.added.length + step.removed.length === 0 ? 'people' : null;
    case 'field':
    case 'date-field':
      return step.fieldId === '' ? 'field' : null;
    case 'snooze':
      return parseSnoozeTime(step.until, now, snoozeWords) === null ? 'time' : null;
    default:
      return null;
  }
}

/** Null where the draft can be saved as it stands. */
export function problemsOf({ title, accountId, steps }: MacroDraft, clock: Clock): DraftProblems | null {
  const lacks = steps.flatMap(({ key, step }) => {
    const lack = lackOf(step, clock);
    return lack === null ? [] : [[key, lack] as const];
  });
  const problems: DraftProblems = {
    title: title.trim() === '',
    account: accountId === null && steps.some(({ step }) => isOfAccount(step)),
    noSteps: steps.length === 0,
    steps: new Map(lacks),
  };
  const isFine = !problems.title && !problems.account && !problems.noSteps && lacks.length === 0;
  return isFine ? null : problems;
}
