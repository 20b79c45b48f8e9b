import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { takeTypedAhead } from '../state/typed-ahead.ts';
import { type ChooserGroup, ChooserList, chooserRowId } from './ChooserList.tsx';
import styles from './ChooserPanel.module.css';
import { FloatingPanel, panelHeight } from './FloatingPanel.tsx';
import { usePointed } from './use-pointed.ts';

/** The field's height, as its style has it. */
const FIELD_PX = 48;

const nothingBarred = (): boolean => false;

/** Type, move with the arrows, Enter chooses: the palette and the search. Filtering is the caller's. */
export function ChooserPanel<Item>({
  label,
  placeholder,
  text,
  onText,
  groups,
  keyOf,
  row,
  isBarred = nothingBarred,
  onChoose,
  onClose,
  onKeyDown,
  empty,
  footer,
  beside,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly groups: readonly ChooserGroup<Item>[];
  readonly keyOf: (item: Item) => string;
  /** Where it is the same function, rows that are as they were are not made again. */
  readonly row: (item: Item, place: number) => ReactNode;
  /** Listed, but not to be chosen. */
  readonly isBarred?: (item: Item) => boolean;
  readonly onChoose: (item: Item, place: number) => void;
  readonly onClose: () => void;
  /** Before the list sees the key; `pointed` is what Enter would choose. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>, pointed: Item | null) => void;
  readonly empty: ReactNode;
  readonly footer?: ReactNode;
  /** At the list's right, about the item that Enter would choose. */
  readonly beside?: ((pointed: Item | null) => ReactNode) | undefined;
}) {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const items = groups.length === 1 ? (groups[0]?.items ?? []) : groups.flatMap((group) => group.items);
  const { at, moves, point, move, reset } = usePointed(items, keyOf, isBarred);
  const pointed = items[at] ?? null;

  const choose = (place: number): void => {
    const item = items[place];
    if (item !== undefined && !isBarred(item)) onChoose(item, place);
  };
  const type = (typed: string): void => {
    reset();
    onText(typed);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    onKeyDown?.(event, pointed);
    const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event;
    // The Enter that ends a composition still says `isComposing`, or in Safari 229.
    if (event.defaultPrevented || nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
    if (ctrlKey || metaKey || altKey || shiftKey) return;
    if (key === 'ArrowDown') move(1);
    else if (key === 'ArrowUp') move(-1);
    else if (key === 'Enter') choose(at);
    else return;
    event.preventDefault();
  };
  const aside = beside?.(pointed);
  return (
    <FloatingPanel label={label} onClose={onClose} initialFocus={input} wide={beside !== undefined}>
      <div className={styles.field}>
        <Search size={16} strokeWidth={1.5} aria-hidden="true" />
        <input
          ref={input}
          type="text"
          role="combobox"
          className={styles.input}
          aria-label={label}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={at < 0 ? undefined : chooserRowId(listId, at)}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={text}
          onChange={({ target }) => type(target.value)}
          onKeyDown={onKey}
          onFocus={({ target }) => {
            const ahead = takeTypedAhead(target);
            if (ahead !== '') type(text + ahead);
          }}
        />
      </div>
      <div className={styles.scroll} data-beside={aside ? '' : undefined}>
        {items.length === 0 ? <div className={styles.empty}>{empty}</div> : null}
        <ChooserList
          id={listId}
          label={label}
          groups={groups}
          height={panelHeight(beside !== undefined) - FIELD_PX}
          text={text}
          at={at}
          moves={moves}
          keyOf={keyOf}
          row={row}
          isBarred={isBarred}
          onPoint={point}
          onChoose={choose}
        />
        {aside}
      </div>
      {footer ? <div className={styles.footer}>{footer}</div> : null}
    </FloatingPanel>
  );
}
