const UNITS = [
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/** `2h`, `3d`, `90m` in ms; null for anything else, and for none at all. */
export function spanOf(text: string): number | null {
  const [, amount, unit] = /^(\d{1,12})(ms|[wdhms])$/iu.exec(text) ?? [];
  const ms = UNITS.find(([name]) => name === unit?.toLowerCase())?.[1];
  const span = ms === undefined ? 0 : Number(amount) * ms;
  return Number.isSafeInteger(span) && span > 0 ? span : null;
}

/** In the largest unit that says it exactly; weeks are read, days are written. */
export function writeSpan(ms: number): string {
  const [name, size] = UNITS.find(([unit, one]) => unit !== 'w' && ms % one === 0) ?? ['ms', 1];
  return `${ms / size}${name}`;
}

/**
 * A moment as one writes it: `2026-11-01` is when that day begins where the agent is, `2026-11-01T14:30` a minute of it, either
 * with `Z` in UTC. `end` is when the day or minute is over. Null for anything else.
 */
export function momentOf(text: string): { readonly start: number; readonly end: number } | null {
  const [, day = '', time, zone] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d{3})?)?))?(Z)?$/iu.exec(text) ?? [];
  const start = Date.parse(`${day}T${time ?? '00:00'}${zone ? 'Z' : ''}`);
  if (day === '' || Number.isNaN(start) || new Date(`${day}T00:00Z`).toJSON().slice(0, 10) !== day) return null;
  if (time !== undefined) return { start, end: start + (time.length > 5 ? 1_000 : 60_000) };
  const next = new Date(`${day}T00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const following = next.toJSON().slice(0, 10);
  return { start, end: Date.parse(`${following}T00:00${zone ? 'Z' : ''}`) };
}

/** As short as says it exactly, in the agent's zone where that is not ambiguous. */
export function writeMoment(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000).toJSON().slice(0, -1);
  const shorter = [local.slice(0, 10), local.slice(0, 16), local.slice(0, 19), local];
  return shorter.find((text) => momentOf(text)?.start === at) ?? new Date(at).toJSON();
}
