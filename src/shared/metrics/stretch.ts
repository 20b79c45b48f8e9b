/** A stretch of time, UTC ms. */
export type Stretch = { readonly from: number; readonly until: number };

/** Stretches in order, those that meet or overlap as one. Empty ones go. */
export function unionOf(stretches: readonly Stretch[]): readonly Stretch[] {
  const union: Stretch[] = [];
  for (const one of stretches.filter(({ from, until }) => until > from).toSorted((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last && one.from <= last.until)
      union[union.length - 1] = { from: last.from, until: Math.max(last.until, one.until) };
    else union.push(one);
  }
  return union;
}

/** What of some stretches lies in none of the others. */
export function without(stretches: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  const taken = unionOf(others);
  return unionOf(stretches).flatMap(({ from, until }) => {
    const left: Stretch[] = [];
    let start = from;
    for (const other of taken) {
      if (other.until <= start || other.from >= until) continue;
      if (other.from > start) left.push({ from: start, until: other.from });
      start = Math.max(start, other.until);
    }
    return start < until ? [...left, { from: start, until }] : left;
  });
}
