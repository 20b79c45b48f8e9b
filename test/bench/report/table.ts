import { FIGURES, type Figure, type FigureId, isMet, type Outcome } from './figures.ts';

/** Outcomes at the size that the goals are for, and at a tenth of it where that was measured. */
export type Results = { readonly full: readonly Outcome[]; readonly tenth: readonly Outcome[] };

const ids = Object.keys(FIGURES) as FigureId[];

/** A Markdown table, a line for each figure that was asked for. */
export function tableOf({ full, tenth }: Results, sizes: { readonly full: number; readonly tenth: number }): string {
  const count = (tickets: number): string => tickets.toLocaleString('en-GB');
  const lines = ids.flatMap((id): readonly (readonly string[])[] => {
    const outcome = full.find(({ figure }) => figure === id);
    if (!outcome) return [];
    const { name } = FIGURES[id];
    if ('skipped' in outcome) return [[name, goalOf(id), '', '', '', 'skipped', outcome.skipped]];
    const small = tenth.find((one) => one.figure === id && !('skipped' in one));
    const before = small && !('skipped' in small) ? small.value : null;
    return [
      [
        name,
        goalOf(id),
        before === null ? '' : valueOf(id, before),
        valueOf(id, outcome.value),
        before === null || before <= 0 ? '' : `× ${(outcome.value / before).toFixed(1)}`,
        { true: 'met', false: 'MISS', null: '' }[String(isMet(id, outcome.value)) as 'true' | 'false' | 'null'],
        `${outcome.beside} (${outcome.samples})`,
      ],
    ];
  });
  const head = [
    'figure',
    'goal',
    `at ${count(sizes.tenth)}`,
    `at ${count(sizes.full)}`,
    'grows',
    '',
    'beside (samples)',
  ];
  return laidOut([head, ...lines]);
}

function goalOf(id: FigureId): string {
  const { goal, unit }: Figure = FIGURES[id];
  if (goal === null) return '';
  return 'most' in goal ? `≤ ${goal.most} ${unit}` : `≥ ${goal.least} ${unit}`;
}

const valueOf = (id: FigureId, value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ${FIGURES[id].unit}`;

function laidOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line)].join('\n');
}
