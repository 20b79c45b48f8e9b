import { expect, test } from 'vitest';
import type { StepOf } from '#shared/macros/macro.ts';
import { planMacro } from '#shared/macros/plan-macro.ts';
import { templatesOf } from '#shared/macros/plan-words.ts';
import { err, ok } from '#shared/result.ts';
import { codes, context, macro, plan, ticket } from './macro-context.ts';

const write = (text: string, more: Partial<StepOf<'write'>> = {}): StepOf<'write'> => ({
  do: 'write',
  public: true,
  mode: 'insert',
  format: 'markdown',
  text,
  ...more,
});
const send = { do: 'send' } as const;

test('its texts are given to be filled in, in the order of its steps', () => {
  const one = macro([
    write('<p>{{a}}</p>', { format: 'html' }),
    { do: 'status', status: 'open' },
    { do: 'subject', text: '{{b}}' },
    write('{{a}}', { only: 'chat' }),
  ]);
  expect(templatesOf(one)).toEqual([
    { text: '<p>{{a}}</p>', format: 'html' },
    { text: '{{b}}', format: 'markdown' },
    { text: '{{a}}', format: 'markdown' },
  ]);
  const rendered = ['One', 'Two', 'Three'].map((text) => ok({ text, unresolved: [] }));
  const planned = planMacro(one, context(), rendered);
  expect(planned.write).toEqual({ public: true, mode: 'insert', text: 'One', unresolved: [] });
  expect(planned.changes.subject).toBe('Two');
});

test('the last text stands, before it the last for the ticket’s own kind of channel', () => {
  const steps = [write('All'), write('Chat', { only: 'chat' }), write('Else', { only: 'other' }), write('All again')];
  const text = (channel: 'chat' | 'email', of: typeof steps) => plan(of, { ticket: ticket({ channel }) }).write?.text;
  expect(text('chat', steps)).toBe('Chat');
  expect(text('email', steps)).toBe('Else');
  expect(text('email', steps.slice(0, 2))).toBe('All');
  expect(text('chat', [write('Else', { only: 'other' })])).toBeUndefined();
  expect(text('email', [write('One'), write('Two')])).toBe('Two');
});

test('where it leaves it open it writes where the agent is writing, a reply where nowhere', () => {
  const isPublic = (writing: 'reply' | 'note' | null) =>
    plan([write('x', { public: null })], { writing }).write?.public;
  expect([isPublic('reply'), isPublic('note'), isPublic(null)]).toEqual([true, false, true]);
  expect(plan([write('x', { public: false })], { writing: 'reply' }).write?.public).toBe(false);
});

test('a placeholder that stands for nothing stops sending, and nothing else', () => {
  const steps = [write('Hello {{ticket.requester.phone}}')];
  const planned = plan(steps);
  expect(codes(planned)).toEqual(['unresolved']);
  expect(planned.write?.unresolved).toEqual(['{{ticket.requester.phone}}']);
  expect(planned.problems[0]?.values).toEqual({ placeholders: '{{ticket.requester.phone}}' });
  expect(codes(plan([...steps, send]))).toEqual(['unresolved!']);
});

test('a text that cannot be filled in stops it, unless another stands in its place', () => {
  const broken = err({ code: 'too-slow' } as const);
  expect(codes(planMacro(macro([write('{{'), send]), context(), [broken]))).toEqual(['template!']);
  const later = macro([write('{{'), write('Fine')]);
  expect(codes(planMacro(later, context(), [broken, ok({ text: 'Fine', unresolved: [] })]))).toEqual([]);
  expect(codes(planMacro(macro([write('Hi')]), context(), []))).toEqual(['template!']);
});

test('sending needs words or files, and somebody to send to', () => {
  const file = { name: 'label.pdf', mimeType: 'application/pdf', size: 3, sha256: 'a'.repeat(64) };
  const nobody = { ticket: ticket({ requesterId: null }) };
  expect(codes(plan([write('Hi'), send]))).toEqual([]);
  expect(codes(plan([write(' \n'), send]))).toEqual(['send-nothing!']);
  expect(codes(plan([send]))).toEqual(['send-nothing!']);
  const attached = plan([{ do: 'attach', files: [file] }, send]);
  expect(codes(attached)).toEqual([]);
  expect(attached.files).toEqual([file]);
  expect(codes(plan([write('Hi'), send], nobody))).toEqual(['send-nobody!']);
  expect(codes(plan([write('Hi', { public: false }), send], nobody))).toEqual([]);
  expect(codes(plan([write('Hi')], nobody))).toEqual([]);
  expect(plan([write('Hi'), send]).send).toBe(true);
});
