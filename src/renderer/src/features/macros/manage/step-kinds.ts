import type { MacroStep } from '#shared/macros/macro.ts';

/** What can be added to a macro, in the order in which it is offered. */
export const STEP_KINDS = [
  'write',
  'status',
  'priority',
  'type',
  'assign',
  'assign-me',
  'group',
  'my-group',
  'tags',
  'set-tags',
  'followers',
  'follow-me',
  'unfollow-me',
  'field',
  'date-field',
  'subject',
  'snooze',
  'then',
  'send',
] as const satisfies readonly MacroStep['do'][];
type StepKind = (typeof STEP_KINDS)[number];

/** A step as it is when it has just been added: what is usual, or what is still to be filled in. */
export function begunStep(kind: StepKind): MacroStep {
  switch (kind) {
    case 'write':
      return { do: kind, public: true, mode: 'insert', format: 'markdown', text: '' };
    case 'status':
      return { do: kind, status: 'solved' };
    case 'priority':
      return { do: kind, priority: 'normal' };
    case 'type':
      return { do: kind, type: 'question' };
    case 'assign':
      return { do: kind, agentId: null };
    case 'group':
      return { do: kind, groupId: null };
    case 'tags':
      return { do: kind, added: [], removed: [] };
    case 'set-tags':
      return { do: kind, tags: [] };
    case 'followers':
      return { do: kind, added: [], removed: [] };
    case 'field':
      return { do: kind, fieldId: '', value: null };
    case 'date-field':
      return { do: kind, fieldId: '', inDays: 1 };
    case 'subject':
      return { do: kind, text: '' };
    case 'snooze':
      return { do: kind, until: '' };
    case 'then':
      return { do: kind, what: 'next' };
    case 'assign-me':
    case 'my-group':
    case 'follow-me':
    case 'unfollow-me':
    case 'send':
      return { do: kind };
  }
}

/** Whether it names people, groups or fields, which are of one account. */
export const isOfAccount = (step: MacroStep): boolean =>
  (step.do === 'assign' && step.agentId !== null) ||
  (step.do === 'group' && step.groupId !== null) ||
  (step.do === 'followers' && step.added.length + step.removed.length > 0) ||
  step.do === 'field' ||
  step.do === 'date-field';

/** Whether what it names is chosen from an account's. */
export const choosesOfAccount = ({ do: kind }: MacroStep): boolean =>
  kind === 'assign' || kind === 'group' || kind === 'followers' || kind === 'field' || kind === 'date-field';
