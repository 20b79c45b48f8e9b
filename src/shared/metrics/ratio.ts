import type { SummedId } from './measured.ts';
import { RATIOS, type Ratio, type RatioId } from './measures/index.ts';

/** What a metric comes to over a selection. */
export type Part = {
  readonly count: number;
  readonly sum: number;
  /** Tickets among them, each once. */
  readonly tickets: number;
};
export type PartOf = (id: SummedId) => Part;

/** A figure of several metrics; null where there is nothing to divide by. */
export function ratioOf(id: RatioId, partOf: PartOf): number | null {
  const { of, by, times }: Ratio = RATIOS[id];
  const sumOf = (ids: readonly SummedId[]): number => ids.reduce((sum, one) => sum + partOf(one).sum, 0);
  const divisor = divisorOf();
  return divisor === 0 ? null : (sumOf(of) * times) / divisor;

  function divisorOf(): number {
    if (by === 'handled') return handledOf(partOf);
    return by === 'tickets' ? ticketsOf(of, partOf) : sumOf(by);
  }
}

/** How many were handled: each call, and a ticket once however often it came back. */
export const handledOf = (partOf: PartOf): number => partOf('call-handle').count + partOf('focus').tickets;

export const ticketsOf = (ids: readonly SummedId[], partOf: PartOf): number =>
  ids.reduce((sum, id) => sum + partOf(id).tickets, 0);
