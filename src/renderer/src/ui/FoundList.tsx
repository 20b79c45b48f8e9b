import { Autocomplete } from '@base-ui/react/autocomplete';
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import { takeTypedAhead } from '../state/typed-ahead.ts';
import form from './Form.module.css';
import styles from './FoundList.module.css';

/**
 * A field over what is found by it: arrows move, Enter or a click chooses, and Delete removes, where there is nothing to delete in
 * the field.
 */
export function FoundList<Line>({
  input,
  text,
  onText,
  label,
  placeholder = label,
  lines,
  keyOf,
  nameOf,
  onChoose,
  onRemove,
  head = null,
  children,
}: {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly label: string;
  readonly placeholder?: string;
  readonly lines: readonly Line[];
  readonly keyOf: (line: Line) => string;
  readonly nameOf: (line: Line) => string;
  readonly onChoose: (line: Line) => void;
  readonly onRemove: (line: Line) => void;
  /** Between the field and the list. */
  readonly head?: ReactNode;
  /** What a line shows. */
  readonly children: (line: Line) => ReactNode;
}) {
  const highlighted = useRef<Line | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { selectionStart, value } = event.currentTarget;
    if (event.key !== 'Delete' || selectionStart !== value.length || highlighted.current === null) return;
    event.preventDefault();
    onRemove(highlighted.current);
  };
  return (
    <Autocomplete.Root
      open
      inline
      items={lines}
      itemToStringValue={nameOf}
      filter={null}
      value={text}
      onValueChange={(value, details) => {
        // Choosing an item also writes it into the field.
        if (details.reason !== 'item-press') onText(value);
      }}
      autoHighlight="always"
      onItemHighlighted={(line) => {
        highlighted.current = line ?? null;
      }}
      keepHighlight
    >
      <Autocomplete.Input
        ref={input}
        className={`${form.input} ${styles.find}`}
        aria-label={label}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          const ahead = takeTypedAhead(target);
          if (ahead !== '') onText(text + ahead);
        }}
      />
      {head}
      <Autocomplete.List className={styles.list}>
        {(line: Line) => (
          <Autocomplete.Item key={keyOf(line)} value={line} className={styles.item} onClick={() => onChoose(line)}>
            {children(line)}
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}
