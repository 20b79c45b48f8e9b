/** What decides where letters of a text field stand. */
const TYPOGRAPHY = [
  'box-sizing',
  'width',
  'padding',
  'border',
  'font',
  'letter-spacing',
  'word-spacing',
  'text-indent',
  'text-transform',
  'tab-size',
  'direction',
  'line-height',
] as const;

/** Where a letter of a text field stands in the window, in px: the start of its line of text, from top to bottom. */
export type CaretPlace = { readonly x: number; readonly top: number; readonly bottom: number };

/** A text field does not say where its letters are: a copy of it that is not seen does. */
export function caretPlace(field: HTMLTextAreaElement, at: number): CaretPlace {
  const page = field.ownerDocument;
  const copy = page.createElement('div');
  const style = getComputedStyle(field);
  for (const name of TYPOGRAPHY) copy.style.setProperty(name, style.getPropertyValue(name));
  copy.style.setProperty('position', 'fixed');
  copy.style.setProperty('visibility', 'hidden');
  copy.style.setProperty('white-space', 'pre-wrap');
  copy.style.setProperty('overflow-wrap', 'break-word');
  const box = field.getBoundingClientRect();
  copy.style.setProperty('left', `${box.left}px`);
  copy.style.setProperty('top', `${box.top - field.scrollTop}px`);
  const letter = page.createElement('span');
  letter.textContent = field.value.slice(at, at + 1) || '.';
  copy.append(field.value.slice(0, at), letter, field.value.slice(at + 1));
  page.body.append(copy);
  const { left, top, bottom } = letter.getBoundingClientRect();
  copy.remove();
  return { x: left, top, bottom };
}
