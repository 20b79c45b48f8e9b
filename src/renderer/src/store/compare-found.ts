import type { UseRank } from './use-ranks.ts';

/** Something found, with what it is ranked by. */
export type Found<Item> = {
  readonly item: Item;
  /** How well it fits what was typed, 0 best. */
  readonly fit: number;
  readonly use: UseRank;
  /** Folded. */
  readonly title: string;
};

/** Fit before use, use in this kind of ticket before use in all, then by title. */
export const compareFound = (a: Found<unknown>, b: Found<unknown>): number =>
  a.fit - b.fit ||
  b.use.inKind - a.use.inKind ||
  b.use.inAll - a.use.inAll ||
  (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);
