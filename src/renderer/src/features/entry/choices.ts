import type { CommandId } from '#shared/commands/catalogue.ts';
import type { OutboxItem } from '../../store/desk-tickets.ts';

/** What the agent may do about an entry. */
export type EntryChoice =
  | 'undo'
  | 'retry'
  | 'sendAnyway'
  /** Of one that nobody knows about. */
  | 'sendAgain'
  /** To the ticket that its own was merged into. */
  | 'move'
  /** As a new ticket, because its own is closed for good. */
  | 'followUp'
  | 'edit'
  | 'toNote'
  /** The agent has seen that it is there. */
  | 'arrived'
  | 'discard';

/** By which command, and so by which key, it is chosen. */
export const COMMAND_OF = {
  undo: 'ticket.undo',
  retry: 'outbox.retry',
  sendAnyway: 'outbox.sendAnyway',
  sendAgain: 'outbox.sendAnyway',
  move: 'outbox.elsewhere',
  followUp: 'outbox.elsewhere',
  edit: 'outbox.edit',
  toNote: 'outbox.toNote',
  arrived: 'outbox.discard',
  discard: 'outbox.discard',
} as const satisfies Record<EntryChoice, CommandId>;

/** What may be done about an entry as it stands, what helps most first. `undoable` while its undo window is open. */
export function choicesOf(
  { entry: { action, state, attempts }, mergedInto }: Pick<OutboxItem, 'entry' | 'mergedInto'>,
  undoable: boolean,
): readonly EntryChoice[] {
  const edit: readonly EntryChoice[] = action.kind === 'update' ? [] : ['edit'];
  const toNote: readonly EntryChoice[] = action.kind === 'reply' ? ['toNote'] : [];
  switch (state.name) {
    case 'queued':
      return undoable && attempts === 0 ? ['undo'] : [...edit, ...toNote, 'discard'];
    // While an attempt is under way nobody knows whether it is too late.
    case 'sending':
    case 'confirmed':
      return [];
    case 'held':
      return ['sendAnyway', ...edit, ...toNote, 'discard'];
    case 'unknown':
      return state.undecidable ? ['arrived', 'sendAgain', ...edit] : [];
    case 'rejected':
      switch (state.reason) {
        case 'refused':
        case 'forbidden':
          return ['retry', ...edit, ...toNote, 'discard'];
        case 'ticket-merged':
          return [...(mergedInto?.id ? (['move'] as const) : []), ...edit, 'discard'];
        case 'ticket-closed':
          return [
            ...(action.kind === 'update' || action.kind === 'forward' ? [] : (['followUp'] as const)),
            ...edit,
            'discard',
          ];
        case 'ticket-gone':
          return [...edit, 'retry', 'discard'];
      }
  }
}
