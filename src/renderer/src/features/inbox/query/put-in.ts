import type { QueryAnswer } from '../../../store/desk-views.ts';

/** The query with a completion in its place, and where the caret goes. */
export function putIn(
  text: string,
  completion: NonNullable<QueryAnswer['completion']>,
  at: number,
): { readonly text: string; readonly caret: number } | null {
  const option = completion.options[at];
  if (!option) return null;
  // A field is followed by its value, a value by the next condition.
  const space = /[:=<>]$/.test(option.text) ? '' : ' ';
  const before = `${text.slice(0, completion.from)}${option.text}${space}`;
  const after = text.slice(completion.to);
  return { text: `${before}${space === '' ? after : after.trimStart()}`, caret: before.length };
}
