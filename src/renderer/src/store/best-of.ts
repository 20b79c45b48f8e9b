/** The first `limit` of a list in order, without putting the rest in order. */
export function bestOf<Item>(
  items: Iterable<Item>,
  limit: number,
  compare: (a: Item, b: Item) => number,
): readonly Item[] {
  const best: Item[] = [];
  for (const item of items) {
    const worst = best[limit - 1];
    if (worst !== undefined && compare(item, worst) >= 0) continue;
    let at = best.length;
    while (at > 0 && compare(item, best[at - 1] ?? item) < 0) at--;
    best.splice(at, 0, item);
    if (best.length > limit) best.pop();
  }
  return best;
}
