import { describe, expect, it } from 'vitest';
import {
  draftOf,
  lackOf,
  type MacroDraft,
  macroOfDraft,
  problemsOf,
  withAccount,
  withAccountOf,
  withoutStep,
  withStep,
  withStepAdded,
  withStepMoved,
} from '#renderer/features/macros/manage/draft.ts';
import { begunValue, typedValue } from '#renderer/features/macros/manage/field-value.ts';
import { begunStep, choosesOfAccount, isOfAccount, STEP_KINDS } from '#renderer/features/macros/manage/step-kinds.ts';
import { tagsOfText } from '#renderer/features/macros/manage/tags-of-text.ts';
import { type MacroStep, ownMacroSchema } from '#shared/macros/macro.ts';

const clock = {
  now: Date.UTC(2026, 10, 23, 12),
  snoozeWords: { tomorrow: 'tomorrow', weekdays: ['sunday', 'monday'] },
};
const draft = (...steps: readonly MacroStep[]): MacroDraft =>
  draftOf({ id: '0'.repeat(26), title: 'Refund', description: '', accountId: null, steps: [...steps] });
const kinds = ({ steps }: MacroDraft): readonly string[] => steps.map(({ step }) => step.do);

describe('the steps of a draft', () => {
  const three = draft({ do: 'assign-me' }, { do: 'my-group' }, { do: 'send' });

  it('are moved one place and stop at the ends', () => {
    expect(kinds(withStepMoved(three, 0, 1))).toEqual(['my-group', 'assign-me', 'send']);
    expect(kinds(withStepMoved(three, 2, -1))).toEqual(['assign-me', 'send', 'my-group']);
    expect(withStepMoved(three, 0, -1)).toBe(three);
    expect(withStepMoved(three, 2, 1)).toBe(three);
  });

  it('keep their keys when others come, go and change', () => {
    const without = withoutStep(three, 1);
    const more = withStepAdded(without, { do: 'my-group' });
    expect(more.steps.map(({ key }) => key)).toEqual([0, 2, 3]);
    expect(kinds(withStep(more, 2, { do: 'then', what: 'stay' }))).toEqual(['assign-me', 'then', 'my-group']);
    expect(withStepAdded(draft(), { do: 'send' }).steps).toEqual([{ key: 0, step: { do: 'send' } }]);
  });

  it('choose anew for another account, and only then', () => {
    const chosen = draft(
      { do: 'assign', agentId: 'a1' },
      { do: 'group', groupId: 'g1' },
      { do: 'field', fieldId: 'f1', value: 'x' },
      { do: 'date-field', fieldId: 'f2', inDays: 3 },
      { do: 'priority', priority: 'high' },
    );
    expect(withAccount(chosen, 'desk-1').steps.map(({ step }) => step)).toEqual([
      { do: 'assign', agentId: null },
      { do: 'group', groupId: null },
      { do: 'field', fieldId: '', value: null },
      { do: 'date-field', fieldId: '', inDays: 3 },
      { do: 'priority', priority: 'high' },
    ]);
    expect(withAccount(chosen, null).steps).toEqual(chosen.steps);
  });
});

it('an account that nobody chose comes and goes with the steps that choose from it', () => {
  const assigning = draft({ do: 'assign', agentId: null });
  const given = withAccountOf(assigning, 'desk-1');
  expect(given.accountId).toBe('desk-1');
  expect(withAccountOf(withStep(given, 0, { do: 'send' }), 'desk-1').accountId).toBeNull();
  expect(withAccountOf(withAccount(assigning, null), 'desk-1').accountId).toBeNull();
  expect(withAccountOf(withAccount(draft({ do: 'send' }), 'desk-2'), 'desk-1').accountId).toBe('desk-2');
});

describe('what stands in the way of saving', () => {
  it.each([
    [{ do: 'write', public: true, mode: 'insert', format: 'markdown', text: ' ' }, 'text'],
    [{ do: 'subject', text: '' }, 'text'],
    [{ do: 'tags', added: [], removed: [] }, 'tags'],
    [{ do: 'tags', added: [], removed: ['vip'] }, null],
    // Setting no tags takes all of them away.
    [{ do: 'set-tags', tags: [] }, null],
    [{ do: 'field', fieldId: '', value: null }, 'field'],
    [{ do: 'date-field', fieldId: 'f1', inDays: 3 }, null],
    [{ do: 'snooze', until: 'one day' }, 'time'],
    [{ do: 'snooze', until: '2d' }, null],
  ] as const satisfies readonly (readonly [MacroStep, string | null])[])('of %j is %s', (step, lack) => {
    expect(lackOf({ ...step } as MacroStep, clock)).toBe(lack);
  });

  it('is said of title, account, steps and each step by itself', () => {
    const bare = { ...draft(), title: ' ' };
    expect(problemsOf(bare, clock)).toEqual({ title: true, account: false, noSteps: true, steps: new Map() });
    const two = draft({ do: 'assign', agentId: 'a1' }, { do: 'snooze', until: '' });
    expect(problemsOf(two, clock)).toEqual({
      title: false,
      account: true,
      noSteps: false,
      steps: new Map([[1, 'time']]),
    });
    expect(problemsOf({ ...draft({ do: 'assign', agentId: 'a1' }), accountId: 'desk-1' }, clock)).toBeNull();
  });

  it('is nothing of the account where nobody and no group are named', () => {
    expect(problemsOf(draft({ do: 'assign', agentId: null }, { do: 'group', groupId: null }), clock)).toBeNull();
  });
});

it('a saved draft is a macro that the profile takes, its title trimmed', () => {
  const macro = macroOfDraft({ ...draft({ do: 'send' }), title: ' Billing::Refund ' }, 5);
  expect(ownMacroSchema.parse(macro)).toEqual({
    id: '0'.repeat(26),
    title: 'Billing::Refund',
    description: '',
    accountId: null,
    steps: [{ do: 'send' }],
    updatedAt: 5,
  });
});

it.each(STEP_KINDS)('a %s that was just added is of its kind and names nothing of an account yet', (kind) => {
  const step = begunStep(kind);
  expect(step.do).toBe(kind);
  expect(isOfAccount(step)).toBe(kind === 'field' || kind === 'date-field');
  expect(choosesOfAccount(step)).toBe(['assign', 'group', 'followers', 'field', 'date-field'].includes(kind));
});

it('tags are typed with commas between them', () => {
  expect(tagsOfText(' vip, refund due ,,vip,')).toEqual(['vip', 'refund due']);
});

it('a value is kept as its field keeps it', () => {
  expect(typedValue({ type: 'number' }, '12.5')).toBe(12.5);
  expect(typedValue({ type: 'text' }, '12.5')).toBe('12.5');
  expect(typedValue({ type: 'date' }, '')).toBeNull();
  expect([{ type: 'checkbox' } as const, { type: 'multiselect' } as const, undefined].map(begunValue)).toEqual([
    true,
    [],
    null,
  ]);
});
