const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** What the offsets of a zone are looked up and kept in. */
const CHUNK_MS = 365 * DAY_MS;
/** No zone changes its clocks twice within this time: Morocco's month of Ramadan is the shortest that there is. */
const PROBE_MS = 5 * DAY_MS;

/** Wall clocks of one IANA time zone. A local time is what the clocks show, counted in ms as if it were UTC. */
export type Zone = {
  readonly name: string;
  /** What clocks there are ahead of UTC at an instant, ms. */
  offsetAt(at: number): number;
  /** The instant at which clocks show a local time: the first of two, and for one that is left out as much later as clocks jump. */
  instantOf(local: number): number;
};

/** Offsets that follow each other; the first begins with the chunk. */
type Offsets = { readonly from: readonly number[]; readonly offset: readonly number[] };

/** Throws a RangeError for a name that is no zone, as `Intl` does. */
export function zoneOf(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const asked = (at: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - at;
  };

  /** `Intl` takes microseconds, so it is asked now and then, and more closely where two answers differ. */
  const read = (start: number): Offsets => {
    const from = [start];
    const offset = [asked(start)];
    for (let at = start; at < start + CHUNK_MS; at += PROBE_MS) {
      const next = asked(at + PROBE_MS);
      if (next === offset.at(-1)) continue;
      let [before, after] = [at, at + PROBE_MS];
      while (after - before > MINUTE_MS) {
        const middle = before + Math.round((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
        if (asked(middle) === next) after = middle;
        else before = middle;
      }
      from.push(after);
      offset.push(next);
    }
    return { from, offset };
  };

  const chunks = new Map<number, Offsets>();
  let last = Number.NaN;
  let chunk: Offsets = { from: [], offset: [] };
  const offsetAt = (at: number): number => {
    const index = Math.floor(at / CHUNK_MS);
    if (index !== last) {
      chunk = chunks.get(index) ?? read(index * CHUNK_MS);
      chunks.set(index, chunk);
      last = index;
    }
    let place = chunk.from.length - 1;
    while (place > 0 && at < (chunk.from[place] ?? 0)) place--;
    return chunk.offset[place] ?? 0;
  };

  return {
    name,
    offsetAt,
    instantOf: (local) => {
      const before = offsetAt(local - DAY_MS);
      const after = offsetAt(local + DAY_MS);
      const [ahead, behind] = before > after ? [before, after] : [after, before];
      for (const offset of [ahead, behind]) if (offsetAt(local - offset) === offset) return local - offset;
      return local - before;
    },
  };
}
