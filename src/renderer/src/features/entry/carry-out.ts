import type { Action } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Accepted, EntryProblem } from '../../store/desk-actions.ts';
import type { Desk } from '../../store/desk-api.ts';
import type { OutboxItem } from '../../store/desk-tickets.ts';
import { followUp, takeBack } from '../composer/index.ts';
import type { EntryChoice } from './choices.ts';

/** What came of a choice: how it is called, and the entry that now stands in place of the other. */
export type CarriedOut = {
  readonly said: EntryChoice | 'recoverable' | 'discardNoWords';
  readonly accepted: Accepted | null;
};
export type ChoiceProblem = EntryProblem | 'form-taken';

/** Does what the agent chose about an entry. Nothing that was written is lost by it, and nothing is sent twice. */
export async function carryOut(
  desk: Desk,
  choice: EntryChoice,
  { entry, mergedInto }: Pick<OutboxItem, 'entry' | 'mergedInto'>,
): Promise<Result<CarriedOut, ChoiceProblem>> {
  const isDone = (done: Result<unknown, ChoiceProblem>, said: CarriedOut['said']): Result<CarriedOut, ChoiceProblem> =>
    done.ok ? ok({ said, accepted: null }) : done;
  switch (choice) {
    case 'undo':
    case 'edit': {
      const back = await takeBack(desk, entry);
      return isDone(back, back.ok && back.value === 'recoverable' ? 'recoverable' : choice);
    }
    case 'retry':
    case 'sendAgain':
    case 'sendAnyway':
      // What may have arrived is looked at again before it leaves: a customer may have answered it.
      return isDone(await desk.retryEntry({ entryId: entry.id, anyway: choice === 'sendAnyway' }), choice);
    case 'toNote':
      return replace(desk, choice, entry, entry.ticketId, asNote(entry.action));
    case 'move':
      return replace(desk, choice, entry, mergedInto?.id ?? entry.ticketId, entry.action);
    case 'followUp':
      return isDone(await followUp(desk, entry), choice);
    case 'arrived':
      return isDone(await desk.discardEntry(entry.id), choice);
    case 'discard':
      return isDone(await desk.discardEntry(entry.id), entry.action.kind === 'update' ? 'discardNoWords' : 'discard');
  }
}

async function replace(
  desk: Desk,
  said: EntryChoice,
  entry: OutboxEntry,
  ticketId: string,
  action: Action | null,
): Promise<Result<CarriedOut, ChoiceProblem>> {
  if (action === null) return err('too-late');
  const replaced = await desk.replaceEntry({ entryId: entry.id, ticketId, action });
  return replaced.ok ? ok({ said, accepted: replaced.value }) : replaced;
}

/** A note answers nobody: with it the ticket's status does not change. */
function asNote(action: Action): Action | null {
  if (action.kind !== 'reply') return null;
  const { status: _, statusName: __, ...changes } = action.changes;
  return { kind: 'note', words: action.words, changes };
}
