import { useState } from 'react';
import { ulid } from 'ulid';
import { loadMarkdown, type useDraft, useSend } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { FEEDBACK_TAG, type Feedback } from '#shared/feedback/feedback.ts';
import { feedbackNote } from '#shared/feedback/feedback-markdown.ts';
import type { Result } from '#shared/result.ts';
import { saidIn } from './feedback-fields.ts';
import { feedbackNames } from './feedback-names.ts';

/**
 * Keeps feedback: in the agent's own list, and as a note with a tag on its ticket, which is one action. It may be cut off anywhere: its
 * id stands in the draft before either, so that the next press goes on with the same, and a draft that is thrown away instead takes it
 * out of the list. The draft gives its words to the action in one step.
 */
export function useKeepFeedback(draft: ReturnType<typeof useDraft>, ticketNumber: string, onKept: () => void) {
  const t = useText();
  const desk = useDesk();
  const { now } = useTicker();
  const { sending, problem, exclusively, send } = useSend();
  const [notListed, setNotListed] = useState<'no-link' | 'not-kept' | null>(null);

  const change = (remove: readonly string[], put: readonly Feedback[]): Promise<Result<null, 'no-link' | 'not-kept'>> =>
    desk.changeFeedback({ remove, put }).catch(() => ({ ok: false, error: 'no-link' }) as const);

  const keep = async (): Promise<void> => {
    const { accountId, ticketId, kind } = draft.id;
    const said = saidIn(draft);
    const id = draft.fields['id'] ?? ulid();
    const fields = { ...said, id };
    draft.write({ fields });
    await draft.flush();
    const listed = await change([], [{ ...said, id, at: now(), ticketId, ticketNumber }]);
    if (!listed.ok) return setNotListed(listed.error);
    const markdown = feedbackNote(said, feedbackNames(t));
    const render = await loadMarkdown();
    const sent = await send({
      accountId,
      ticketId,
      action: {
        kind: 'note',
        words: { markdown, html: render(markdown), files: [] },
        changes: { tagsAdded: [FEEDBACK_TAG] },
      },
      draft: { text: said.what, fields, from: { ticketId, kind, keepsText: false } },
      label: t('feedback.kept', { number: ticketNumber || '–' }),
    });
    if (sent === null) return void (await change([id], []));
    await draft.discard({ wordsKept: true });
    onKept();
  };
  return {
    sending,
    problem,
    notListed,
    keep: async (): Promise<void> => {
      setNotListed(null);
      await exclusively(keep);
    },
  };
}
