import type { TicketField } from '../domain/desk.ts';
import type { FieldValue } from '../domain/ticket.ts';
import type { MacroStep, StepOf } from './macro.ts';
import { type MacroContext, type PlanPart, type PlanProblem, stops, warns } from './plan.ts';
import { stepsOf } from './steps-of.ts';

/** Custom fields. One that the account has no more, or that agents may not write, is left out and named. */
export function planFields(steps: readonly MacroStep[], context: MacroContext): PlanPart {
  const fields: Record<string, FieldValue> = {};
  const problems = new Map<string, PlanProblem>();
  for (const step of stepsOf(steps, 'field', 'date-field')) {
    const { fieldId } = step;
    const field = context.fields.find(({ remoteId }) => remoteId === fieldId);
    delete fields[fieldId];
    problems.delete(fieldId);
    if (!field) problems.set(fieldId, warns('field-gone', { field: fieldId }));
    else if (!field.editable) problems.set(fieldId, warns('field-locked', { field: field.title }));
    else {
      fields[fieldId] = step.do === 'field' ? step.value : dayIn(step.inDays, context.now);
      if (!fits(step, field)) problems.set(fieldId, stops('field-value', { field: field.title }));
    }
  }
  return { changes: Object.keys(fields).length > 0 ? { fields } : {}, problems: [...problems.values()] };
}

/** A day as helpdesks write it, counted by the calendar of this machine, where the agent's days begin. */
function dayIn(days: number, now: number): string {
  const from = new Date(now);
  const day = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Whether the field can hold what the step says. */
function fits(step: StepOf<'field' | 'date-field'>, { type, options }: TicketField): boolean {
  if (step.do === 'date-field') return type === 'date';
  const { value } = step;
  if (value === null) return true;
  const isOption = (one: string): boolean => options.some((option) => option.value === one);
  switch (type) {
    case 'text':
    case 'multiline':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'checkbox':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'dropdown':
      return typeof value === 'string' && isOption(value);
    case 'multiselect':
      return Array.isArray(value) && value.every(isOption);
  }
}
