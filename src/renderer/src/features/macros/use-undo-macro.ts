import { useCallback } from 'react';
import { useActMany } from '#renderer/features/batch/index.ts';
import { problemSentence, takeBack } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { type LastMacro, show, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { Text } from '#shared/i18n/text.ts';
import { notUndoneText } from '#shared/macros/problem-text.ts';
import { type NotUndone, undoMacro, withoutIdleTags } from '#shared/macros/undo-macro.ts';
import { valuesBefore } from '#shared/outbox/values-before.ts';
import { err, ok, type Result } from '#shared/result.ts';

/**
 * Takes the last macro back as far as that goes: what has not left is discarded; what the helpdesk has is set back where nobody has
 * changed it since. Says what stays.
 */
export function useUndoMacro() {
  const t = useText();
  const desk = useDesk();
  const actMany = useActMany();
  return useCallback(async (): Promise<void> => {
    const { lastMacro } = useInterface.getState();
    if (!lastMacro) return;
    show({ lastMacro: null });
    const { title, tickets, marks } = lastMacro;
    const gone = await takeAway(desk, tickets);
    if (!gone.ok) return show({ lastMacro, refusal: problemSentence(t, gone.error) });
    if (marks.length > 0) await desk.changeMarks(marks);
    const discarded = new Set(gone.value);
    const left = tickets.filter(({ entryId }) => !discarded.has(entryId));
    const now = await Promise.all(left.map(({ ticketId }) => desk.ticket(ticketId)));
    const back = left.flatMap(({ ticketId, action, before }, at) => {
      const detail = now[at];
      if (!detail) return [];
      const base = { version: null, lastMessageRemoteId: null, lastMessageAt: null };
      const changes = withoutIdleTags(action.changes, before);
      const values = valuesBefore(before, changes);
      return [{ ticketId, ...undoMacro({ action: { ...action, changes }, base: { ...base, values } }, detail.ticket) }];
    });
    const changesOf = new Map(back.map(({ ticketId, changes }) => [ticketId, changes]));
    const setBack = back.filter(({ changes }) => Object.keys(changes).length > 0).map(({ ticketId }) => ticketId);
    if (setBack.length > 0)
      await actMany(
        setBack,
        (id) => ({ kind: 'update', changes: changesOf.get(id) ?? {} }),
        (count) => t('macros.setBack', { macro: title, count }),
      );
    const stays = sentencesOf(
      t,
      back.flatMap(({ notUndone }) => notUndone),
    );
    const count = Math.max(discarded.size, marks.length);
    const words = left.length === 0 ? [t('macros.takenBack', { macro: title, count })] : stays;
    if (words.length > 0) show({ told: { sentence: words.join(' ') } });
  }, [desk, actMany, t]);
}

/** Discards what has not left. Of one, the words go back into the composer that they came from. Answers with the entries that are gone. */
async function takeAway(desk: Desk, tickets: LastMacro['tickets']): Promise<Result<readonly string[], AcceptProblem>> {
  const [one, another] = tickets;
  if (!one || another) return desk.discardEntries(tickets.map(({ entryId }) => entryId));
  const item = (await desk.outbox()).find(({ entry }) => entry.id === one.entryId);
  if (!item) return ok([]);
  const back = await takeBack(desk, item.entry);
  if (back.ok) return ok([one.entryId]);
  return back.error === 'too-late' ? ok([]) : err(back.error);
}

/** Each once, however many tickets it is true of. */
const sentencesOf = (t: Text, notUndone: readonly NotUndone[]): readonly string[] => [
  ...new Set(
    notUndone.map((one) =>
      notUndoneText(t, one, ({ field }) => t(field === 'custom' ? 'ticket.field.custom' : `ticket.field.${field}`)),
    ),
  ),
];
