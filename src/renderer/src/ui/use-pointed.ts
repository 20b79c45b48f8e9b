import { useState } from 'react';

/** By key, so that what comes into the list meanwhile moves nothing; `moves` counts the arrows. */
type Pointed = { readonly key: string | null; readonly moves: number };
const FIRST: Pointed = { key: null, moves: 0 };

/** The item of a list that Enter would choose: the first that may be chosen, until the arrows or the pointer go to another. */
export function usePointed<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  isBarred: (item: Item) => boolean,
) {
  const [{ key, moves }, setPointed] = useState(FIRST);
  const found = key === null ? -1 : items.findIndex((item) => keyOf(item) === key);
  const at = found >= 0 ? found : items.findIndex((item) => !isBarred(item));
  const goTo = (place: number, moved: 0 | 1): void => {
    const item = items[place];
    if (item !== undefined) setPointed({ key: keyOf(item), moves: moves + moved });
  };
  return {
    /** -1 where there is none. */
    at,
    moves,
    point: (place: number) => goTo(place, 0),
    /** To the next one, or with -1 to the one before, round at both ends. */
    move: (by: 1 | -1) => goTo((at < 0 && by < 0 ? items.length - 1 : at + by + items.length) % items.length, 1),
    reset: () => setPointed(FIRST),
  };
}
