import type { Ticket } from '../domain/ticket.ts';
import { err, type Result } from '../result.ts';
import type { Rendered, TemplateProblem } from '../templates/rendered.ts';
import type { Macro, MacroStep, StepOf } from './macro.ts';
import { type MacroContext, type PlannedWords, type PlanProblem, stops, warns } from './plan.ts';
import { stepsOf } from './steps-of.ts';

type Texted = StepOf<'subject' | 'write'>;

/** A text of a macro with its placeholders. HTML is made Markdown first, and then filled in. */
export type MacroTemplate = { readonly text: string; readonly format: StepOf<'write'>['format'] };

/** One of them filled in, in Markdown. */
export type RenderedTemplate = Result<Rendered, TemplateProblem>;

/** The texts that must be filled in before the macro can be planned. */
export const templatesOf = ({ steps }: Pick<Macro, 'steps'>): readonly MacroTemplate[] =>
  textedSteps(steps).map((step) => ({ text: step.text, format: step.do === 'write' ? step.format : 'markdown' }));

const textedSteps = (steps: readonly MacroStep[]): readonly Texted[] => stepsOf(steps, 'subject', 'write');

export type RenderedBySteps = ReadonlyMap<MacroStep, RenderedTemplate>;
export const renderedBySteps = (steps: readonly MacroStep[], rendered: readonly RenderedTemplate[]): RenderedBySteps =>
  new Map(
    textedSteps(steps).flatMap((step, index) => {
      const one = rendered[index];
      return one ? [[step, one] as const] : [];
    }),
  );

/** What a step's text came to; none when it cannot be filled in. */
export function textOf(step: Texted, texts: RenderedBySteps): Rendered & { readonly problems: readonly PlanProblem[] } {
  const rendered = texts.get(step) ?? err({ code: 'unavailable' } as const);
  if (rendered.ok) return { ...rendered.value, problems: [] };
  return {
    text: '',
    unresolved: [],
    problems: [{ code: 'template', blocking: true, values: {}, why: rendered.error }],
  };
}

/** What it writes, and whether that is sent at once. */
export function planWords(
  steps: readonly MacroStep[],
  context: MacroContext,
  texts: RenderedBySteps,
  hasFiles: boolean,
): { readonly write: PlannedWords | null; readonly send: boolean; readonly problems: readonly PlanProblem[] } {
  const step = writeFor(steps, context.ticket);
  const send = steps.some((each) => each.do === 'send');
  const isPublic = step?.public ?? context.writing !== 'note';
  const { text, unresolved, problems } = step ? textOf(step, texts) : { text: '', unresolved: [], problems: [] };
  const found: PlanProblem[] = [...problems];
  const placeholders = unresolved.join(' ');
  if (placeholders !== '') found.push((send ? stops : warns)('unresolved', { placeholders }));
  if (send && problems.length === 0 && text.trim() === '' && !hasFiles) found.push(stops('send-nothing'));
  if (send && isPublic && context.ticket.requesterId === null) found.push(stops('send-nobody'));
  return { write: step ? { public: isPublic, mode: step.mode, text, unresolved } : null, send, problems: found };
}

/** The last text for the ticket's own kind of channel, or else the last that is for all. */
function writeFor(steps: readonly MacroStep[], { channel }: Ticket): StepOf<'write'> | undefined {
  const all = stepsOf(steps, 'write');
  const kind = channel === 'chat' ? 'chat' : 'other';
  return all.findLast(({ only }) => only === kind) ?? all.findLast(({ only }) => only === undefined);
}
