/** A text field's words and what is selected of them, in UTF-16 units. */
export type Selected = { readonly text: string; readonly start: number; readonly end: number };

/** Text over a part of a field; the caret goes behind it unless something is to be selected. */
export type Edit = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select?: { readonly start: number; readonly end: number };
};

export const selectedIn = (field: HTMLTextAreaElement): Selected => ({
  text: field.value,
  start: field.selectionStart,
  end: field.selectionEnd,
});

/** The whole lines that a selection touches. */
export function linesAround({ text, start, end }: Selected): { readonly from: number; readonly to: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // A selection that ends at the start of a line does not mean that line.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const to = text.indexOf('\n', last);
  return { from, to: to < 0 ? text.length : to };
}

/** Whether a place stands inside a fenced block, where signs are what they are. */
export const isInCode = (text: string, at: number): boolean =>
  (text.slice(0, at).match(/^ {0,3}```/gm)?.length ?? 0) % 2 === 1;
