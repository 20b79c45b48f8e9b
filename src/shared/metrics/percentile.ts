/**
 * The values below which some shares of the values lie, as spreadsheets count them (PERCENTILE.INC): between two values in proportion.
 * The median is that of 0.5. Shares come in rising order; the values are moved about. NaN of none.
 */
export function percentiles(values: Float64Array, shares: readonly number[]): readonly number[] {
  // What one search has left behind its place is where the next one goes on.
  let start = 0;
  return shares.map((share) => {
    if (values.length === 0) return Number.NaN;
    const place = (values.length - 1) * share;
    const below = Math.floor(place);
    const low = select(values, below, start);
    start = below;
    if (below === place) return low;
    let high = Number.POSITIVE_INFINITY;
    for (let index = below + 1; index < values.length; index++) {
      const value = values[index] ?? high;
      if (value < high) high = value;
    }
    return low + (high - low) * (place - below);
  });
}

/** The value that would stand at a place if they were sorted; those behind it are none smaller, those before `start` are so already. Hoare's quickselect. */
function select(values: Float64Array, place: number, start: number): number {
  let [left, right] = [start, values.length - 1];
  while (left < right) {
    const pivot = values[(left + right) >> 1] ?? 0;
    let [low, high] = [left, right];
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low++;
      while ((values[high] ?? 0) > pivot) high--;
      if (low > high) break;
      const kept = values[low] ?? 0;
      values[low++] = values[high] ?? 0;
      values[high--] = kept;
    }
    if (place <= high) right = high;
    else if (place >= low) left = low;
    else break;
  }
  return values[place] ?? Number.NaN;
}
