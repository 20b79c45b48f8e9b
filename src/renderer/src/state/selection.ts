import type { TicketId } from '#shared/domain/ids.ts';
import { type InterfaceState, show, useInterface } from './interface-state.ts';

type Selection = Pick<InterfaceState, 'selected' | 'trail'>;

const NOTHING: Selection = { selected: new Set(), trail: [] };

/** Ticks a ticket, or takes its tick away. */
export function toggled({ selected }: Selection, id: TicketId): Selection {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return { selected: next, trail: [] };
}

/** One row further from `from` to `to`: ticks both, or, on the way back, unticks the row that is left. */
export function extended({ selected, trail }: Selection, from: TicketId, to: TicketId): Selection {
  const begun = trail.at(-1) === from ? trail : [from];
  const next = new Set(selected);
  if (begun.at(-2) === to) {
    next.delete(from);
    return { selected: next.add(to), trail: begun.slice(0, -1) };
  }
  return { selected: next.add(from).add(to), trail: [...begun, to] };
}

/** Ticks these as well. */
export const withAll = ({ selected }: Selection, ids: Iterable<TicketId>): Selection => ({
  selected: new Set([...selected, ...ids]),
  trail: [],
});

/** Only those that are still there; the same object when all are. */
export function kept(selection: Selection, present: ReadonlySet<TicketId>): Selection {
  const selected = [...selection.selected].filter((id) => present.has(id));
  return selected.length === selection.selected.size ? selection : { selected: new Set(selected), trail: [] };
}

export const select = (change: (selection: Selection) => Selection): void => show(change(useInterface.getState()));
export const selectNone = (): void => {
  if (useInterface.getState().selected.size > 0) show(NOTHING);
};

/** The open ticket, or else the one with the bar. */
export const ticketAtHand = ({
  openTicketId,
  focusedTicketId,
}: Pick<InterfaceState, 'openTicketId' | 'focusedTicketId'>): TicketId | null => openTicketId ?? focusedTicketId;

/** What a command is for: what is ticked, or else the open ticket, or else the one with the bar. */
export function targetsOf(
  state: Pick<InterfaceState, 'selected' | 'openTicketId' | 'focusedTicketId'>,
): readonly TicketId[] {
  if (state.selected.size > 0) return [...state.selected];
  const one = ticketAtHand(state);
  return one === null ? [] : [one];
}
