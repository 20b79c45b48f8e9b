/** What is measured, with the goal of each: at most, or at least, so much. */
export const FIGURES = {
  'keys-idle': { name: 'j/k → painted, p95, idle', unit: 'ms', goal: { most: 16.7 } },
  'keys-sync': { name: 'j/k → painted, p95, 20,000 changed tickets syncing in', unit: 'ms', goal: { most: 33 } },
  'keys-60hz': { name: 'j/k → painted, p95, idle, screen at 60 Hz', unit: 'ms', goal: null },
  open: { name: 'open a cached ticket → conversation painted, p95', unit: 'ms', goal: { most: 50 } },
  'view-switch': { name: 'switch view → rows and counts painted, p95', unit: 'ms', goal: { most: 33 } },
  'view-sort': { name: 'change sort → rows and counts painted, p95', unit: 'ms', goal: { most: 33 } },
  'view-query': { name: 'a letter of a query → rows and counts painted, p95', unit: 'ms', goal: { most: 33 } },
  'palette-open': { name: 'palette open, p95', unit: 'ms', goal: { most: 33 } },
  'palette-letter': { name: 'palette, per letter, p95', unit: 'ms', goal: { most: 33 } },
  'insert-macro-open': { name: 'macros open among 2,000, p95', unit: 'ms', goal: { most: 33 } },
  'insert-macro-letter': { name: 'a letter in the macros → list painted, p95', unit: 'ms', goal: { most: 33 } },
  'insert-canned-open': {
    name: '/ in the composer → 5,000 canned responses listed, p95',
    unit: 'ms',
    goal: { most: 33 },
  },
  'insert-canned-letter': { name: 'a letter behind / → list painted, p95', unit: 'ms', goal: { most: 33 } },
  'insert-canned': { name: 'Enter in the list → response in the composer, p95', unit: 'ms', goal: { most: 33 } },
  'insert-typing': { name: 'a letter typed in the same composer, p95', unit: 'ms', goal: null },
  'panel-open': { name: 'g s → the panel’s figures painted, p95', unit: 'ms', goal: { most: 200 } },
  'panel-change': { name: 'another range → the panel’s figures painted, p95', unit: 'ms', goal: { most: 50 } },
  'metrics-open': {
    name: 'figures of the panel, 10 events a ticket, p95',
    unit: 'ms',
    goal: { most: 200 },
  },
  'metrics-change': { name: 'another range or filter → figures, p95', unit: 'ms', goal: { most: 50 } },
  'cold-start': {
    name: 'cold start: navigation → first rows painted and usable, median',
    unit: 'ms',
    goal: { most: 400 },
  },
  pop: { name: 'a customer calls → their ticket painted, p95', unit: 'ms', goal: { most: 100 } },
  bulk: { name: 'bulk action on 500 tickets → painted', unit: 'ms', goal: { most: 100 } },
  'sync-apply': { name: 'sync apply, against raw IndexedDB', unit: '×', goal: { least: 0.8 } },
  'sync-task': { name: 'longest task of the window during first sync', unit: 'ms', goal: { most: 50 } },
  memory: { name: 'JavaScript heap and buffers, window and worker', unit: 'MB', goal: { most: 120 } },
  'heap-growth': { name: 'heap growth per 1,000 open-read-reply-solve cycles', unit: 'MB', goal: { most: 1 } },
  'request-tracker': { name: 'next ticket, against Request Tracker’s own interface', unit: '×', goal: { least: 20 } },
} as const satisfies Record<string, Figure>;
export type FigureId = keyof typeof FIGURES;

export type Figure = {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | '×';
  readonly goal: { readonly most: number } | { readonly least: number } | null;
};

/** A figure as it came out. */
export type Measured = {
  readonly figure: FigureId;
  readonly value: number;
  /** What it is compared with in the same run, and what else is to be known. */
  readonly beside: string;
  readonly samples: number;
};

/** Why a figure could not be measured. */
export type Skipped = { readonly figure: FigureId; readonly skipped: string };
export type Outcome = Measured | Skipped;

export function isMet(figure: FigureId, value: number): boolean | null {
  const { goal }: Figure = FIGURES[figure];
  if (goal === null) return null;
  return 'most' in goal ? value <= goal.most : value >= goal.least;
}
