export type Point = { readonly x: number; readonly y: number };
export type Lines = {
  /** Paths of SVG: one for each run of values without a gap. */
  readonly paths: readonly string[];
  /** Values with a gap at both sides, of which no line can be drawn. */
  readonly dots: readonly Point[];
  /** By value; null in a gap. */
  readonly points: readonly (Point | null)[];
  /** What the top of the field stands for; its foot is 0. */
  readonly top: number;
};

/** Values from left to right over a field in px, from 0 up to the largest. */
export function linesOf(
  values: readonly (number | null)[],
  {
    width,
    height,
    inset = 0,
    top: wanted,
  }: { readonly width: number; readonly height: number; readonly inset?: number; readonly top?: number },
): Lines {
  const top = wanted ?? Math.max(0, ...values.map((value) => value ?? 0));
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  const points = values.map((value, index): Point | null =>
    value === null
      ? null
      : {
          x: rounded(inset + index * step),
          y: rounded(height - inset - (top === 0 ? 0 : value / top) * (height - 2 * inset)),
        },
  );
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return {
    paths: runs
      .filter((run) => run.length > 1)
      .map((run) => run.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')),
    dots: runs.flatMap((run) => (run.length === 1 ? run : [])),
    points,
    top,
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
