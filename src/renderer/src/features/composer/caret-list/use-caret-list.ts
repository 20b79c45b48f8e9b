import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { isComposing } from '../writing/composition.ts';
import { applyEdit } from '../writing/insert-text.ts';
import { type CaretPlace, caretPlace } from './caret-place.ts';
import { type Trigger, triggerAt } from './trigger.ts';

export type CaretItem = {
  readonly id: string;
  readonly row: ReactNode;
  /** At least, in px. */
  readonly height: number;
  /** It has the bar, and may be taken next: for what can be made ready. */
  readonly ahead?: () => void;
  /** Puts it in place of the sign and the query, which stand from `from` to `to`. */
  readonly take: (field: HTMLTextAreaElement, from: number, to: number) => void;
};

/** What a sign offers. */
export type CaretSource = {
  readonly sign: string;
  /** What the list is called. */
  readonly label: string;
  readonly find: (query: string) => readonly CaretItem[];
  /** Told what is typed behind the sign as it changes, null when the list closes: for what is looked up elsewhere. */
  readonly onQuery?: (query: string | null) => void;
  /** Said below the list. */
  readonly remark?: string;
};

/** A list that is open at a sign in a text field. */
export type OpenList = {
  readonly source: CaretSource;
  readonly trigger: Trigger;
  readonly place: CaretPlace;
  readonly items: readonly CaretItem[];
  readonly active: number;
  /** How often the arrows have moved there. */
  readonly moves: number;
};

/** A row of one line, as its style has it. */
export const LINE_PX = 28;

/** Nobody types a letter, or goes a row further, so soon after the last. */
const STAYS_MS = 30;

const FIRST = { index: 0, moves: 0 };

/** Puts text in place of what was typed to find it. */
export const takeText =
  (text: string): CaretItem['take'] =>
  (field, from, to) =>
    void applyEdit(field, { from, to, text });

/**
 * A list at the caret that filters as one types behind a sign. Enter and Tab take, the arrows move, Escape closes it for that
 * sign; while an input method composes it stays as it is. It opens by typing only, never by moving over what is there.
 */
export function useCaretList(field: RefObject<HTMLTextAreaElement | null>, sources: readonly CaretSource[]) {
  const listId = useId();
  const [at, setAt] = useState<{ readonly trigger: Trigger; readonly place: CaretPlace } | null>(null);
  const trigger = at?.trigger ?? null;
  const [active, setActive] = useState(FIRST);
  const closedAt = useRef<number | null>(null);

  const source = sources.find(({ sign }) => sign === trigger?.sign);
  const items = trigger && source ? source.find(trigger.query) : [];
  const list: OpenList | null =
    at && source && items.length > 0
      ? { ...at, source, items, active: Math.min(active.index, items.length - 1), moves: active.moves }
      : null;

  const pointed = list?.items[list.active];
  const latest = useRef(pointed);
  latest.current = pointed;
  useEffect(() => {
    if (pointed?.id === undefined) return;
    const timer = setTimeout(() => latest.current?.ahead?.(), STAYS_MS);
    return () => clearTimeout(timer);
  }, [pointed?.id, trigger?.query]);

  const follow = (typed: boolean): void => {
    const area = field.current;
    if (!area || isComposing(area)) return;
    const signs = sources.map(({ sign }) => sign);
    const found = area.selectionStart === area.selectionEnd ? triggerAt(area.value, area.selectionStart, signs) : null;
    if (found?.from !== closedAt.current) closedAt.current = null;
    const next = found && closedAt.current === null && (typed || trigger?.from === found.from) ? found : null;
    if (next?.from === trigger?.from && next?.query === trigger?.query) return;
    // While one types on behind a sign, the list stays where it is.
    ask(next && { trigger: next, place: at?.trigger.from === next.from ? at.place : caretPlace(area, next.from) });
    setActive(FIRST);
  };
  const ask = (next: typeof at): void => {
    setAt(next);
    const found = next?.trigger;
    for (const { sign, onQuery } of sources) onQuery?.(found?.sign === sign ? found.query : null);
  };
  const close = (): void => ask(null);
  const take = (item: CaretItem | undefined): void => {
    if (!item || !trigger || !field.current) return;
    const { from, query } = trigger;
    close();
    item.take(field.current, from, from + 1 + query.length);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event;
    if (!list || nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
    if (ctrlKey || metaKey || altKey || shiftKey) return;
    const count = list.items.length;
    const moveBy = (by: number): void => setActive({ index: (list.active + by) % count, moves: list.moves + 1 });
    if (key === 'ArrowDown') moveBy(1);
    else if (key === 'ArrowUp') moveBy(count - 1);
    else if (key === 'Enter' || key === 'Tab') take(pointed);
    else if (key === 'Escape') {
      closedAt.current = list.trigger.from;
      close();
    } else return;
    event.preventDefault();
  };

  const optionId = (item: CaretItem | undefined): string | undefined => item && `${listId}-${item.id}`;
  return {
    list,
    listId,
    optionId,
    take,
    /** After letters were typed, deleted or put in. */
    onTyped: () => follow(true),
    fieldProps: {
      onKeyDown,
      onSelect: () => follow(false),
      onCompositionEnd: () => follow(true),
      onBlur: close,
      'aria-autocomplete': sources.length > 0 ? ('list' as const) : undefined,
      'aria-controls': list ? listId : undefined,
      'aria-activedescendant': list ? optionId(pointed) : undefined,
    },
  };
}
