import { Autocomplete } from '@base-ui/react/autocomplete';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { takeTypedAhead } from '../state/typed-ahead.ts';
import styles from './ChooserPanel.module.css';
import { FloatingPanel } from './FloatingPanel.tsx';

export type ChooserGroup<Item> = { readonly label: string; readonly items: readonly Item[] };

/** Type, move with the arrows, Enter chooses: the palette and the search. Filtering is the caller's. */
export function ChooserPanel<Item>({
  label,
  placeholder,
  text,
  onText,
  groups,
  keyOf,
  wordsOf,
  row,
  isBarred = () => false,
  onChoose,
  onClose,
  onHighlight,
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
  /** What is read out for an item. */
  readonly wordsOf: (item: Item) => string;
  readonly row: (item: Item) => ReactNode;
  /** Listed, but not to be chosen. */
  readonly isBarred?: (item: Item) => boolean;
  readonly onChoose: (item: Item) => void;
  readonly onClose: () => void;
  /** Told of the item that Enter would choose, as the arrows move. */
  readonly onHighlight?: (item: Item) => void;
  /** Before the list sees the key. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly empty: ReactNode;
  readonly footer?: ReactNode;
  /** At the list's right, about the item that Enter would choose. */
  readonly beside?: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <FloatingPanel label={label} onClose={onClose} initialFocus={input} wide={beside !== undefined}>
      <Autocomplete.Root
        open
        inline
        items={groups.map(({ label: groupLabel, items }) => ({ value: groupLabel, items }))}
        itemToStringValue={(item) => wordsOf(item as Item)}
        filter={null}
        value={text}
        onValueChange={(value, details) => {
          // Choosing an item also writes it into the field, which is about to close.
          if (details.reason !== 'item-press') onText(value);
        }}
        autoHighlight="always"
        onItemHighlighted={(item) => item !== undefined && onHighlight?.(item as Item)}
        keepHighlight
      >
        <div className={styles.field}>
          <Search size={16} strokeWidth={1.5} aria-hidden="true" />
          <Autocomplete.Input
            ref={input}
            className={styles.input}
            aria-label={label}
            placeholder={placeholder}
            onKeyDown={onKeyDown}
            onFocus={() => {
              const ahead = takeTypedAhead();
              if (ahead !== '') onText(text + ahead);
            }}
          />
        </div>
        <div className={styles.scroll} data-beside={beside ? '' : undefined}>
          {groups.every(({ items }) => items.length === 0) ? <div className={styles.empty}>{empty}</div> : null}
          <Autocomplete.List className={styles.list}>
            {(group: { readonly value: string; readonly items: readonly Item[] }) => (
              <Autocomplete.Group key={group.value} items={group.items} className={styles.group}>
                {group.value === '' ? null : (
                  <Autocomplete.GroupLabel className={styles.heading}>{group.value}</Autocomplete.GroupLabel>
                )}
                <Autocomplete.Collection>
                  {(item: Item) => (
                    <Autocomplete.Item
                      key={keyOf(item)}
                      value={item}
                      className={styles.item}
                      disabled={isBarred(item)}
                      onClick={() => isBarred(item) || onChoose(item)}
                    >
                      {row(item)}
                    </Autocomplete.Item>
                  )}
                </Autocomplete.Collection>
              </Autocomplete.Group>
            )}
          </Autocomplete.List>
          {beside}
        </div>
        {footer ? <footer className={styles.footer}>{footer}</footer> : null}
      </Autocomplete.Root>
    </FloatingPanel>
  );
}
