import { type ClipboardEvent, type ComponentProps, type KeyboardEvent, type RefObject, useEffect } from 'react';
import { watchComposition } from './composition.ts';
import { continueLine } from './continue-line.ts';
import { selectedIn } from './edit.ts';
import { applyEdit, insertText } from './insert-text.ts';
import { linkOver } from './link.ts';
import { asPlaced, markdownOf, saysMore } from './pasted-markdown.ts';

type Props = Omit<ComponentProps<'textarea'>, 'ref' | 'onChange' | 'onPaste'> & {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (text: string, cursorAt: number) => void;
};

/**
 * Where words are written, in Markdown: Enter goes on with a list or a quote, and what is pasted from a page or a sheet becomes
 * Markdown. Tab leaves it, as it leaves any field (WCAG 2.1.2).
 */
export function WordsField({ field, onWrite, onKeyDown, ...rest }: Props) {
  useEffect(() => (field.current ? watchComposition(field.current) : undefined), [field]);
  return (
    <textarea
      {...rest}
      ref={field}
      spellCheck
      onChange={({ target }) => onWrite(target.value, target.selectionStart)}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (!event.defaultPrevented) enter(event);
      }}
      onPaste={paste}
    />
  );
}

function enter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey, nativeEvent, currentTarget } = event;
  // The Enter that ends a composition still says `isComposing`, or in Safari 229.
  if (key !== 'Enter' || shiftKey || ctrlKey || metaKey || altKey || nativeEvent.isComposing) return;
  if (nativeEvent.keyCode === 229) return;
  const edit = continueLine(selectedIn(currentTarget));
  if (edit && applyEdit(currentTarget, edit)) event.preventDefault();
}

/** Pasting as plain text (Ctrl+Shift+V) brings no HTML along, and is left to the browser like all that is plain. */
function paste(event: ClipboardEvent<HTMLTextAreaElement>): void {
  // Taken as files already.
  if (event.defaultPrevented) return;
  const field = event.currentTarget;
  const [html, plain] = [event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain')];
  const over = linkOver(selectedIn(field), plain);
  if (over) {
    event.preventDefault();
    applyEdit(field, over);
  } else if (saysMore(html, selectedIn(field))) {
    event.preventDefault();
    void markdownOf(html, plain).then((markdown) => insertText(field, asPlaced(markdown, selectedIn(field))));
  }
}
